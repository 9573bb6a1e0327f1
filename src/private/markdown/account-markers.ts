/**
 * The first lock of redaction: every textual `<Internal` and `<Redacted` of the source must be the start or the close of
 * a parsed element, or lie inside something that is removed. A mark in code, in an image text, in a title, in lower case
 * or escaped marks nothing, and its author believes that it does: the file is refused.
 */
import type { Root } from 'mdast';
import { createLineLocations } from '../../shared/problem/line-locations.ts';
import { createProblem, type Problem } from '../../shared/problem/problem.ts';
import { coverOf } from '../../shared/redaction/ranges.ts';
import { internalNames } from '../../shared/redaction/said-internal.ts';
import { isComment, isPrivateElement, rangeOf, startOf } from './nodes.ts';
import type { LocationAt } from './point.ts';
import { walk } from './walk.ts';

const marker =
  /(?:[<＜﹤]|&lt;?|&#0*60;?|&#x0*3c;?)[\s/\p{Default_Ignorable_Code_Point}]*(internal|redacted)(?![\p{L}\p{N}_-])/giu;

/** Where marks stand that the tree does not account for; empty when each is accounted for. */
export function accountMarkers(source: string, tree: Root, locationAt: LocationAt): Problem[] {
  const { accounted, removed } = collectRanges(source, tree);
  const isRemoved = coverOf(removed.map(([start, end]) => [start + 1, end]));
  const stray = [...source.matchAll(marker)].filter(
    ({ index }) => !accounted.has(index) && !isRemoved(index, index + 1),
  );
  const lineOf = createLineLocations(source);
  const problems = stray.map(({ index, 1: name }) =>
    createProblem('redaction/unaccounted', locationAt({ ...lineOf(index), offset: index }), {
      name: /^r/i.test(name ?? '') ? 'Redacted' : 'Internal',
    }),
  );
  return [...problems, ...refuseMarkedImages(source, tree, locationAt), ...refuseOtherMarks(tree, locationAt)];
}

/**
 * Marks in a file that is published as it is, which removes nothing. Logs say `<internal:kernel>` and `<redacted>` by
 * themselves: one that closes counts in any case, one that opens as elements are written.
 */
export function findFileMarks(text: string): { index: number; name: string }[] {
  return [...text.matchAll(/<\/\s*(internal|redacted)\s*>/gi), ...text.matchAll(/<(Internal|Redacted)[\s/>]/g)].map(
    ({ index, 1: name = '' }) => ({ index, name: /^r/i.test(name) ? 'Redacted' : 'Internal' }),
  );
}

/** Marks anywhere in a string that is not parsed as Markdown, such as a title. */
export function hasMarker(text: string): boolean {
  return text.search(marker) >= 0;
}

function collectRanges(source: string, tree: Root) {
  const accounted = new Set<number>();
  const removed: [number, number][] = [];
  walk(tree, (node) => {
    if (isComment(node)) removed.push(rangeOf(node));
    if (!isPrivateElement(node)) return;
    const [start, end] = rangeOf(node);
    const close = /<\s*\/\s*(?:Internal|Redacted)\s*>$/.exec(source.slice(Math.max(start, end - 200), end));
    accounted.add(start);
    if (!close) return;
    accounted.add(Math.max(start, end - 200) + close.index);
    removed.push([start, end]);
  });
  return { accounted, removed };
}

/** Comments, and blocks of code, that are named as if they made something internal; what a reader sees, the finder looks for. */
function refuseOtherMarks(tree: Root, locationAt: LocationAt): Problem[] {
  const problems: Problem[] = [];
  walk(tree, (node) => {
    if (isPrivateElement(node)) return false;
    if (isComment(node) && isMark((node as { value?: string }).value ?? ''))
      problems.push(createProblem('redaction/other-mark', locationAt(startOf(node)), { what: 'comment' }));
    if (node.type === 'code' && [node.lang, node.meta].some((word) => isMark(word ?? '')))
      problems.push(createProblem('redaction/other-mark', locationAt(startOf(node)), { what: 'word above code' }));
    return undefined;
  });
  return problems;
}

/** Words that stand beside the name where it is a mark; with any other, it is an ordinary comment. */
const besideNames: ReadonlySet<string> = new Set([
  'begin',
  'begins',
  'start',
  'starts',
  'end',
  'ends',
  'stop',
  'stops',
  'of',
  'only',
  'use',
]);

/** `internal`, `/internal`, `internal:begin`, `end of internal`. */
function isMark(written: string): boolean {
  const said = written.toLowerCase().match(/\p{L}+/gu) ?? [];
  const names = said.filter((word) => internalNames.has(word));
  return names.length > 0 && said.every((word) => internalNames.has(word) || besideNames.has(word));
}

/** Markdown flattens an image's text: an element in it would vanish and its words stay. */
function refuseMarkedImages(source: string, tree: Root, locationAt: LocationAt): Problem[] {
  const problems: Problem[] = [];
  walk(tree, (node) => {
    if (node.type !== 'image' && node.type !== 'imageReference') return;
    if (/[<{]/.test(source.slice(...rangeOf(node)).replace(angledAddress, ']('))) {
      problems.push(
        createProblem('story/not-here', locationAt(startOf(node)), { name: '…', where: 'outside the image' }),
      );
    }
  });
  return problems;
}

/** The address of an image between angle brackets, as names with spaces need them; behind it a title at most. */
const angledAddress = /\]\([ \t\n]*<[^<>{}\\\n]*>(?=[ \t\n]*(?:[ \t\n]["'(][^<{]*)?\)$)/;
