/** From source text to a tree of public nodes: the steps in their one order. */
import type { Root } from 'mdast';
import { createProblem, type Place, type Problem } from '../problem/problem.ts';
import type { PrivateTextFinder } from '../redaction/find-private-text.ts';
import type { People } from '../redaction/policy-schema.ts';
import { accountMarkers } from './account-markers.ts';
import { checkAnchors } from './check-anchors.ts';
import { checkInterference, findInternal } from './check-interference.ts';
import { checkSubset } from './check-subset.ts';
import { replaceMentions } from './mentions.ts';
import { type PlaceAt, parseStory } from './parse-story.ts';
import { removeInternal, resolveAll } from './remove-internal.ts';
import { visibleTexts } from './visible-texts.ts';

export interface StoryOptions {
  edition: 'public' | 'internal';
  people: People;
  findPrivateText: PrivateTextFinder;
  placeAt: PlaceAt;
  /** A field's prose: a single paragraph, without blocks. */
  inline: boolean;
}

export interface ReadStory {
  /** Absent when there is a problem. In the public edition it holds public nodes only. */
  tree?: Root;
  /** All that a reader could see, for the scanners, and where its characters stand. */
  texts: { text: string; placeAt(offset: number): Place }[];
  problems: Problem[];
}

/** Reads a story or a field's prose. All problems are collected; with one, there is no tree. */
export function readStory(source: string, options: StoryOptions): ReadStory {
  const { placeAt, edition, people } = options;
  const parsed = parseStory(source, placeAt);
  if (parsed.problem) return { texts: [], problems: [parsed.problem] };
  const { tree } = parsed;
  const problems = [
    // Accounting sees the tree as it was parsed, so that no later step can hide a mark.
    ...accountMarkers(source, tree, placeAt),
    // Internal parts are checked too: the same file must serve both editions.
    ...checkSubset(tree, placeAt, { inline: options.inline }),
    ...checkAnchors(tree, placeAt),
    ...(options.inline ? refuseBlocks(tree, placeAt) : []),
  ];
  const internal = edition === 'public' ? findInternal(tree) : [];
  // Removal comes before every step that copies text: ids, headings, mentions, rendering.
  const removal = edition === 'public' ? removeInternal(tree, placeAt) : resolveAll(tree, placeAt);
  // Only of what is sound otherwise, and only where there is something internal: it reads the text a second time.
  const interference =
    problems.length + removal.length === 0 ? checkInterference(source, { internal, tree, placeAt }) : [];
  // Mentions come before the search, which would find the handles.
  const mentions = replaceMentions(tree, people, placeAt, { names: edition === 'internal' });
  const texts = visibleTexts(tree);
  const found = edition === 'public' ? texts.flatMap((text) => findProblems(text, options)) : [];
  const all = [...problems, ...removal, ...interference, ...mentions, ...found];
  const placed = texts.map(({ text, pointAt }) => ({ text, placeAt: (offset: number) => placeAt(pointAt(offset)) }));
  const result = { texts: placed, problems: all };
  return all.length > 0 ? result : { ...result, tree };
}

function findProblems(
  { text, pointAt }: ReturnType<typeof visibleTexts>[number],
  { findPrivateText, placeAt }: StoryOptions,
): Problem[] {
  return findPrivateText(text).map(({ kind, start, end }) =>
    createProblem('redaction/private-text', placeAt(pointAt(start)), { kind, length: end - start }),
  );
}

function refuseBlocks(tree: Root, placeAt: PlaceAt): Problem[] {
  const blocks = tree.children.filter(
    ({ type }) => type !== 'paragraph' && type !== 'mdxJsxFlowElement' && type !== 'mdxFlowExpression',
  );
  return blocks.map((block) =>
    createProblem('story/not-here', placeAt(block.position?.start ?? { line: 1, column: 1, offset: 0 }), {
      name: block.type,
      where: 'in the story; a field holds sentences only',
    }),
  );
}
