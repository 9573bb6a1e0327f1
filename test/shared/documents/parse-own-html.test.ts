/** Our own HTML read by the quick parser is the tree that browsers' rules make of it. */
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { parseOwnHtml } from '../../../src/shared/documents/parse-own-html.ts';

test.each([
  ['words and references', h('p', 'a < b & c > d; "é" &lt; &amp;lt; &nbsp; &copy &#65; \u{1f512}')],
  ['attributes', h('a', { href: '/?a=1&copy=2', title: '"<x>"', className: ['a', 'b'], dataFootnoteRef: '' }, 'x')],
  ['elements without content', h('p', 'a', h('br'), h('img', { src: '/a.webp', alt: '', width: 3 }), 'b')],
  ['a task', h('li', h('input', { type: 'checkbox', checked: true, disabled: true }), ' done')],
  ['a list in a list', h('ol', { start: 3 }, h('li', h('p', 'a'), h('ul', h('li', 'b'))))],
  ['preformatted text', h('pre', h('code', { className: ['language-sh'] }, '\n  a  <b>\n\n'))],
  ['a table', h('table', h('thead', h('tr', h('th', 'a'))), h('tbody', h('tr', h('td', h('p', 'b'), 'c'))))],
  ['a drawing', h('svg', { role: 'img' }, h('title', 'a <b>'), h('desc', 'c'), h('path', { d: 'M0' }))],
  ['what can be opened', h('details', h('summary', 'a'), h('p', 'b'))],
  ['marks that look like a comment, a tag and CDATA', h('p', '<!-- a --> <script>b</script> <![CDATA[ c ]]> <?d?>')],
  ['nothing', h('p')],
])('%s', (_, element) => {
  const html = toHtml(element);
  expect(parseOwnHtml(html).children.map(bare)).toEqual(fromHtml(html, { fragment: true }).children.map(bare));
});

test.each([' a <p>b</p>\n<p>c</p> d', 'a > b', ' ', ''])('%j', (html) => {
  expect(parseOwnHtml(html).children.map(bare)).toEqual(fromHtml(html, { fragment: true }).children.map(bare));
});

/** Without places in the source, which the quick parser does not tell. */
function bare(node: Nodes): unknown {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element')
    throw new Error(`Nothing but elements and text was written, and there is: ${node.type}.`);
  return { name: node.tagName, properties: node.properties, children: node.children.map(bare) };
}
