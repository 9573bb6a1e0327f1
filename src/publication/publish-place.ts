/** One place of the theme, `content/theme/<place>.mdx`: the same subset and the same locks as a page, without frontmatter. */
import type { Root } from 'mdast';
import { findBadCharacters } from '../markdown/bad-characters.ts';
import { listResources } from '../markdown/list-resources.ts';
import { isElement, startOf } from '../markdown/nodes.ts';
import type { PlaceAt } from '../markdown/point.ts';
import { readStory } from '../markdown/read-story.ts';
import { renderStory } from '../markdown/render-story.ts';
import { walk } from '../markdown/walk.ts';
import { createProblem, hasErrors, type Problem } from '../problem/problem.ts';
import type { PrivateTextFinder } from '../redaction/find-private-text.ts';
import { checkSecrets } from './check-secrets.ts';
import type { EncodedImage } from './image-outcome.ts';
import { maskProblems } from './mask-problems.ts';
import { prepareResources } from './prepare-resources.ts';
import type { PublicationContext } from './publication-context.ts';
import type { PostmortemSource } from './types.ts';

export interface PlacePublication {
  problems: Problem[];
  html?: string;
  images: EncodedImage[];
}

/** What would have an id or a level of its own, and so meet another on some page; or belongs to one postmortem. */
const foreign: Readonly<Record<string, string>> = {
  heading: 'a heading',
  footnoteReference: 'a footnote',
  footnoteDefinition: 'a footnote',
  Chart: 'a chart',
  Timeline: 'a part of one postmortem',
  Impact: 'a part of one postmortem',
  Agreements: 'a part of one postmortem',
  Actions: 'a part of one postmortem',
};

/** Publishes one place. */
export async function publishPlace(
  source: PostmortemSource,
  context: PublicationContext,
  findPrivateText: PrivateTextFinder,
): Promise<PlacePublication> {
  const publication = await publishUnmasked(source, context, findPrivateText);
  return { ...publication, problems: maskProblems(publication.problems, findPrivateText) };
}

async function publishUnmasked(
  source: PostmortemSource,
  context: PublicationContext,
  findPrivateText: PrivateTextFinder,
): Promise<PlacePublication> {
  const { file, text } = source;
  const { edition, words, policy, base, pageBase } = context;
  const bad = findBadCharacters(text, file);
  if (bad.length > 0) return { problems: bad, images: [] };
  const placeAt: PlaceAt = ({ line, column }) => ({ file, line, column });
  const story = readStory(text, { edition, people: policy.people, findPrivateText, placeAt, inline: false });
  const resources =
    story.tree && (await prepareResources(listResources(story.tree), { source, context, findPrivateText, placeAt }));
  const shown = [...story.texts, ...(resources?.texts ?? [])];
  const problems = [
    ...story.problems,
    ...(story.tree ? refuseForeign(story.tree, placeAt) : []),
    ...(resources?.problems ?? []),
    ...(edition === 'public' ? await checkSecrets(shown, policy) : []),
  ];
  if (hasErrors(problems) || !story.tree || !resources) return { problems, images: [] };
  const { segments } = renderStory(story.tree, { edition, resources, words, base, pageBase });
  const html = segments.map((segment) => ('html' in segment ? segment.html : '')).join('\n');
  return { problems, html, images: resources.encoded };
}

function refuseForeign(tree: Root, placeAt: PlaceAt): Problem[] {
  const problems: Problem[] = [];
  walk(tree, (node) => {
    const name = isElement(node) ? (node.name ?? '') : node.type;
    const what = Object.hasOwn(foreign, name) ? foreign[name] : /^h[1-6]$/.test(name) ? 'a heading' : undefined;
    if (what !== undefined) problems.push(createProblem('theme/not-in-a-place', placeAt(startOf(node)), { what }));
  });
  return problems;
}
