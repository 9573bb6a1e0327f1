/** One measure and one grid: lines that can be read, and one edge for what is wider than they are. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDemo, openDemo } from '../support/open-demo.ts';

let demo: OpenDemo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

/** Characters of each full line of the paragraphs, in the order of their number. */
const lengths = `[...document.querySelectorAll('.prose > p')].flatMap((paragraph) => {
  const range = document.createRange();
  const lines = new Map();
  const nodes = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode())
    for (let at = 0; at < nodes.currentNode.data.length; at += 1) {
      range.setStart(nodes.currentNode, at);
      range.setEnd(nodes.currentNode, at + 1);
      const { bottom, width } = range.getBoundingClientRect();
      const line = Math.round(bottom / 12);
      if (width > 0) lines.set(line, (lines.get(line) ?? 0) + 1);
    }
  return [...lines.values()].slice(0, -1);
}).sort((a, b) => a - b)`;

test.each(['postmortems/2024-07-18-checkout-retries/', 'about/'])(
  'prose of /%s has about 66 characters a line',
  async (path) => {
    const page = await demo.browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(demo.url + path);
    const counted = (await page.evaluate(lengths)) as number[];
    expect(counted.length).toBeGreaterThan(5);
    const median = counted[counted.length >> 1] ?? 0;
    expect(median).toBeGreaterThan(58);
    expect(median).toBeLessThan(73);
    await page.close();
  },
);

test('code, figures, tables and charts end at one edge, which is wider', async () => {
  const page = await demo.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${demo.url}postmortems/2024-07-18-checkout-retries/`);
  const edges = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().right)));
  const wide = await edges('.prose > :is(.copied-code, figure), .part .table-scroll');
  expect(wide.length).toBeGreaterThan(4);
  expect(new Set(wide).size).toBe(1);
  for (const edge of await edges('.story .prose > p')) expect(edge).toBeLessThan((wide[0] ?? 0) - 40);
  await page.close();
});

test.each([360, 1280])('at %i the periods of the error budget stand below its axis', async (width) => {
  const page = await demo.browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${demo.url}services/checkout/`);
  const gaps =
    (await page.evaluate(`[...document.querySelectorAll('.budget-chart .chart-drawing')].flatMap((drawing) => {
    const axis = drawing.querySelector('.chart-axis').getBoundingClientRect().bottom;
    return [...drawing.querySelectorAll('.budget-period')].map((text) => text.getBoundingClientRect().top - axis);
  })`)) as number[];
  expect(gaps.length).toBeGreaterThan(2);
  expect(Math.min(...gaps)).toBeGreaterThan(2);
  await page.close();
});
