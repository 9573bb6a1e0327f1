import { expect, test } from 'vitest';
import { parseYaml } from '../../../src/shared/yaml/yaml-document.ts';

/** `line:column` of `word` in the value under `a`. */
function locationOfWord(yaml: string, word: string): string {
  const { document } = parseYaml(yaml, 'x.yaml');
  const { a: value } = (document?.value ?? { a: '' }) as { a: string };
  const { line, column } = document?.locationWithin(['a'], value.indexOf(word)) ?? {};
  return `${line}:${column}`;
}

test.each([
  ['a: one two\n', '1:8'],
  ['a: "one two"\n', '1:9'],
  ['a: one\n  two\n', '2:3'],
  ['a: "one\n    two"\n', '2:5'],
  ['a: >\n  one\n  two three\n', '3:3'],
  ['a: >-\n\n  one\n\n  two\n', '5:3'],
  ['a: |\n  one\n  two\n', '3:3'],
  ['a: |\n  one\n\n    two\n', '4:5'],
  ['a: "o\\u006ee two"\n', '1:4'],
])('a word of %j stands where its source has it', (yaml, place) => {
  expect(locationOfWord(yaml, 'two')).toBe(place);
});

test.each([
  ['a: {x: 1}}\nb: 2\nc: 3\n', ['1:10 yaml/malformed']],
  ['- a\nb: c\n', ['2:1 yaml/malformed']],
  ['a: *foo bar\nb: 2\n', ['1:9 yaml/malformed']],
  ['a: @x\nb: @y\n', ['1:4 yaml/malformed', '2:4 yaml/malformed']],
  ['a: 1\na: 2\nb: @y\n', ['2:1 yaml/duplicate-key', '3:4 yaml/malformed']],
  ['a: &x 1\nb: "c\n', ['2:4 yaml/malformed', '1:7 yaml/not-allowed']],
  ['a: "never closed\nb: 1\n', ['1:4 yaml/malformed']],
])('%j is reported once, where it begins', (yaml, found) => {
  const { problems } = parseYaml(yaml, 'x.yaml');
  expect(problems.map(({ code, location }) => `${location.line}:${location.column} ${code}`)).toEqual(found);
});
