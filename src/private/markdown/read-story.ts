/** From source text to a tree of public nodes: the steps in their one order. */
import type { Root } from 'mdast';
import { anchorsOfPostmortem } from '../../shared/incident/postmortem-parts.ts';
import { createProblem, hasErrors, type Problem, type SourceLocation } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import type { People } from '../../shared/redaction/policy-schema.ts';
import { privateTextProblems } from '../../shared/redaction/private-text-problems.ts';
import { accountMarkers } from './account-markers.ts';
import { checkAnchors } from './check-anchors.ts';
import { checkInterference, findInternal } from './check-interference.ts';
import { checkSubset } from './check-subset.ts';
import { indentedTexts } from './indented-text.ts';
import { replaceMentions } from './mentions.ts';
import { isComment, startOf } from './nodes.ts';
import { parseStory } from './parse-story.ts';
import type { LocationAt, Point } from './point.ts';
import { removeInternal, resolveAll } from './remove-internal.ts';
import { neighbouringTexts, type VisibleText, visibleTexts } from './visible-texts.ts';
import { walk } from './walk.ts';

export interface StoryOptions {
  edition: 'public' | 'internal';
  people: People;
  findPrivateText: PrivateTextFinder;
  locationAt: LocationAt;
  /** A field's prose: a single paragraph, without blocks. */
  inline: boolean;
  /** Anchors of the page around, where it is not a postmortem's. */
  taken?: readonly string[] | undefined;
  /** Whether there is a tree also where the problems leave no doubt which words are private: for its author's eyes. */
  whileWriting?: boolean | undefined;
}

export interface ReadStory {
  /** Absent when there is a problem, but for `whileWriting`. In the public edition it holds public nodes only. */
  tree?: Root;
  /** All that a reader could see, for the scanners, and where its characters stand. */
  texts: { text: string; locationAt(offset: number): SourceLocation }[];
  problems: Problem[];
  /**
   * Public nodes for checks that publish nothing: `tree`, and also the tree of a text with problems that leave no doubt
   * which words are private. Text that was found to be private is still in it.
   */
  checkable?: Root;
  /** What comments say, and where: private. */
  comments: { text: string; start: Point; end: Point }[];
  /** Links without words, which vanish. */
  emptyLinks: Point[];
  /** Public paragraphs that are indented like code. */
  indented: Point[];
  /** What internal parts say, where it is removed. */
  internal: { text: string; locationAt(offset: number): SourceLocation }[];
}

const nothing = { texts: [], comments: [], emptyLinks: [], indented: [], internal: [] };

/** Reads a story or a field's prose. All problems are collected; with one, there is no tree. */
export function readStory(source: string, options: StoryOptions): ReadStory {
  const { locationAt, edition, people } = options;
  const parsed = parseStory(source, locationAt);
  if (parsed.problems) {
    const others = parsed.rest ? checkSubset(parsed.rest, locationAt, { inline: options.inline }) : [];
    return { ...nothing, problems: [...parsed.problems, ...others] };
  }
  const { tree } = parsed;
  const comments = commentsIn(tree);
  const emptyLinks = emptyLinksIn(tree);
  // Accounting sees the tree as it was parsed, so that no later step can hide a mark.
  const marks = accountMarkers(source, tree, locationAt);
  const subset = [
    // Internal parts are checked too: the same file must serve both editions.
    ...checkSubset(tree, locationAt, { inline: options.inline }),
    ...checkAnchors(tree, locationAt, options.taken ?? anchorsOfPostmortem),
    ...(options.inline ? refuseBlocks(tree, locationAt) : []),
  ];
  const problems = [...marks, ...subset];
  const internal = edition === 'public' ? findInternal(tree) : [];
  const withheld = internal.flatMap((part) =>
    isComment(part) ? [] : visibleTexts({ type: 'root', children: [part] } as Root),
  );
  // Removal comes before every step that copies text: ids, headings, mentions, rendering.
  const removal = edition === 'public' ? removeInternal(tree, locationAt) : resolveAll(tree, locationAt);
  // Only of what is sound otherwise, and only where there is something internal: it reads the text a second time.
  const interference =
    problems.length + removal.length === 0 ? checkInterference(source, { internal, tree, locationAt }) : [];
  // Mentions come before the search, which would find the handles.
  const mentions = replaceMentions(tree, people, locationAt, { names: edition === 'internal' });
  const texts = visibleTexts(tree);
  const found =
    edition === 'public'
      ? [
          ...texts.flatMap((text) => findProblems(text, options)),
          ...neighbouringTexts(tree).flatMap((text) => findProblems(text, options, text.isAcross)),
        ]
      : [];
  const all = [...problems, ...removal, ...interference, ...mentions, ...found];
  const placed = ({ text, pointAt }: VisibleText) => ({
    text,
    locationAt: (offset: number) => locationAt(pointAt(offset)),
  });
  const common = { texts: texts.map(placed), internal: withheld.map(placed) };
  const result = { ...common, problems: all, comments, emptyLinks, indented: indentedTexts(tree, source) };
  if (!hasErrors(all)) return { ...result, tree, checkable: tree };
  // Interference is looked for only where the subset holds.
  const isAccounted = subset.length === 0 || internal.length === 0;
  const isCheckable = isAccounted && all.every(({ code, severity }) => severity !== 'error' || harmless.has(code));
  if (!isCheckable) return result;
  return { ...result, checkable: tree, ...(options.whileWriting ? { tree } : {}) };
}

/** Problems with which it is certain still what is private: private text that was found, and slips that mark nothing. */
const harmless: ReadonlySet<string> = new Set(['redaction/private-text', 'image/no-alt', 'story/bad-address']);

function commentsIn(tree: Root): ReadStory['comments'] {
  const comments: ReadStory['comments'] = [];
  walk(tree, (node) => {
    if (!isComment(node)) return;
    const text = (node as { value?: string }).value ?? '';
    const start = startOf(node);
    comments.push({ text: text.replace(/^\s*\/\*|\*\/\s*$/g, ''), start, end: node.position?.end ?? start });
  });
  return comments;
}

function emptyLinksIn(tree: Root): Point[] {
  const points: Point[] = [];
  walk(tree, (node) => {
    if ((node.type === 'link' || node.type === 'linkReference') && node.children.length === 0)
      points.push(startOf(node));
  });
  return points;
}

function findProblems(
  { text, pointAt }: ReturnType<typeof visibleTexts>[number],
  { findPrivateText, locationAt }: StoryOptions,
  counts: (start: number, end: number) => boolean = () => true,
): Problem[] {
  return privateTextProblems({ text, locationAt: (offset) => locationAt(pointAt(offset)) }, findPrivateText, counts);
}

function refuseBlocks(tree: Root, locationAt: LocationAt): Problem[] {
  const blocks = tree.children.filter(
    ({ type }) => type !== 'paragraph' && type !== 'mdxJsxFlowElement' && type !== 'mdxFlowExpression',
  );
  return blocks.map((block) =>
    createProblem('story/not-here', locationAt(block.position?.start ?? { line: 1, column: 1, offset: 0 }), {
      name: block.type,
      where: 'in the story; a field holds sentences only',
    }),
  );
}
