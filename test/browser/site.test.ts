/** The demo site as readers meet it: in a browser, under the strict security policy. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDemo } from '../support/open-demo.ts';

let url = '';
let browser: Browser;
let close: () => Promise<void> = async () => {};
const faults: string[] = [];

beforeAll(async () => {
  ({ url, browser, close } = await openDemo());
});
afterAll(() => close());

async function open(
  path: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${path}: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('blob:'))
      faults.push(`${path} asks ${request.url()}`);
  });
  await page.goto(url + path, { waitUntil: 'networkidle' });
  return { page, context };
}

const paths = [
  '',
  'postmortems/2024-07-18-checkout-retries/',
  'services/checkout/',
  'archive/',
  'archive/2024/',
  'tags/',
  'search/',
  'about/',
  'reading-the-figures/',
  'subscribe/',
];

test.each(paths)('%s has one main heading, a way to skip to it, and no sideways scroll at 320 pixels', async (path) => {
  const { page, context } = await open(path, { viewport: { width: 320, height: 640 } });
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.locator('main').count()).toBe(1);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.getAttribute("href")')).toMatch(/^#/);
  await context.close();
});

test('a reader finds a postmortem by a word in it, and the address keeps the query', async () => {
  const { page, context } = await open('');
  await page.locator('input[type=search], input[name=q]').first().fill('idempotency');
  await page.keyboard.press('Enter');
  await page.waitForURL(/search\/\?q=idempotency/);
  const result = page.locator('main a[href*="/postmortems/"]').first();
  await result.waitFor({ timeout: 20_000 });
  expect(await result.getAttribute('href')).toContain('/postmortems/2024-07-18-checkout-retries/');
  await result.click();
  await page.waitForURL(/2024-07-18-checkout-retries/);
  await page.goBack();
  expect(page.url()).toContain('q=idempotency');
  await context.close();
});

test('an internal word is found by no search', async () => {
  const { page, context } = await open('search/?q=Quillfeather');
  const shown = () => page.locator('main').innerText();
  await expect.poll(shown, { timeout: 20_000 }).toMatch(/nothing|no postmortem|no result|0 /i);
  expect(await page.locator('main a[href*="/postmortems/2"]').count()).toBe(0);
  await context.close();
});

test('without scripts every page is complete, and search says where to go instead', async () => {
  const { page, context } = await open('postmortems/2024-07-18-checkout-retries/', { javaScriptEnabled: false });
  expect(await page.locator('main').innerText()).toContain('The on-call payments engineer took the incident on');
  await page.goto(`${url}search/`);
  expect(await page.locator('main a[href$="/archive/"]').isVisible()).toBe(true);
  await context.close();
});

test('pages are light or dark as the reader asks', async () => {
  const colours = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, context } = await open('', { colorScheme });
    colours.push(
      await page.evaluate(
        'getComputedStyle(document.body).backgroundColor + getComputedStyle(document.documentElement).backgroundColor',
      ),
    );
    await context.close();
  }
  expect(colours[0]).not.toBe(colours[1]);
});

test('a postmortem prints as a report: no navigation, whole addresses, nothing cut off, every picture', async () => {
  const { page, context } = await open('postmortems/2024-07-18-checkout-retries/', { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 658, height: 987 });
  for (const hidden of [
    '.share',
    '.site-header nav',
    '.menu',
    '.search-link',
    '.contents',
    '.site-footer nav',
    '.neighbours',
  ])
    expect(await page.locator(`${hidden}:visible`).count()).toBe(0);
  const written = 'getComputedStyle(document.querySelector(".proses a[href^=http]"), "::after").content';
  expect(await page.evaluate(written)).toContain('aws.amazon.com');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(658);
  expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe('rgb(255, 255, 255)');
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(4);
  // As a browser does before it prints; one that is told to write a PDF does not.
  const images = `Promise.all([...document.querySelectorAll("main img")].map(async (image) => {
    image.loading = 'eager';
    await image.decode();
    return image.complete && image.width > 100;
  }))`;
  expect(await page.evaluate(images)).toEqual([true, true]);
  await context.close();
});

test('a print unfolds what is closed on the screen', async () => {
  const { page, context } = await open('postmortems/2024-07-18-checkout-retries/');
  const folded = page.locator('main details:not([open])');
  expect(await folded.count()).toBeGreaterThan(0);
  const inside = page.locator('main details > :not(summary)').first();
  expect(await inside.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await inside.evaluate((one) => one.checkVisibility() && one.getBoundingClientRect().height)).toBeGreaterThan(
    10,
  );
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate('window.dispatchEvent(new Event("beforeprint"))');
  expect(await folded.count()).toBe(0);
  await page.evaluate('window.dispatchEvent(new Event("afterprint"))');
  expect(await folded.count()).toBeGreaterThan(0);
  await context.close();
});

test('a postmortem is handed on by its address, by e-mail and on paper', async () => {
  const path = 'postmortems/2024-07-18-checkout-retries/';
  const address = `https://postmortems.tallybridge.example/${path}`;
  const { page, context } = await open(path, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.evaluate('window.print = () => { window.printed = true; }');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByRole('status').getByText('Copied').first().waitFor({ state: 'attached' });
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  const mail = new URL((await page.getByRole('link', { name: 'E-mail' }).getAttribute('href')) ?? '');
  expect([mail.protocol, mail.pathname, mail.searchParams.get('body')]).toEqual(['mailto:', '', address]);
  expect(mail.searchParams.get('subject')).toBe('One in three checkouts failed while our retries multiplied');
  await page.getByRole('button', { name: 'Print' }).click();
  expect(await page.evaluate('window.printed')).toBe(true);
  await context.close();
});

test('where colours are forced, words and lines of drawings take part', async () => {
  const { page, context } = await open('postmortems/2024-07-18-checkout-retries/', { forcedColors: 'active' });
  const forced = `(() => {
    const probe = document.body.appendChild(document.createElement('p'));
    probe.style.color = 'canvastext';
    const { color } = getComputedStyle(probe);
    const look = (name) => getComputedStyle(document.querySelector(name));
    return [look('.chart-label').fill, look('.chart-line').stroke].map((found) => found === color);
  })()`;
  expect(await page.evaluate(forced)).toEqual([true, true]);
  await context.close();
});

test('nothing moves by itself', async () => {
  const { page, context } = await open('postmortems/2024-07-18-checkout-retries/');
  expect(
    await page.evaluate(`[...document.querySelectorAll('*')].filter((element) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
      return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior !== 'auto';
    }).length`),
  ).toBe(0);
  await context.close();
});

test('a picture keeps its place before it is loaded', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.route('**/images/**', (route) => route.abort());
  await page.goto(`${url}postmortems/2024-07-18-checkout-retries/`);
  const keepsShape =
    '(image) => Math.abs(image.height / image.width - image.getAttribute("height") / image.getAttribute("width")) < 0.01';
  const shapes = `[...document.querySelectorAll("main img")].map((image) => image.height > 100 && (${keepsShape})(image))`;
  expect(await page.evaluate(shapes)).toEqual([true, true]);
  await context.close();
});

test('nothing was refused by the security policy, no script failed and no other host was asked', () => {
  expect(faults).toEqual([]);
});

test('the address of a feed can be copied, and a screen reader is told', async () => {
  const { page, context } = await open('subscribe/', { permissions: ['clipboard-read', 'clipboard-write'] });
  const name = 'Copy the address of Tallybridge postmortems';
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('status').getByText('Copied').waitFor({ state: 'attached' });
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'https://postmortems.tallybridge.example/atom.xml',
  );
  await context.close();
});

test('without scripts every address of a feed stands on the page to be read', async () => {
  const { page, context } = await open('subscribe/', { javaScriptEnabled: false });
  expect(await page.getByRole('button').count()).toBe(0);
  const shown = await page.locator('code').allTextContents();
  expect(shown).toContain('https://postmortems.tallybridge.example/services/checkout/sev1/atom.xml');
  await context.close();
});
