/** The normal form alone, held against the form that remembers where each character came from. */
import { expect, test } from 'vitest';
import { createRandom } from '../../../bench/random.ts';
import { normalise, normalText } from '../../../src/shared/text/normalise.ts';

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

test('of every character the normal form is the same with offsets and without, as long in both cases, and stays', () => {
  for (let point = 0; point <= 0x10ffff; point += point > 0x3400 && point < 0xd000 ? 17 : point > 0x1ffff ? 61 : 1) {
    const written = `x${String.fromCodePoint(point)}y`;
    const { text, cased, offsets } = normalise(written);
    if (text !== normalText(written) || cased.length !== text.length || offsets.length !== text.length + 1)
      expect.fail(`U+${point.toString(16)}`);
    if (normalText(text) !== text) expect.fail(`U+${point.toString(16)} twice`);
  }
});

test.each([
  ['José García', 'jose garcia'],
  ['Jose\u0301', 'jose'],
  ['Łódź Ørsted Đà', 'lodz orsted da'],
  ['Straße ẞ', 'strasse ss'],
  ['Æther œuvre Þór', 'aether oeuvre thor'],
  ['B̲l̲u̲e̲ F̶o̶x̶', 'blue fox'],
  ['“it’s” – ‑ — « »', '"it\'s" - - - " "'],
  ['„a“ ‚b‘ 「c」 『d』 ｢e｣', '"a" \'b\' "c" "d" "e"'],
  ['a\u00a0\u2003\u202fb', 'a b'],
  ['İstanbul ısı', 'istanbul isi'],
  ['ﬁne Ｆｕｌｌ ①', 'fine full 1'],
  ['كُوستَرِيـــل', 'كوستريل'],
  ['کوستریل', 'كوستريل'],
  ['ガ ｶﾞ', 'ガ ガ'],
  ['Йод ёлка', 'иод елка'],
  ['ΌΣΟΣ', 'οσοσ'],
])('%s becomes %s', (written, normal) => {
  expect(normalText(written)).toBe(normal);
});
