/** Finds names and terms in normal form, however they are joined, cased or accented. */
import { matchesIn } from '../problem/matches-in.ts';
import { type NormalText, normalise, normalText } from './normalise.ts';

/** Finds one kind of private text. */
export interface Matcher {
  kind: string;
  /** Match ranges in normal form. */
  match(text: NormalText): [number, number][];
}

/** Shortest words, letters counted together, that are recognised when nothing stands between them. */
const shortestJoined = 7;

/**
 * Words in any case, with or without accents, whatever signs stand between them: `Blue Fox` also finds `blue-fox`,
 * `BLUE_FOX` and `blueFoxPlan`, and never `bluefoxes`.
 */
export function wordMatcher(kind: string, words: string): Matcher {
  const expressions = spellings(words).map(expressionFor);
  return {
    kind,
    match: (normal) =>
      expressions.flatMap((expression) =>
        matchesIn(normal.text, expression)
          .map(({ index, 0: found }): [number, number] => [index, index + found.length])
          .filter(([from, to]) => isWholeWord(normal, from, to)),
      ),
  };
}

/** A word as it is written, or in capitals: for parts of names, many of which are ordinary words in small letters. */
export function casedMatcher(kind: string, word: string): Matcher {
  const written = [word, withoutMarks(word)].map((spelling) => normalise(spelling).cased);
  const wanted = new Set([...written, ...written.filter(({ length }) => length > 3).map((form) => form.toUpperCase())]);
  return {
    kind,
    match: (normal) =>
      [...wanted].flatMap((form) =>
        occurrences(normal.cased, form).filter(([from, to]) => isWholeWord(normal, from, to)),
      ),
  };
}

/** Short initials: as they are written, apart from letters and digits. */
export function initialsMatcher(kind: string, initials: string): Matcher {
  const wanted = normalise(initials).cased;
  const apart = (character: string | undefined) => !/[\p{L}\p{N}_]/u.test(character ?? '');
  return {
    kind,
    match: ({ cased }) => occurrences(cased, wanted).filter(([from, to]) => apart(cased[from - 1]) && apart(cased[to])),
  };
}

/** All places of `wanted` in `text`, also overlapping ones; none for an empty word. */
export function occurrences(text: string, wanted: string): [number, number][] {
  const places: [number, number][] = [];
  if (wanted === '') return places;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) places.push([at, at + wanted.length]);
  return places;
}

function spellings(words: string): string[] {
  const normal = normalText(words.trim());
  return [...new Set([normal, normalText(withoutMarks(normal))])].filter((spelling) => spelling !== '');
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁ]/g, (letter) => (letter === 'ł' ? 'l' : 'L'))
    .replace(/[øØ]/g, (letter) => (letter === 'ø' ? 'o' : 'O'))
    .normalize('NFC');
}

function expressionFor(words: string): RegExp {
  const parts = words.split(/[\s._-]+/).filter((part) => part !== '');
  if (parts.length === 0) return new RegExp(escapeSigns(words), 'gu');
  const least = parts.join('').length >= shortestJoined ? 0 : 1;
  return new RegExp(parts.map(escapeSigns).join(`[^\\p{L}\\p{N}]{${least},3}`), 'gu');
}

function escapeSigns(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** True when the range begins and ends between words; `_`, a change from letters to digits and a hump part words too. */
function isWholeWord({ cased }: NormalText, from: number, to: number): boolean {
  return !isInsideWord(cased, from) && !isInsideWord(cased, to);
}

function isInsideWord(cased: string, index: number): boolean {
  const [before = '', after = '', next = ''] = [cased[index - 1], cased[index], cased[index + 1]];
  if (/\p{N}/u.test(before) && /\p{N}/u.test(after)) return true;
  if (!/[\p{L}\p{M}]/u.test(before) || !/[\p{L}\p{M}]/u.test(after)) return false;
  const isHump = /\p{Lu}/u.test(after) && (/\p{Ll}/u.test(before) || /\p{Ll}/u.test(next));
  return !isHump;
}
