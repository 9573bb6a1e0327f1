/** One of the owner's pages, `content/pages/<id>.mdx`: the same subset and the same locks as a postmortem. */
import { z } from 'zod';
import { findBadCharacters } from '../markdown/bad-characters.ts';
import { listResources } from '../markdown/list-resources.ts';
import { readStory } from '../markdown/read-story.ts';
import { type RenderedStory, renderStory } from '../markdown/render-story.ts';
import { hasErrors, type Problem } from '../problem/problem.ts';
import type { PrivateTextFinder } from '../redaction/find-private-text.ts';
import { splitFrontmatter } from '../source/frontmatter.ts';
import { checkSchema } from '../source/schema-problems.ts';
import { parseYaml } from '../source/yaml-document.ts';
import { checkSecrets } from './check-secrets.ts';
import type { EncodedImage } from './image-outcome.ts';
import { maskProblems } from './mask-problems.ts';
import { prepareResources } from './prepare-resources.ts';
import type { PublicationContext } from './publication-context.ts';
import { createTextReader } from './text-checks.ts';
import type { PostmortemSource } from './types.ts';

const text = z.string().trim().min(1);

export const pageSchema = z.strictObject({
  title: text.max(200).describe('Title of the page.'),
  description: text.optional().describe('One sentence for search engines.'),
});

export interface PagePublication {
  problems: Problem[];
  page?: {
    id: string;
    /** Where it is not the site's own. */
    language?: string;
    title: string;
    description?: string;
    html: string;
    headings: RenderedStory['headings'];
  };
  images: EncodedImage[];
}

/** Publishes one page; `source.slug` is its id. */
export async function publishPage(
  source: PostmortemSource,
  context: PublicationContext,
  findPrivateText: PrivateTextFinder,
): Promise<PagePublication> {
  const publication = await publishUnmasked(source, context, findPrivateText);
  return { ...publication, problems: maskProblems(publication.problems, findPrivateText) };
}

async function publishUnmasked(
  source: PostmortemSource,
  context: PublicationContext,
  findPrivateText: PrivateTextFinder,
): Promise<PagePublication> {
  const { file, slug: id } = source;
  const { edition, words, policy } = context;
  const refuse = (problems: Problem[]): PagePublication => ({ problems, images: [] });
  const bad = findBadCharacters(source.text, file);
  const split = splitFrontmatter(source.text, file);
  if (bad.length > 0 || 'code' in split) return refuse([...bad, ...('code' in split ? [split] : [])]);
  const yaml = parseYaml(split.yaml, file, split.yamlLine);
  if (!yaml.document) return refuse(yaml.problems);
  const checked = checkSchema(yaml.document, pageSchema);
  const texts = createTextReader(yaml.document, {
    edition,
    people: policy.people,
    findPrivateText,
    words,
    base: context.base,
    pageBase: context.pageBase,
  });
  const title = texts.plain(checked.value?.title ?? '', ['title']);
  const description = checked.value?.description && texts.plain(checked.value.description, ['description']);
  texts.plain(id, ['title']);
  const placeAt = ({ line, column }: { line: number; column: number }) => ({ file, line, column });
  const body = '\n'.repeat(split.bodyLine - 1) + split.body;
  const story = readStory(body, { edition, people: policy.people, findPrivateText, placeAt, inline: false });
  const resources =
    story.tree && (await prepareResources(listResources(story.tree), { source, context, findPrivateText, placeAt }));
  const shown = [...texts.texts, ...story.texts, ...(resources?.texts ?? [])];
  const secrets = edition === 'public' ? await checkSecrets(shown, policy) : [];
  const problems = [
    ...checked.problems,
    ...texts.problems,
    ...story.problems,
    ...(resources?.problems ?? []),
    ...secrets,
  ];
  if (hasErrors(problems) || !story.tree || !resources) return { problems, images: [] };
  const { segments, headings } = renderStory(story.tree, {
    edition,
    resources,
    words,
    base: context.base,
    pageBase: context.pageBase,
    withLines: context.withLines,
  });
  const html = segments.map((segment) => ('html' in segment ? segment.html : '')).join('\n');
  return {
    problems,
    page: {
      id,
      ...(context.pageBase === undefined ? {} : { language: context.settings.language }),
      title,
      ...(description ? { description } : {}),
      html,
      headings,
    },
    images: resources.encoded,
  };
}
