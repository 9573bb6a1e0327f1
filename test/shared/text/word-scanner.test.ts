/** The scanner of words, held against the plain expression for the same: whatever the text, it misses nothing. */
import { expect, test } from 'vitest';
import { createRandom } from '../../../bench/random.ts';
import { findLeaks, fingerprint } from '../../../src/shared/text/fingerprints.ts';
import { normalText } from '../../../src/shared/text/normalise.ts';
import { createWordScanner, wordsOf } from '../../../src/shared/text/word-scanner.ts';

const pieces = [
  ...['a', 'db', 'host-1', 'node_7', 'x9.y', 'été', 'naïve', 'ß', 'ﬁne', 'İ', 'Ω', 'ⅷ', '٣', 'e\u0301', '\u0301'],
  ...['日本', '語', 'ไทย', 'ខ្មែរ', '한국', 'שלום', 'مرحبا', '😀', '\ud83d', '\udc00', '\u200b', '\u00ad'],
  ...[' ', '  ', '\n', '\t', '.', ',', '—', '’', '-', '@', '/', '<', '&amp;', '0', '\u0000'],
];

const randomText = (seed: number) => {
  const random = createRandom(seed);
  return Array.from({ length: random.between(0, 60) }, () => random.pick(pieces)).join('');
};

test('the words are those of the expression, in every script', () => {
  const scan = createWordScanner({ words: [], pairs: [], runs: [], runLength: 5 });
  for (let seed = 0; seed < 3000; seed += 1) {
    const normal = normalText(randomText(seed));
    const { count, wordAt } = scan(normal);
    expect(Array.from({ length: count }, (_, index) => wordAt(index))).toEqual(wordsOf(normal));
  }
});

test('every wanted word and every wanted run is found where it stands', () => {
  for (let seed = 0; seed < 1000; seed += 1) {
    const words = wordsOf(normalText(randomText(seed)));
    const random = createRandom(seed);
    const at = random.between(0, Math.max(0, words.length - 1));
    const wanted = words.slice(at, at + 1);
    const run = words.slice(at, at + 3);
    const [first, second] = run;
    const pairs: [string, string][] = first !== undefined && second !== undefined ? [[first, second]] : [];
    const scan = createWordScanner({ words: wanted, pairs, runs: run.length === 3 ? [run] : [], runLength: 3 });
    const found = scan(words.join(' '));
    if (wanted.length > 0) expect(found.words).toContain(at);
    if (pairs.length > 0) expect(found.pairs).toContain(at);
    if (run.length === 3) expect(found.runs).toContain(at);
  }
});

test('a run is found at the begin, in the middle and at the end of a text, and not in parts', () => {
  const private_ = 'one lantern hung beside five kestrels';
  const fingerprints = fingerprint([{ text: private_, origin: 'here' }], [], { words: new Set(), texts: [] });
  const runs = (text: string) => findLeaks(text, fingerprints).filter(({ kind }) => kind === 'a run of words').length;
  expect(runs('one lantern hung beside five')).toBe(1);
  expect(runs('and lantern hung beside five kestrels')).toBe(1);
  expect(runs('(One  lantern—hung\nbeside, five KESTRELS)')).toBe(2);
  expect(runs('one lantern hung beside')).toBe(0);
  expect(runs('one lantern hung near five kestrels')).toBe(0);
});

test('normal text of ASCII is what the longer way gives', () => {
  for (let seed = 0; seed < 2000; seed += 1) {
    const random = createRandom(seed);
    const text = Array.from({ length: random.between(0, 30) }, () => String.fromCharCode(random.between(0, 127))).join(
      '',
    );
    // A letter that is no ASCII takes the longer way; its own normal form is taken off again.
    expect(normalText(text)).toBe(normalText(`${text}ä`).slice(0, -1));
  }
});
