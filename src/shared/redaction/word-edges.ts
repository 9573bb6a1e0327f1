/** Where words begin and end in normal form, in each script. */
import { isJoinedBefore, isJoinedBehind, longestJoined, type ScriptKind, scriptKindOf } from '../text/scripts.ts';

/** From so many letters on, a word is recognised at the begin or the end of a longer one, as compounds and plurals have it. */
const leastInCompound: Readonly<Partial<Record<ScriptKind, number>>> = { hangul: 3, syllabic: 3 };
const leastInOthers = 5;
/** From so many on, in the midst of one too. */
const leastWithin = 7;
/** What makes a plural or a genitive of shorter words. */
const pluralEnd = /^e?s$/i;
const leastInPlural = 3;

const isLetter = (character: string) => /[\p{L}\p{M}]/u.test(character);
const isDigit = (character: string) => /\p{N}/u.test(character);

/**
 * True when the range stands for itself: between words; where the script changes; in a script without spaces, anywhere for
 * two letters and more; with the particles of Korean, Arabic and others; in the plural; for five letters and more, three in
 * scripts of syllables, at one end of a word; and for seven within it.
 * `_`, a change from letters to digits and a hump (`blueFox`) part words too.
 */
export function isWholeWord(cased: string, from: number, to: number): boolean {
  const [begin, end] = [edgeBefore(cased, from, to), edgeBehind(cased, from, to)];
  if (begin === 'number' || end === 'number') return false;
  if (begin === 'apart' && end === 'apart') return true;
  const letters = lettersIn(cased.slice(from, to));
  if (begin === 'inside' && end === 'inside') return letters >= leastWithin;
  if (letters >= (leastInCompound[scriptKindOf(cased[from] ?? '')] ?? leastInOthers)) return true;
  return begin === 'apart' && letters >= leastInPlural && pluralEnd.test(tokenBehind(cased, to));
}

/** The same without compounds: only a genitive may follow, `Chens`. For parts of names, and handles. */
export function isOwnWord(cased: string, from: number, to: number): boolean {
  if (edgeBefore(cased, from, to) !== 'apart') return false;
  const end = edgeBehind(cased, from, to);
  return end === 'apart' || (end === 'inside' && /^s$/i.test(tokenBehind(cased, to)));
}

type Edge = 'apart' | 'inside' | 'number';

function edgeBefore(cased: string, from: number, to: number): Edge {
  const [before = '', first = '', second = ''] = [cased[from - 1], cased[from], cased[from + 1]];
  const edge = edgeBetween(before, first, second);
  if (edge !== 'inside') return edge;
  const kind = scriptKindOf(first);
  if (kind === 'unspaced') return to - from > 1 ? 'apart' : 'inside';
  return isJoinedBefore(kind, tokenBefore(cased, from)) ? 'apart' : 'inside';
}

function edgeBehind(cased: string, from: number, to: number): Edge {
  const [last = '', behind = '', next = ''] = [cased[to - 1], cased[to], cased[to + 1]];
  const edge = edgeBetween(last, behind, next);
  if (edge !== 'inside') return edge;
  const kind = scriptKindOf(last);
  if (kind === 'unspaced') return to - from > 1 ? 'apart' : 'inside';
  return isJoinedBehind(kind, tokenBehind(cased, to)) ? 'apart' : 'inside';
}

function edgeBetween(before: string, after: string, next: string): Edge {
  if (isDigit(before) && isDigit(after)) return 'number';
  if (!isLetter(before) || !isLetter(after) || scriptKindOf(before) !== scriptKindOf(after)) return 'apart';
  const isHump = /\p{Lu}/u.test(after) && (/\p{Ll}/u.test(before) || /\p{Ll}/u.test(next));
  return isHump ? 'apart' : 'inside';
}

/** Letters of the same script before a place; one more than could be particles at the most. */
function tokenBefore(cased: string, at: number): string {
  const kind = scriptKindOf(cased[at] ?? '');
  let start = at;
  while (start > 0 && at - start <= longestJoined && isOf(kind, cased[start - 1])) start -= 1;
  return cased.slice(start, at);
}

function tokenBehind(cased: string, at: number): string {
  const kind = scriptKindOf(cased[at - 1] ?? '');
  let end = at;
  while (end - at <= longestJoined && isOf(kind, cased[end])) end += 1;
  return cased.slice(at, end);
}

function isOf(kind: ScriptKind, character: string | undefined): boolean {
  return character !== undefined && isLetter(character) && scriptKindOf(character) === kind;
}

function lettersIn(text: string): number {
  return text.replace(/[^\p{L}\p{M}]/gu, '').length;
}
