import { expect, test } from 'vitest';
import { parseStory } from '../../../src/private/markdown/parse-story.ts';
import { proseRuns } from '../../../src/private/markdown/prose-runs.ts';
import { visibleTexts } from '../../../src/private/markdown/visible-texts.ts';

function treeOf(text: string) {
  const { tree } = parseStory(text, ({ line, column }) => ({ file: 'index.mdx', line, column }));
  if (!tree) throw new Error('The story cannot be read.');
  return tree;
}

test.each([
  ['text', 'x<sub>secret</sub>y'],
  ['emphasis', 'x<sub>**secret**</sub>y'],
  ['code', 'x<sub>`secret`</sub>y'],
  ['another element', 'x<sub><kbd>secret</kbd></sub>y'],
])('an element within a word is read by itself too, where it holds %s', (_name, source) => {
  const texts = visibleTexts(treeOf(source)).map(({ text }) => text);
  expect(texts).toContain('xsecrety');
  expect(texts).toContain('secret');
});

test('what stands in the element of a break is read', () => {
  expect(
    visibleTexts(treeOf('a<br>secret</br>b'))
      .map(({ text }) => text)
      .join('|'),
  ).toContain('secret');
});

test('a paragraph is one run of prose, elements in it and all', () => {
  const source = 'One <kbd>two</kbd> **three**<br/>four.';
  expect(proseRuns(treeOf(source), source).map(({ shown, kind }) => [kind, shown])).toEqual([
    ['paragraph', 'One two three\nfour.'],
  ]);
});

test('prose and search find a word at the same place', () => {
  const source = 'First line\nand *a* second `code` secret.';
  const [[run], [visible]] = [proseRuns(treeOf(source), source), visibleTexts(treeOf(source))];
  expect(run?.shown).toBe(visible?.text);
  const at = visible?.text.indexOf('secret') ?? -1;
  expect(run?.pointAt(at)).toMatchObject({ line: 2, column: 23 });
  expect(visible?.pointAt(at)).toMatchObject({ line: 2, column: 23 });
});
