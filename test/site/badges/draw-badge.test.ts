/** The picture of a badge: well formed, escaped, named, and laid out from the side where its language begins. */
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { expect, test } from 'vitest';
import { drawBadge } from '../../../src/site/badges/draw-badge.ts';

function read(label: string, parts: string[], direction: 'ltr' | 'rtl' = 'ltr') {
  const source = drawBadge({ label, parts, language: 'en', direction });
  const [svg] = fromHtml(source, { fragment: true, space: 'svg' }).children as [Element];
  const group = elementsIn(svg).find(({ tagName }) => tagName === 'g');
  const texts = elementsIn(group).filter(({ tagName }) => tagName === 'text');
  return {
    source,
    svg,
    texts: texts.map((text) => ({ said: toText(text), x: Number(text.properties['x']), length: lengthOf(text) })),
  };
}

function elementsIn(parent: Element | undefined): Element[] {
  return (parent?.children ?? []).filter((child) => child.type === 'element');
}

const lengthOf = (text: Element) => Number(text.properties['textLength']);

test('a badge names itself in its title, and holds no style, script or other address', () => {
  const { svg, source } = read('Checkout', ['99.98% available in 2026', 'As of 24 November 2026']);
  const name = 'Checkout, 99.98% available in 2026, As of 24 November 2026';
  const [title] = elementsIn(svg);
  expect([title && toText(title), svg.properties['role']]).toEqual([name, 'img']);
  expect(source).not.toMatch(/<style|<script|\bstyle=|href|url\((?!#shape\))/);
});

test('words are text, never markup', () => {
  const { texts, source } = read('A<b>&"', ["' onload='x"]);
  expect(texts.map(({ said }) => said)).toEqual(['A<b>&"', "' onload='x"]);
  expect(source).not.toMatch(/<b>/);
  expect(source.match(/<[^>]*>/g)?.join(' ')).not.toMatch(/onload|A<|&/);
});

test('words stay in their cell, one cell behind the other, from the side where the language begins', () => {
  const labels = ['Storefront API', 'iiii', 'WWWW'];
  const order = (direction: 'ltr' | 'rtl') =>
    read(labels[0] ?? '', labels.slice(1), direction)
      .texts.sort((a, b) => a.x - b.x)
      .map(({ said }) => said);
  expect(order('ltr')).toEqual(labels);
  expect(order('rtl')).toEqual([...labels].reverse());
  const { svg, texts } = read('日本語のサービス', ['稼働率']);
  expect(texts[0]?.length).toBe(8 * 12);
  expect(Number(svg.properties['width'])).toBe(texts.reduce((sum, text) => sum + text.length + 18, 0));
});
