/** The normal form alone, held against the form that remembers where each character came from. */
import { expect, test } from 'vitest';
import { createRandom } from '../../bench/random.ts';
import { normalise, normalText } from '../../src/redaction/normalise.ts';

const pieces = [
  ...['a', 'B', 'ss', 'Word', ' ', '  ', '\n', '\t', '\r\n', ' \n ', '.', '-', '1', 'e', 'o', 'ff'],
  ...[
    'ß',
    'ſ',
    'Σ',
    'ς',
    'İ',
    'ı',
    'É',
    'ﬁ',
    'Å',
    'K',
    '…',
    '–',
    '½',
    '²',
    '①',
    '🦊',
    '日本',
    'ｆｕｌｌ',
    '가',
    'ᄀ',
    'ᅡ',
  ],
  ...['\u0301', '\u0308', '\u0338', '\u200b', '\u00ad', '\u200d', '\ufeff', '\u00a0', '\u2003', '\u2028', '\u3000'],
  ...['\u0001', '\u007f', '\u000e', '\ufe0f', '\u202e', 'ك', 'י'],
];

test('it is the same, however the text is mixed', () => {
  for (let seed = 0; seed < 30_000; seed += 1) {
    const random = createRandom(seed);
    const text = Array.from({ length: random.between(1, 12) }, () => random.pick(pieces)).join('');
    expect(normalText(text), JSON.stringify(text)).toBe(normalise(text).text);
  }
});
