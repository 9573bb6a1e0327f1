/** Durations and counts that an English text tells in words: "47 minutes", "two hours and five minutes", "12,000 customers". */
import { matchesIn } from '../../shared/problem/matches-in.ts';

export interface ToldDuration {
  index: number;
  words: string;
  minutes: number;
  /** How far the computed value may lie from it and still be what was meant. */
  toleranceMinutes: number;
  /** "up to", "within", "every": a limit or a rate, no length of anything. */
  isLimit: boolean;
}

export interface ToldCount {
  index: number;
  words: string;
  value: number;
  noun: string;
  isRough: boolean;
}

const ones = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'.split(
  ' ',
);
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const numberWords: Readonly<Record<string, number>> = {
  'three quarters': 0.75,
  'a quarter': 0.25,
  half: 0.5,
  ...Object.fromEntries(tens.map((word, index) => [word, 20 + 10 * index])),
  ...Object.fromEntries(ones.map((word, index) => [word, index + 1])),
  an: 1,
  a: 1,
};
const signs: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };
const compound = `(?:${tens.join('|')})[ -](?:${ones.slice(0, 9).join('|')})`;
const inWords = `(?:${compound}|${Object.keys(numberWords).join('|')})`;
const inDigits = '(?:\\d{1,3}(?:,\\d{3})+|\\d{1,6}(?:\\.\\d{1,2})?[½¼¾]?|[½¼¾])';
const amount = `(?:${inDigits}|${inWords})(?: and (?:a half|a quarter|three quarters))?`;
const unit = '(?:minutes?|mins?|hours?|hrs?|days?|weeks?)';
const unitMinutes: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440, w: 10_080 };
const part = `(${amount})(?:(?: of)? an?)?[ -](${unit})`;
const rough =
  'about|around|approximately|roughly|some|nearly|almost|over|under|more than|less than|just over|just under|at least|well over';
const limit = 'up to|within|every|at most|no more than|per|each|next|last|first|after the first|another';
const duration = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/-])(?:(${rough}|${limit}) )?${part}(?:,? (?:and )?${part})?( and a half)?(?![\\p{L}\\p{N}])`,
  'giu',
);

/** All durations of a text, in order. */
export function readDurations(text: string): ToldDuration[] {
  return matchesIn(text, duration).flatMap((match) => {
    const [whole, modifier = '', first = '', firstUnit = '', second, secondUnit, half] = match;
    const units = [firstUnit, secondUnit].filter((name) => name !== undefined).map(minutesOf);
    const [largest = 0, smaller = 0] = units;
    if (secondUnit !== undefined && smaller >= largest) return [];
    const minutes = numberOf(first) * largest + (second === undefined ? 0 : numberOf(second) * smaller);
    const total = minutes + (half ? largest / 2 : 0);
    const last = units.at(-1) ?? 1;
    // Who says half an hour does not mean a whole one.
    const isInParts = half !== undefined || !Number.isInteger(numberOf(second ?? first));
    const precision = Math.max(1, last / (isInParts ? 4 : 2));
    const isRough = new RegExp(`^(?:${rough})$`, 'i').test(modifier);
    return [
      {
        index: match.index,
        words: whole,
        minutes: total,
        toleranceMinutes: isRough ? Math.max(precision, total * 0.2) : precision,
        isLimit: modifier !== '' && !isRough,
      },
    ];
  });
}

const count = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/-])(?:(${rough}) )?(\\d{1,3}(?:[,\\u00a0\\u202f ]\\d{3})+|\\d{1,9})( (?:million|thousand))? ((?:[a-z]{1,12} ){0,1})(users|people|customers|accounts|support requests|support tickets|support cases)(?![\\p{L}\\p{N}])`,
  'giu',
);

/** All counts of people, accounts and support requests of a text, in order. */
export function readCounts(text: string): ToldCount[] {
  return matchesIn(text, count).map((match) => {
    const [words, modifier, digits = '', scale = '', , noun = ''] = match;
    const factor = /million/i.test(scale) ? 1e6 : /thousand/i.test(scale) ? 1000 : 1;
    const value = Number(digits.replace(/\D/g, '')) * factor;
    return {
      index: match.index,
      words,
      value,
      noun: noun.toLowerCase(),
      isRough: modifier !== undefined || factor > 1,
    };
  });
}

function minutesOf(name: string): number {
  return unitMinutes[name.charAt(0).toLowerCase()] ?? 1;
}

/** `2`, `2.5`, `2½`, `two and a half`, `twenty-five`, `three quarters`. */
function numberOf(told: string): number {
  const [whole = '', fraction] = told.toLowerCase().split(' and ');
  const more = fraction === undefined ? 0 : (numberWords[fraction.replace('a half', 'half')] ?? 0);
  return wholeOf(whole) + more;
}

function wholeOf(told: string): number {
  const known = numberWords[told];
  if (known !== undefined) return known;
  const [ten = '', one = ''] = told.split(/[ -]/);
  if (one !== '') return (numberWords[ten] ?? 0) + (numberWords[one] ?? 0);
  const sign = signs[told.at(-1) ?? ''];
  return sign === undefined ? Number(told.replaceAll(',', '')) : Number(told.slice(0, -1)) + sign;
}

/** Characters looked at on either side for the rest of a sentence. */
const reach = 300;

/** The sentence around a place, as far as it can be told, and where it begins. */
export function sentenceAround(text: string, index: number): { sentence: string; start: number } {
  const from = Math.max(0, index - reach);
  const before = text.slice(from, index);
  const begin = Math.max(...['. ', '! ', '? ', '.\n', '\n\n'].map((end) => before.lastIndexOf(end)));
  const after = text.slice(index, index + reach);
  const end = /[.!?](?:\s|$)/.exec(after)?.index ?? after.length;
  const start = begin < 0 ? from : from + begin + 1;
  return { sentence: text.slice(start, index + end), start };
}
