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
  await page.goto(`${demo.url}subscribe/`);
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
