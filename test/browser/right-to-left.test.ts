/** The demo site with its interface in Arabic: the page is laid out from the right, and nobody is shut out by it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDemo } from '../support/open-demo.ts';

let url = '';
let browser: Browser;
let close: () => Promise<void> = async () => {};

/** The story of a postmortem in both scripts. */
const story = 'content/postmortems/2024-07-18-checkout-retries/index.mdx';
const mixed = `
## رجوع

بدأ العطل بعد الأمر \`BEGIN;\` ثم توقف.

The English paragraph ends here.

\`\`\`sql
BEGIN;
\`\`\`
`;

function speakArabic(site: string): void {
  writeFileSync(join(site, story), `${readFileSync(join(site, story), 'utf8')}${mixed}`);
  const settings = join(site, 'content/site.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('language: en-GB', 'language: ar'));
}

beforeAll(async () => {
  ({ url, browser, close } = await openDemo({ prepare: speakArabic }));
});
afterAll(() => close());

const paths = [
  '',
  'postmortems/2024-07-18-checkout-retries/',
  'services/checkout/',
  'numbers/',
  'promises/',
  'search/?q=retries',
  'subscribe/',
  'data/',
];

test.each(paths)('/%s begins at the right, does not scroll sideways, and keeps nobody out', async (path) => {
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(url + path, { waitUntil: 'networkidle' });
  const name = await page.locator('.site-name').boundingBox();
  expect(await page.evaluate('getComputedStyle(document.body).direction')).toBe('rtl');
  expect(name && name.x + name.width / 2).toBeGreaterThan(640);
  await page.evaluate(axe.source);
  const violations = (await page.evaluate(
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then((found) => found.violations)',
  )) as { id: string; nodes: { target: string[] }[] }[];
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
  await context.close();
});

test('time runs from left to right in charts, and the search tells its plural', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${url}postmortems/2024-07-18-checkout-retries/`);
  const direction = 'getComputedStyle(document.querySelector(".chart-drawing")).direction';
  expect(await page.evaluate(direction)).toBe('ltr');
  await page.goto(`${url}search/?severity=Severity+1`, { waitUntil: 'networkidle' });
  await expect.poll(() => page.locator('[role=status]').textContent()).toMatch(/^عُثر على .*\d/);
  await page.close();
});

test('code runs from the left, and prose as its own script does', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${url}postmortems/2024-07-18-checkout-retries/`);
  expect(await page.locator('.story pre').last().getAttribute('dir')).toBe('ltr');
  const places = (await page.evaluate(`(() => {
    const box = (node, from, to) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      return range.getBoundingClientRect();
    };
    const blocks = [...document.querySelectorAll('.story .prose > p')];
    const find = (text) => blocks.find((block) => block.textContent.includes(text));
    const code = [find('بدأ العطل').querySelector('code'), [...document.querySelectorAll('.story pre')].at(-1)];
    const arabic = find('بدأ العطل');
    const english = find('The English paragraph');
    const last = english.firstChild;
    return {
      code: code.map((element) => {
        const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const nodes = [];
        while (text.nextNode()) nodes.push(text.currentNode);
        const end = nodes.findLast(({ data }) => data.includes(';'));
        return box(nodes[0], 0, 1).left < box(end, end.data.indexOf(';'), end.data.indexOf(';') + 1).left;
      }),
      arabicBeginsAtTheRight: arabic.getBoundingClientRect().right - box(arabic.firstChild, 0, 1).right < 2,
      englishBeginsAtTheLeft: box(last, 0, 1).left - english.getBoundingClientRect().left < 2,
      fullStopEndsIt: box(last, last.data.length - 1, last.data.length).left > box(last, 0, 1).left,
      prose: [...document.querySelectorAll('.prose')].map((prose) => prose.getAttribute('dir')),
    };
  })()`)) as Record<string, unknown>;
  expect(places).toMatchObject({
    code: [true, true],
    arabicBeginsAtTheRight: true,
    englishBeginsAtTheLeft: true,
    fullStopEndsIt: true,
  });
  expect(new Set(places['prose'] as string[])).toEqual(new Set(['auto']));
  await page.close();
});
