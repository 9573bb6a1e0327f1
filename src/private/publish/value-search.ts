/** Finds many values in one text, in time that grows with the text and not with their number. */

import { type NormalText, normalise, normalText } from '../../shared/text/normalise.ts';
import { ordinaryNames } from '../../shared/text/ordinary-names.ts';
import { indexByRarestKey, wantedOf } from '../../shared/text/rarest-keys.ts';
import { isRare } from '../../shared/text/tokens.ts';
import { trimSigns } from '../../shared/text/trim-signs.ts';
import { createWordScanner, wordsOf } from '../../shared/text/word-scanner.ts';
import type { InternalValue } from './internal-values.ts';

/** Where a value stands; offsets are 0-based UTF-16, end excluded. */
export interface ValueFind {
  value: string;
  start: number;
  end: number;
}

/** One way to write a value. */
interface Form {
  value: string;
  words: readonly string[];
  /** In normal form with its capitals: for a word by itself. */
  cased?: string;
  /** Stands right before it. */
  sign?: string;
  /** What stands between its words, for a value without spaces: an id, an address, a word with a hyphen. */
  signs?: readonly string[];
  isSentence: boolean;
}

/** Every place of every value in a text, in their order. Values that could not be told from ordinary words are never found. */
export function createValueSearch(values: readonly InternalValue[]): (text: string) => ValueFind[] {
  const index = indexByRarestKey(values.flatMap(formsOf));
  const scan = createWordScanner({
    ...wantedOf(index),
    runs: [],
    runLength: leastRun,
  });
  return (text) => {
    const finds: ValueFind[] = [];
    const normal = normalText(text);
    let whole: NormalText | undefined;
    const scanned = scan(normal);
    const look = (key: string, at: number) => {
      for (const { entry: form, keyAt } of index.get(key) ?? []) {
        const first = at - keyAt;
        if (first < 0 || first + form.words.length > scanned.count) continue;
        if (!form.words.every((word, offset) => scanned.wordAt(first + offset) === word)) continue;
        const ranges = form.words.map((_, offset) => scanned.rangeOf(first + offset));
        const [from, to] = [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0];
        if (!isTogether(normal, ranges, form)) continue;
        whole ??= normalise(text);
        if (form.cased !== undefined && !isWrittenSo(whole.cased.slice(from, to), form.cased)) continue;
        finds.push({
          value: form.value,
          start: whole.offsets[from - (form.sign?.length ?? 0)] ?? 0,
          end: (whole.offsets[to - 1] ?? 0) + 1,
        });
      }
    };
    for (const at of scanned.words) look(scanned.wordAt(at), at);
    for (const at of scanned.pairs) look(`${scanned.wordAt(at)} ${scanned.wordAt(at + 1)}`, at);
    // Where one way to write it lies within another, the longer one is told.
    return finds.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}

const leastRun = 5;
/** Of words without a capital so many make a value. */
const leastInSmall = 3;
/** Letters of a single word that counts. */
const leastLetters = 4;

/** As it is written, as one word, and in the genitive or plural of its last word. */
function formsOf({ text, kind }: InternalValue): Form[] {
  const bare = trimSigns(text.trim(), (sign) => /[\s.,;:!?]/.test(sign), 'end');
  const words = wordsOf(normalText(bare));
  const [isSentence, isPerson] = [kind === 'an internal sentence', /attendee|responder/.test(kind)];
  const common = { value: text, isSentence };
  if (kind === 'a ticket') {
    const numbered = numberedForms(bare);
    if (numbered.length > 0) return numbered.map((form) => ({ ...common, ...form }));
  }
  if (isSentence) return [{ ...common, words }];
  const [only = ''] = words;
  if (words.length > 1) {
    if (!/\s/.test(bare)) {
      const isTelling = /\p{L}/u.test(bare) || isRare(normalText(bare));
      return isTelling && !isMoment(bare) ? [{ ...common, words, signs: signsOf(normalText(bare), words) }] : [];
    }
    // A date, a duration and two words of every day stand in every text.
    const isNamed = bare.split(/\s+/).some((word) => /^\p{Lu}/u.test(word) && !ordinaryNames.has(normalText(word)));
    const isTelling = isNamed || bare.split(/\s+/).some((token) => isRare(normalText(token)));
    if (!isTelling && !isPerson && (words.length < leastInSmall || /\d/.test(bare))) return [];
    const together = words.join('');
    return [
      { ...common, words },
      ...(/\p{L}$/u.test(bare) ? [{ ...common, words: [...words.slice(0, -1), `${words.at(-1)}s`] }] : []),
      ...(together.length >= leastTogether ? [{ ...common, words: [together] }] : []),
      ...(isPerson ? listedForms(bare).map((form) => ({ ...common, ...form })) : []),
    ];
  }
  if (/^#\d+$/.test(bare)) return [{ ...common, words, sign: '#' }];
  if (/\p{N}/u.test(only)) return kind === 'a ticket' || isRare(only) ? [{ ...common, words }] : [];
  const isKnown = isPerson || (/\p{Lu}/u.test(bare) && [...only].length >= leastLetters);
  if (!isKnown || [...only].length < 3 || ordinaryNames.has(only)) return [];
  const { cased } = normalise(bare);
  return [
    { ...common, words, cased },
    { ...common, words: [`${only}s`], cased: `${cased}s` },
  ];
}

const leastTogether = 9;
/** Of so many digits, a ticket's number is no other number by chance. */
const tellingDigits = 6;

/** `INC0077777`, `INC-0077777` and `0077777` for each of them; none for tickets that are named otherwise. Short ones may be `pay 300`. */
function numberedForms(ticket: string): Pick<Form, 'words' | 'signs'>[] {
  const [, letters, digits = ''] = /^([a-z]{2,10})[\s_-]?(\d{3,12})$/.exec(normalText(ticket)) ?? [];
  if (letters === undefined) return [];
  const words = [letters, digits];
  const isTelling = digits.length >= tellingDigits;
  return [
    { words: [letters + digits] },
    ...(isTelling ? [{ words }, { words: [digits] }] : ['-', '_'].map((sign) => ({ words, signs: [sign] }))),
  ];
}

/** `Secretperson, Alice` and `A. Secretperson`, as lists and minutes write a name of two words. */
function listedForms(name: string): Pick<Form, 'words' | 'signs' | 'cased'>[] {
  const { cased } = normalise(name);
  const [given = '', family = '', ...more] = cased.split(' ');
  const [first = ''] = given;
  const words = wordsOf(normalText(cased));
  if (more.length > 0 || words.length !== 2 || ordinaryNames.has(words[1] ?? '')) return [];
  return [
    { words: [...words].reverse(), signs: [', '], cased: `${family}, ${given}` },
    { words: [first.toLowerCase(), words[1] ?? ''], signs: ['. '], cased: `${first}. ${family}` },
  ];
}

/** Nothing but signs between the words, and no end of a sentence. */
function isTogether(
  normal: string,
  ranges: readonly (readonly [number, number])[],
  { sign, signs, isSentence }: Form,
): boolean {
  const [start = 0] = ranges[0] ?? [];
  if (sign !== undefined && normal[start - 1] !== sign) return false;
  if (isSentence) return true;
  return ranges.slice(1).every(([from], index) => {
    const between = normal.slice(ranges[index]?.[1] ?? 0, from);
    return signs ? between === signs[index] : between.length <= 3 && !/[.!?,;:] /.test(between);
  });
}

function signsOf(normal: string, words: readonly string[]): string[] {
  let at = normal.indexOf(words[0] ?? '') + (words[0] ?? '').length;
  return words.slice(1).map((word) => {
    const next = normal.indexOf(word, at);
    const between = normal.slice(at, next);
    at = next + word.length;
    return between;
  });
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d{2}(?:-\d{2})?(?:T[\d:.]*(?:Z|[+-][\d:]*)?)?$/i.test(text);
}

/** Whether nobody writes it by chance: an id, a ticket, words joined by hyphens or dots, a name of two words. */
export function isCertain({ text, kind }: InternalValue): boolean {
  if (kind === 'a ticket') return true;
  if (kind === 'a name in `internal`') return false;
  const tokens = text.split(/\s+/).map((token) => trimSigns(token, (sign) => !/[\p{L}\p{N}\p{Cs}]/u.test(sign)));
  if (tokens.some((token) => isRare(normalText(token)) && !isMoment(token))) return true;
  if (kind === 'an internal sentence') return false;
  const capitals = tokens.filter((token) => /^\p{Lu}/u.test(token));
  return capitals.length > 1 || tokens.some((token) => /\p{L}[.-]\p{L}/u.test(token));
}

function isWrittenSo(written: string, cased: string): boolean {
  return written === cased || written === cased.toUpperCase();
}
