/** White space of HTML as it is shown. */
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { keepShownWhitespace } from '../../../src/shared/documents/shown-whitespace.ts';

function shown(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  keepShownWhitespace(tree);
  return toHtml(tree);
}

test.each([
  ['a run of it is one space', '<p>a \n\t b</p>', '<p>a b</p>'],
  ['there is none at the edges of a block', '<p> a </p> <p>\nb\n</p>', '<p>a</p><p>b</p>'],
  ['of two runs with a mark between them the first stays', '<p>a <em> b </em> c</p>', '<p>a <em>b </em>c</p>'],
  [
    'the last of a block goes, however deep it is',
    '<p>a <em>b <code>c </code></em> </p>',
    '<p>a <em>b <code>c</code></em></p>',
  ],
  ['a picture is something', '<p><img src="a"> <img src="b"> c</p>', '<p><img src="a"> <img src="b"> c</p>'],
  ['a line ends a run', '<p>a <br> b</p>', '<p>a<br>b</p>'],
  ['what is preformatted stays', '<pre> a\n  b </pre>', '<pre> a\n  b </pre>'],
  ['blanks that are no white space stay', '<p>\u00a0a\u00a0</p>', '<p>\u00a0a\u00a0</p>'],
])('%s', (_, html, wanted) => {
  expect(shown(html)).toBe(wanted);
});
