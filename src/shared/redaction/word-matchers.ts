/** Finds names and terms in normal form, however they are joined, cased or accented, in every script. */

import { escapePattern } from '../text/escape-pattern.ts';
import { type NormalText, normalise, normalText } from '../text/normalise.ts';
import { isJoinedScript } from '../text/scripts.ts';
import { textBorder } from '../text/word-scanner.ts';
import { isOwnWord, isWholeWord } from './word-edges.ts';

/** Finds one kind of private text. */
export interface Matcher {
  kind: string;
  /** Normal texts of which one stands in every match; without them any text may have one. */
  literals?: readonly string[];
  /** Match ranges in normal form. */
  match(text: NormalText): [number, number][];
}

/** Shortest words, letters counted together, that are recognised when nothing stands between them. */
const shortestJoined = 7;

/**
 * Words in any case, with or without accents, whatever signs stand between them, and in compounds (see `isWholeWord`):
 * `Blue Fox` also finds `blue-fox`, `BLUE_FOX`, `blueFoxPlan` and `bluefoxes`.
 */
export function wordMatcher(kind: string, words: string): Matcher {
  const forms = spellings(words).map((spelling) => formOf(spelling));
  return {
    kind,
    literals: forms.map(({ literal }) => literal),
    match: (normal) =>
      forms.flatMap(({ expression }) =>
        rangesOf(normal.text, expression, (from, to) => isWholeWord(normal.cased, from, to)),
      ),
  };
}

/** The same, but by itself alone: for handles and account names. */
export function ownWordMatcher(kind: string, words: string): Matcher {
  const { expression, literal } = formOf(normalText(words.trim()));
  return {
    kind,
    literals: [literal],
    match: ({ text, cased }) => rangesOf(text, expression, (from, to) => isOwnWord(cased, from, to)),
  };
}

/** A handle behind its `@`, for one that is a word of every day without it. */
export function mentionMatcher(kind: string, handle: string): Matcher {
  const literal = `@${normalText(handle)}`;
  return {
    kind,
    literals: [literal],
    match: ({ text }) =>
      occurrences(text, literal).filter(
        ([from, to]) => !/[\p{L}\p{N}_.-]/u.test(text[from - 1] ?? '') && !/[\p{L}\p{N}_]/u.test(text[to] ?? ''),
      ),
  };
}

/** A word as it is written, or in capitals: for parts of names, many of which are ordinary words in small letters. */
export function casedMatcher(kind: string, word: string): Matcher {
  const wanted = spellings(word, (text) => normalise(text).cased)
    // Of short ones too little is left without an umlaut's second letter: Loew is not Low.
    .filter((form, _, [written = '']) => /'/.test(word) || form.length >= Math.min(written.length, leastFromDoubled))
    .flatMap((form) => [form, ...(form.length > 3 ? [form.toUpperCase()] : [])]);
  return {
    kind,
    literals: [...new Set(wanted.map((form) => form.toLowerCase()))],
    match: ({ cased }) =>
      wanted.flatMap((form) => occurrences(cased, form).filter(([from, to]) => isOwnWord(cased, from, to))),
  };
}

/** Short initials: as they are written, apart from letters and digits. */
export function initialsMatcher(kind: string, initials: string): Matcher {
  const wanted = normalise(initials).cased;
  const apart = (character: string | undefined) => !/[\p{L}\p{N}_]/u.test(character ?? '');
  return {
    kind,
    literals: [normalText(initials)],
    match: ({ cased }) => occurrences(cased, wanted).filter(([from, to]) => apart(cased[from - 1]) && apart(cased[to])),
  };
}

/** All places of `wanted` in `text`, also overlapping ones; none for an empty word. */
export function occurrences(text: string, wanted: string): [number, number][] {
  const ranges: [number, number][] = [];
  if (wanted === '') return ranges;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) ranges.push([at, at + wanted.length]);
  return ranges;
}

/** Matches that are accepted, also such as begin within one that is not. */
function rangesOf(
  text: string,
  expression: RegExp,
  isAccepted: (from: number, to: number) => boolean,
): [number, number][] {
  const ranges: [number, number][] = [];
  const form = new RegExp(expression);
  for (let found = form.exec(text); found; found = form.exec(text)) {
    const [from, to] = [found.index, found.index + found[0].length];
    if (isAccepted(from, to)) ranges.push([from, to]);
    else form.lastIndex = from + 1;
  }
  return ranges;
}

/**
 * In a normal form: as they are; with umlauts in two letters, or their two letters as one; as Arabic writes them after "for";
 * and without their apostrophes, or with hyphens for them, as addresses have it.
 */
function spellings(words: string, normalOf: (text: string) => string = normalText): string[] {
  const composed = words.trim().normalize('NFC');
  const normal = normalOf(composed);
  const single = normal.replace(/a(?=a\p{L})/giu, '');
  return [
    ...new Set([
      normal,
      normalOf(
        composed
          .replace(/[äöüÄÖÜ]/g, '$&e')
          .replace(/å/g, 'aa')
          .replace(/Å/g, 'Aa')
          .replace(/ø/g, 'oe')
          .replace(/Ø/g, 'Oe'),
      ),
      normal.replace(/([aou])e(?=\p{L})/giu, '$1'),
      // Of shorter words too little would be left.
      ...(single.length >= leastFromDoubled ? [single] : []),
      // "For the" takes the article's place.
      normal.replace(/^ال/, 'لل'),
      normal.replace(/(?<=\p{L})'(?=\p{L})/gu, ''),
      normal.replace(/(?<=\p{L})'(?=\p{L}{3})/gu, '-'),
    ]),
  ].filter((spelling) => spelling !== '');
}

const leastFromDoubled = 5;

interface WordForm {
  expression: RegExp;
  /** Stands in every match. */
  literal: string;
}

function formOf(words: string): WordForm {
  const parts = words.split(/[\s._・·-]+/).filter((part) => part !== '');
  if (parts.length === 0) return { expression: new RegExp(escapePattern(words), 'gu'), literal: words };
  const least = parts.join('').length >= shortestJoined || parts.some(isJoinedScript) ? 0 : 1;
  const separator = `[^\\p{L}\\p{N}${textBorder}]{${least},6}`;
  const [longest = ''] = parts.map(rigidPart).sort((a, b) => b.length - a.length);
  return { expression: new RegExp(parts.map(looseForm).join(separator), 'gu'), literal: longest };
}

/** A line end may stand between letters of scripts without spaces, and a space around `&`. */
function looseForm(part: string): string {
  const letters = [...part];
  return letters
    .map((letter, index) => {
      const isTorn = isJoinedScript(letter) && isJoinedScript(letters[index + 1] ?? '');
      return letter === '&' ? ' ?& ?' : `${escapePattern(letter)}${isTorn ? ' ?' : ''}`;
    })
    .join('');
}

/** The most of a part that has no such place in it. */
function rigidPart(part: string): string {
  const [first = ''] = part;
  if ([...part].some(isJoinedScript)) return first;
  const [longest = ''] = part.split('&').sort((a, b) => b.length - a.length);
  return longest || '&';
}
