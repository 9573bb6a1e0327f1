/** One site in two languages, as a reader goes between them. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDemo } from '../support/open-demo.ts';

const translated = 'postmortems/2026-08-22-checkout-certificate/';
const untranslated = 'postmortems/2024-07-18-checkout-retries/';
let url = '';
let browser: Browser;
let close: () => Promise<void> = async () => {};
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  ({ url, browser, close } = await openDemo());
});
afterAll(() => close());
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 390, height: 800 } });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(response.url());
  });
});
afterEach(async () => {
  await page.close();
  expect(faults.splice(0)).toEqual([]);
});

const language = () => page.evaluate('document.documentElement.lang');

test.each(['', 'services/checkout/', 'numbers/', translated])(
  'the link to the other language leads from /%s to the same page, and back',
  async (path) => {
    await page.goto(url + path);
    await page.locator('.menu summary').click();
    await page.getByRole('navigation', { name: 'Languages' }).getByRole('link', { name: 'Deutsch' }).click();
    await page.waitForURL(`${url}de/${path}`);
    expect(await language()).toBe('de');
    await page.locator('.menu summary').click();
    await page.getByRole('navigation', { name: 'Sprachen' }).getByRole('link', { name: 'English' }).click();
    await page.waitForURL(url + path);
    expect(await language()).toBe('en-GB');
  },
);

test('a postmortem that is not translated says so, and leads to its original', async () => {
  await page.goto(`${url}de/archive/2024/`);
  await page.getByRole('link', { name: 'One in three checkouts failed' }).click();
  await page.waitForURL(`${url}de/${untranslated}`);
  const notice = page.locator('.notice.translation');
  expect(await notice.textContent()).toContain('noch nicht übersetzt');
  expect(await page.locator('h1').getAttribute('lang')).toBe('en-GB');
  // The link is on every page; only where the text is there too is it a counterpart.
  const english = page.locator('.site-header .languages a').first();
  expect(await english.getAttribute('href')).toBe(`/${untranslated}`);
  expect(await english.getAttribute('rel')).toBeNull();
  await notice.getByRole('link').click();
  await page.waitForURL(url + untranslated);
});

test('the search of a language finds its translations by their words, and what is not translated by its own', async () => {
  await page.goto(`${url}de/search/?q=Zertifikate`);
  const first = page.locator('.results a').first();
  expect(await first.textContent()).toContain('Neun Minuten lang keine Kasse');
  expect(await first.getAttribute('href')).toBe(`/de/${translated}`);
  await page.goto(`${url}de/search/?q=retries`);
  await page.locator(`.results a[href="/de/${untranslated}"]`).waitFor();
  expect(await page.locator('.results a[href^="/postmortems/"]').count()).toBe(0);
  await page.goto(`${url}search/?q=Zertifikate`);
  await page.locator('.search-page [role=status]').filter({ hasText: /\S/ }).waitFor();
  expect(await page.locator('.results a[href^="/de/"]').count()).toBe(0);
});
