/** Invisible characters: those that hide something, and those that writing needs. */
import { expect, test } from 'vitest';
import { cleanText } from '../../../src/author/importers/clean-text.ts';
import { findBadCharacters, withoutBadCharacters } from '../../../src/private/markdown/bad-characters.ts';

const codesIn = (text: string) =>
  findBadCharacters(text, 'a.mdx').map(({ fact }) => /U\+[0-9A-F]+/.exec(fact)?.[0] ?? fact);

test.each([
  ['a zero-width space', 'pass\u200bword', 'U+200B'],
  ['a word joiner', 'pass\u2060word', 'U+2060'],
  ['an invisible operator', 'pass\u2063word', 'U+2063'],
  ['a byte order mark', 'pass\ufeffword', 'U+FEFF'],
  ['a joiner between Latin letters', 'pass\u200dword', 'U+200D'],
  ['a non-joiner between Latin letters', 'pass\u200cword', 'U+200C'],
  ['a joiner at the end', 'می\u200c', 'U+200C'],
  ['a joiner between a Persian and a Latin letter', 'می\u200ca', 'U+200C'],
  ['two joiners', 'می\u200c\u200cخواهم', 'U+200C'],
  ['a joiner between an emoji and a letter', '\u{1f469}\u200da', 'U+200D'],
  ['a non-joiner between emoji', '\u{1f469}\u200c\u{1f4bb}', 'U+200C'],
  ['a tag', 'a\u{e0041}b', 'U+E0041'],
  ['a tag behind a flag of another kind', '\u{1f3f4}\u{e0041}\u{e007f}', 'U+E0041'],
  ['a tag behind a whole flag', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}\u{e0041}', 'U+E0041'],
  ['a variation selector behind a letter', 'a\ufe0fb', 'U+FE0F'],
  ['a second variation selector', '\u2764\ufe0f\ufe0f', 'U+FE0F'],
  ['a further variation selector behind a letter', 'a\u{e0100}', 'U+E0100'],
  ['a filler', 'a\u3164b', 'U+3164'],
  ['a filler of half width', 'a\uffa0b', 'U+FFA0'],
  ['a joiner of graphemes', 'a\u034fb', 'U+034F'],
  ['a Mongolian separator', 'a\u180eb', 'U+180E'],
  ['a mark that turns the direction', 'a\u202eb', 'U+202E'],
  ['an isolate', 'a\u2066b', 'U+2066'],
  ['a control character', 'a\u0007b', 'U+0007'],
  ['half a character', 'a\ud800b', 'U+D800'],
])('%s is found', (_, text, code) => {
  expect(codesIn(text)).toContain(code);
  expect(codesIn(withoutBadCharacters(text))).toEqual([]);
  expect(codesIn(cleanText(text))).toEqual([]);
});

test.each([
  ['Persian', 'می\u200cخواهم و خانه\u200cها'],
  ['Persian with a vowel mark', 'مِ\u200cخ'],
  ['Hindi', 'क्\u200dष और क्\u200cष'],
  ['Bengali', 'র\u200d্য'],
  ['Sinhala', 'ශ්\u200dරී'],
  ['Malayalam', 'ന്\u200dറ'],
  ['a family', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
  ['a person of a skin colour at work', '\u{1f469}\u{1f3fd}\u200d\u{1f4bb}'],
  ['a flag of colours', '\u{1f3f3}\ufe0f\u200d\u{1f308}'],
  ['a heart and a key', '\u2764\ufe0f 1\ufe0f\u20e3 \u2714\ufe0e'],
  ['the flag of Scotland', 'a \u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} b'],
  ['Han in another form', '葛\u{e0100}城 \u9038\ufe00'],
  ['Mongolian', 'ᠠ\u180b'],
  ['a soft hyphen', 'Daten\u00adbank'],
  ['marks of direction', 'عربي\u200f (abc\u200e)'],
  ['emoji and accents', 'é e\u0301 \u{1f6d1} 日本語'],
])('%s is as it should be', (_, text) => {
  expect(codesIn(text)).toEqual([]);
  expect(withoutBadCharacters(text)).toBe(text);
});

test('each has its place, and ten are enough', () => {
  const [, second] = findBadCharacters('a\u200b\n\nb\u200b', 'a.mdx');
  expect(second?.location).toEqual({ file: 'a.mdx', line: 3, column: 2 });
  expect(findBadCharacters('\u200b'.repeat(1000), 'a.mdx')).toHaveLength(10);
});

test('a long text of joiners alone is read', { timeout: 60_000 }, () => {
  for (const part of ['\u200c', '\u{1f3f4}\u{e0067}', 'م\u200c', '\u{e0067}']) {
    expect(findBadCharacters(part.repeat(300_000), 'a.mdx').length).toBeLessThanOrEqual(10);
    expect(withoutBadCharacters(part.repeat(300_000)).length).toBeLessThan(2_400_000);
  }
});
