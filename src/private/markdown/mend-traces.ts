/** What a removal leaves around it: double spaces, a space before a full stop, empty quotes. Decided by the letters alone. */

/** Stands in a text where something was removed. No text has it: such characters are refused. */
export const trace = '\u0000';

/** Characters to leave out: offsets in the text, sorted, end excluded; traces are among them. */
export type Cuts = [from: number, to: number][];

export interface Edges {
  /** Whether nothing is shown before the text, and behind it. */
  isBegin: boolean;
  isEnd: boolean;
}

const pairs: readonly string[] = [
  '""',
  "''",
  '“”',
  '„“',
  '„”',
  '‘’',
  '‚‘',
  '«»',
  '»«',
  '‹›',
  '()',
  '[]',
  '（）',
  '「」',
  '『』',
  '【】',
];
const closing = /[.,;:!?)\]}»”’…。、，！？；：）」』】]/;
const opening = /[([{«„“‘（「『【]/;
const comma = /[,;:،；，、]/;
const stop = /[.!?。！？]/;

/** `isSpace` tells what may go: in a source line ends stay. */
export function cutsAround(
  text: string,
  { isBegin, isEnd }: Edges,
  isSpace = (character: string) => /\s/.test(character),
): Cuts {
  const cuts: Cuts = [];
  for (let at = text.indexOf(trace); at >= 0; at = text.indexOf(trace, at + 1)) {
    const last = cuts.at(-1)?.[1] ?? 0;
    let [from, to] = [at, at + 1];
    while (text[to] === trace) to += 1;
    const widen = () => {
      let [left, right] = [from, to];
      while (left > last && isSpace(text[left - 1] ?? '')) left -= 1;
      while (right < text.length && (isSpace(text[right] ?? '') || text[right] === trace)) right += 1;
      return { left, right, before: left > last ? text[left - 1] : undefined, behind: text[right] };
    };
    let around = widen();
    while (isEmptyPair(text, around, from, to)) {
      [from, to] = [around.left - 1, around.right + 1];
      around = widen();
    }
    const { left, right, before, behind } = around;
    const isFirst = before === undefined ? isBegin && last === 0 : before === '\n';
    const isLast = behind === undefined ? isEnd : behind === '\n';
    if (isFirst || isLast) [from, to] = isFirst && behind && comma.test(behind) ? [left, right + 1] : [left, right];
    else if (behind !== undefined && closing.test(behind) && right === to)
      [from, to] = [
        before && comma.test(before) && /[.,;:!?]/.test(behind) ? left - 1 : left,
        before && stop.test(before) && behind === '.' ? right + 1 : right,
      ];
    else if (before !== undefined && opening.test(before) && left === from) to = right;
    else if (left < from && right > to) to = right;
    if (isFirst) while (isSpace(text[to] ?? '') && to < text.length) to += 1;
    cuts.push([Math.max(from, last), to]);
    at = to - 1;
  }
  return cuts;
}

/** Quotes and brackets with nothing left between; straight quotes only where they open. */
function isEmptyPair(
  text: string,
  {
    left,
    right,
    before = '',
    behind = '',
  }: { left: number; right: number; before: string | undefined; behind: string | undefined },
  from: number,
  to: number,
): boolean {
  if (!pairs.includes(before + behind)) return false;
  if (before !== behind) return true;
  const isTight = left === from && right === to;
  return isTight && !/[\p{L}\p{N}.,;:!?]/u.test(text[left - 2] ?? '');
}

/** The text without what is cut. */
export function withoutCuts(text: string, cuts: Cuts): string {
  let [result, last] = ['', 0];
  for (const [from, to] of cuts) {
    result += text.slice(last, from);
    last = Math.max(last, to);
  }
  return result + text.slice(last);
}
