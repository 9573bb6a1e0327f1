/** A header in the owner's colours: whatever stands on them can be read, and what stands below it is on paper. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDemo, openDemo } from '../support/open-demo.ts';

/** The accent of the demonstration cannot be read on this one, in neither scheme. */
const colours = { background: '#2a6f86', text: '#ffffff' };

let demo: OpenDemo;
beforeAll(async () => {
  demo = await openDemo({
    prepare: (site) => {
      appendFileSync(join(site, 'content/site.yaml'), `header: ${JSON.stringify(colours)}\n`);
      writeFileSync(join(site, 'content/theme/header.mdx'), 'See [the figures](/numbers/), or `status`.\n');
    },
  });
}, 240_000);
afterAll(() => demo.close());

test.each(['light', 'dark'] as const)('its links, the page one is on and its focus can be read: %s', async (scheme) => {
  const context = await demo.browser.newContext({ bypassCSP: true, colorScheme: scheme });
  const page = await context.newPage();
  await page.goto(`${demo.url}numbers/`);
  await page.evaluate(axe.source);
  const found = `axe.run('.site-header', { runOnly: ['color-contrast'] }).then(({ violations, passes }) =>
    [violations, passes].map((each) => each.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' ')))))`;
  const [violations, passes] = (await page.evaluate(found)) as [string[], string[]];
  expect(violations).toEqual([]);
  expect(passes.length).toBeGreaterThan(8);
  expect(passes.join()).toContain('aria-current');
  await page.locator('.site-name').focus();
  expect(await page.evaluate('getComputedStyle(document.activeElement).outlineColor')).toBe('rgb(255, 255, 255)');
  await context.close();
});

test('it is printed without them', async () => {
  const page = await demo.browser.newPage();
  await page.goto(demo.url);
  await page.emulateMedia({ media: 'print' });
  const look = 'getComputedStyle(document.querySelector(".site-header .bar"))';
  expect(await page.evaluate(`${look}.backgroundColor`)).toBe('rgba(0, 0, 0, 0)');
  expect(await page.evaluate(`${look}.color`)).toBe(await page.evaluate('getComputedStyle(document.body).color'));
  await page.close();
});

/** Those with a translation and without, with a current link and without, short and long. */
const pages = [
  '',
  'numbers/',
  'postmortems/2024-07-18-checkout-retries/',
  'postmortems/2026-10-21-label-prices/',
  'tags/',
];
const places = `[...document.querySelectorAll('.bar > .frame > *, .first-links a')]
  .filter((one) => one.checkVisibility()).map((one) => [one.className || one.textContent.trim(),
    ...Object.values(one.getBoundingClientRect().toJSON()).slice(0, 4).map(Math.round)].join(' '))`;

test.each([390, 320, 1280])('it is one low row, the same on every page, %d pixels wide', async (width) => {
  const page = await demo.browser.newPage({ viewport: { width, height: 844 } });
  const seen = new Set<string>();
  for (const path of pages) {
    await page.goto(demo.url + path);
    const height = 'document.querySelector(".site-header .bar").getBoundingClientRect().height';
    expect(await page.evaluate(height)).toBeLessThanOrEqual(60);
    seen.add(((await page.evaluate(places)) as string[]).join('\n'));
  }
  expect([...seen]).toHaveLength(1);
  expect(await page.locator('.first-links a:visible').count()).toBe(width === 1280 ? 4 : 0);
  expect(await page.locator('.menu').isVisible()).toBe(width < 1280);
  await page.close();
});

test.each([390, 1280])('text twice as large leaves room for the page, %d pixels wide', async (width) => {
  const page = await demo.browser.newPage({ viewport: { width, height: 844 }, bypassCSP: true });
  await page.goto(demo.url);
  await page.addStyleTag({ content: 'html { font-size: 200%; }' });
  const box = await page.locator('.site-header .bar').boundingBox();
  expect(box?.height).toBeLessThan(0.15 * 844);
  for (const name of ['.search-link', '.menu summary']) {
    const place = await page.locator(name).boundingBox();
    expect(place && place.x + place.width, name).toBeLessThanOrEqual(width);
  }
  await page.close();
});

test('without scripts the menu opens, lies on the page, and leads to every page of the header', async () => {
  const page = await demo.browser.newPage({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  await page.goto(demo.url);
  const heading = await page.locator('h1').boundingBox();
  await page.locator('.menu summary').click();
  expect(await page.getByRole('navigation', { name: 'Menu' }).getByRole('link').allTextContents()).toEqual(
    ['Status', 'Archive', 'Services', 'Numbers', 'Promises', 'Tags', 'Subscribe'].map((title) =>
      expect.stringContaining(title),
    ),
  );
  expect(await page.locator('h1').boundingBox()).toEqual(heading);
  await page.close();
});

test('Escape closes the menu and leads back to its button', async () => {
  const page = await demo.browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(demo.url);
  await page.locator('.menu summary').click();
  await page.keyboard.press('Escape');
  expect(await page.locator('.menu').getAttribute('open')).toBeNull();
  expect(await page.evaluate('document.activeElement.tagName')).toBe('SUMMARY');
  await page.close();
});
