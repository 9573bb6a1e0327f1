/** The demo site with relative links: read from a disk, and below a path that nobody told it. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyByte, filesWith } from '../support/build.ts';
import { openDemo } from '../support/open-demo.ts';

let site = '';
let url = '';
let browser: Browser;
let close: () => Promise<void> = async () => {};

beforeAll(async () => {
  ({ site, url, browser, close } = await openDemo({ args: ['--relative'], base: '/some/where/' }));
});
afterAll(() => close());

test('from a disk, pages have their look and lead to each other', async () => {
  const page = await browser.newPage();
  const failed: string[] = [];
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text());
  });
  page.on('requestfailed', (request) => failed.push(request.url()));
  await page.goto(pathToFileURL(join(site, 'dist/index.html')).href);
  const space = () => page.evaluate('getComputedStyle(document.querySelector(".site-header .frame")).display');
  expect(await space()).toBe('flex');
  await page.locator('.postmortems .title a').nth(2).click();
  await page.waitForURL(/postmortems\/[^/]+\/index\.html$/);
  expect(await space()).toBe('flex');
  await page.locator('.languages a:visible').click();
  await page.waitForURL(/\/de\/postmortems\/[^/]+\/index\.html$/);
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  await page.locator('.site-name').click();
  await page.waitForURL(/\/de\/index\.html$/);
  expect(refused).toEqual([]);
  // Scripts are modules, which browsers do not load from a disk.
  expect(failed.filter((name) => !name.endsWith('.js'))).toEqual([]);
});

test('below any path, everything is found, the search too', async () => {
  const page = await browser.newPage();
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  for (const path of ['', 'postmortems/2024-07-18-checkout-retries/', 'services/checkout/', 'de/']) {
    await page.goto(url + path, { waitUntil: 'networkidle' });
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    await page.waitForLoadState('networkidle');
  }
  await page.goto(`${url}search/?q=retries`);
  await page.locator('.results .title a').first().click();
  await page.waitForURL(/\/some\/where\/postmortems\/[^/]+\//);
  // This server sends no headers: the page itself forbids what is not the site's.
  const blocked = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective));
        document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.example/a.png' }));
      }),
  );
  expect(blocked).toBe('img-src');
  expect(missing).toEqual([]);
});

test.each(['Gantrynine', 'Quillfeather', 'Lampwick', 'tb-core.net', 'DSP-23090', 'Dochtschalter'])(
  '%s, which is private, is in none of it',
  (text) => {
    expect(filesWith(everyByte(join(site, 'dist')), text)).toEqual([]);
  },
);
