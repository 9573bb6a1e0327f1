/** One of the owner's pages, `content/pages/<id>.mdx`: the same subset and the same locks as a postmortem. */
import { z } from 'zod';
import type { EncodedImage } from '../../disk/images/image-outcome.ts';
import { anchorsOfPage as taken } from '../../shared/incident/postmortem-parts.ts';
import { createProblem, hasErrors, type Problem } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import { checkSchema } from '../../shared/yaml/schema-problems.ts';
import { lintText } from '../lint/lint-postmortem.ts';
import { resolveLinks, type SiteLink } from '../lint/list-links.ts';
import type { Suppression } from '../lint/suppressions.ts';
import { elementRow } from '../markdown/elements.ts';
import { startOf } from '../markdown/nodes.ts';
import type { RenderedStory } from '../markdown/render-story.ts';
import { walk } from '../markdown/walk.ts';
import { checkStyle } from './check-style.ts';
import { type InternalValue, textsAcross } from './internal-values.ts';
import { maskOutcome, passLocks } from './pass-locks.ts';
import type { PublicationContext } from './publication-context.ts';
import { type AuthoredStory, readAuthored } from './read-authored.ts';
import { htmlOf, renderAuthored } from './render-authored.ts';
import type { ShownText } from './shown-texts.ts';
import { createTextReader } from './text-checks.ts';
import type { PostmortemSource } from './types.ts';

const text = z.string().trim().min(1);

export const pageSchema = z.strictObject({
  title: text.max(200).describe('Title of the page.'),
  description: text.optional().describe('One sentence for search engines.'),
});

export interface PagePublication {
  problems: Problem[];
  /** Absent with an error, and where pages are only checked. */
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
  /** What must not stand in public text of the site, and what is public of this. */
  internalValues?: InternalValue[];
  shown?: ShownText[];
  /** Silences that no problem of the page alone has needed. */
  suppressions: Suppression[];
  /** Links to pages of the site, with their whole path. */
  links: SiteLink[];
}

/** Publishes one page; `source.slug` is its id. */
export function publishPage(
  source: PostmortemSource,
  context: PublicationContext,
  findPrivateText: PrivateTextFinder,
): Promise<PagePublication> {
  return maskOutcome(publishUnmasked(source, context, findPrivateText), findPrivateText);
}

async function publishUnmasked(
  source: PostmortemSource,
  context: PublicationContext,
  findPrivateText: PrivateTextFinder,
): Promise<PagePublication> {
  const { authored, refused } = readAuthored(source, { context, findPrivateText, taken });
  const empty = { images: [], suppressions: [], links: [] };
  if (refused) return { problems: refused, ...empty };
  const { document, story } = authored;
  const checked = checkSchema(document, pageSchema);
  const texts = createTextReader(document, { ...context, people: context.policy.people, findPrivateText });
  const title = texts.plain(checked.value?.title ?? '', ['title']);
  const description = checked.value?.description && texts.plain(checked.value.description, ['description']);
  // Its name becomes an address; its place is the begin of the file.
  texts.plain(source.slug, ['id']);
  const passed = await passLocks(authored, { source, context, findPrivateText, texts });
  const style = { authored, texts, context, findPrivateText, anchors: [], taken, lint: lintText };
  const { problems, suppressions, links } = checkStyle(
    [...checked.problems, ...passed.problems, ...refuseParts(authored)],
    style,
  );
  const looked = {
    problems,
    suppressions,
    links: resolveLinks(links, `/${source.slug}/`),
    ...textsAcross([...texts.internal, ...story.internal], passed.shown, context),
  };
  const isShowable = !hasErrors(problems) || (context.whileWriting && checked.value);
  if (!isShowable || !story.tree || !passed.resources || context.checksOnly) return { ...looked, images: [] };
  const rendered = await renderAuthored(story.tree, passed.resources, context, { taken });
  return {
    ...looked,
    page: {
      id: source.slug,
      ...(context.pageBase === undefined ? {} : { language: context.settings.language }),
      title,
      ...(description ? { description } : {}),
      html: htmlOf(rendered),
      headings: rendered.headings,
    },
    images: passed.resources.encoded,
  };
}

/** A page has no parts of a postmortem: they would show nothing. */
function refuseParts({ story: { tree }, locationAt }: AuthoredStory): Problem[] {
  const problems: Problem[] = [];
  if (tree)
    walk(tree, (node) => {
      if (elementRow(node)?.part === undefined) return;
      const name = 'name' in node ? (node.name ?? '…') : '…';
      problems.push(createProblem('story/not-here', locationAt(startOf(node)), { name, where: 'into a postmortem' }));
    });
  return problems;
}
