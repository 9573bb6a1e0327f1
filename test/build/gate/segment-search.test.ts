/** The search of many segments at once, held against a plain search of each form of each part by itself. */
import { expect, test } from 'vitest';
import { createRandom } from '../../../bench/random.ts';
import { type MarkupSegment, markupSegments } from '../../../src/build/gate/markup-segments.ts';
import { createSegmentSearch } from '../../../src/build/gate/segment-search.ts';
import { formsOf, innerSegments } from '../../../src/build/gate/visible-segments.ts';
import { findLeaks, fingerprint, type Leak } from '../../../src/shared/text/fingerprints.ts';

const private_ = [
  'one lantern hung beside five kestrels',
  'db-7.prod',
  'a:b-77 x=y_9 kq:8812',
  'FROG-417',
  'データの鍵が漏れ',
];
const fingerprints = fingerprint(
  [
    ...private_.map((text, index) => ({ text, origin: `private:${index}` })),
    { text: 'Mei Chen', origin: 'people:1', isTerm: true },
    { text: 'Ø', origin: 'people:2', isTerm: true },
  ],
  [],
  { words: new Set(), texts: [] },
);

function searchPlainly(segment: MarkupSegment, depth = 0): Leak[] {
  if (typeof segment !== 'string') return partsOf(segment.tag).flatMap((part) => searchPlainly(part, depth));
  return formsOf(segment).flatMap((form) => {
    const parts = depth < 4 ? innerSegments(form) : [];
    return parts.length > 0 ? parts.flatMap((part) => searchPlainly(part, depth + 1)) : findLeaks(form, fingerprints);
  });
}

function partsOf(tag: string): string[] {
  const [, name = '', attributes = ''] = /^<[/!?]?([A-Za-z][\w:-]*)([\s\S]*)>$/.exec(tag) ?? [];
  const values = attributes.matchAll(/([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g);
  return [name, `${name} ${attributes}`, ...[...values].flatMap((value) => value.slice(1).filter(Boolean))];
}

const pieces = [
  ...['one', 'lantern', 'hung', 'beside', 'five', 'kestrels', 'Five KESTRELS', 'one lantern hung beside five'],
  ...[
    'db-7',
    '.prod',
    'db-7.prod',
    'DB 7 prod',
    'a:b-77',
    'x=y_9',
    'kq:8812',
    'FROG',
    '417',
    '-',
    'FROG-417',
    'frog 417',
  ],
  ...['Mei', 'Chen', 'meichen', 'データの鍵が', 'データ', 'が漏れ', 'Ø', 'ø', '—', 'é', '\u200b', '\u0001', '\u0000'],
  ...[
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<br>',
    '<a title="',
    '">',
    "<i x='",
    "'>",
    '<a b=',
    '>',
    '<u data-frog-417>',
    '="',
  ],
  ...['&lt;b&gt;', '&amp;lt;p&amp;gt;', '%2d', '&#45;', '\\u002d', '&nbsp;', '&shy;', '%', '&', '\\', '<!--', '-->'],
  ...['x'.repeat(64), 'lorem ipsum '.repeat(20)],
];
const glue = ['', ' ', ' ', ' ', '\n', '  ', ', '];

test('whatever the files, it finds in each what a plain search finds, also after files that were clean', () => {
  let [found, kept] = [0, createSegmentSearch(fingerprints)];
  let before: string[] = [];
  for (let seed = 0; seed < 8000; seed += 1) {
    const random = createRandom(seed);
    const mix = (most: number) =>
      Array.from({ length: random.between(0, most) }, () => `${random.pick(pieces)}${random.pick(glue)}`).join('');
    const value = () => random.pick(['"?"', "'?'", '?', '"?', ' ?']).replace('?', () => mix(2).trim());
    const tag = () => `<i ${random.pick(['a', 'data-x', 'frog'])}=${value()} ${random.pick(pieces)}=${value()}>`;
    const text = () =>
      random.next() < 0.3 && before.length > 0 ? random.pick(before) : random.next() < 0.3 ? tag() : mix(12);
    const texts = Array.from({ length: random.between(1, 4) }, text);
    const segments = texts.flatMap((text) => (random.next() < 0.5 ? [text] : markupSegments(text)));
    const expected = leaksOf(segments.flatMap((segment) => searchPlainly(segment)));
    expect(leaksOf(createSegmentSearch(fingerprints)(segments)), JSON.stringify(segments)).toEqual(expected);
    expect(leaksOf(kept(segments)), JSON.stringify(segments)).toEqual(expected);
    if (expected.length > 0) found += 1;
    before = [...before, ...texts].slice(-20);
    if (seed % 500 === 0) kept = createSegmentSearch(fingerprints);
  }
  expect(found).toBeGreaterThan(2000);
});

/** Those that differ, in one order. */
function leaksOf(leaks: readonly Leak[]): string[] {
  return [...new Set(leaks.map(({ kind, origin }) => `${kind} ${origin}`))].sort();
}
