/** The search as readers use it, over one build of the demo site. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { readFragments } from '../../src/build/search/check-index.ts';
import { openDemo } from '../support/open-demo.ts';

let url = '';
let site = '';
let browser: Browser;
let close: () => Promise<void> = async () => {};
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  ({ url, site, browser, close } = await openDemo());
});
afterAll(() => close());
beforeEach(async () => {
  page = await browser.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
});
afterEach(async () => {
  await page.close();
  expect(faults.splice(0)).toEqual([]);
});

const status = () => page.locator('.search-page [role=status]');
const titles = () => page.locator('.results .title').allTextContents();
const found = (count: number) => status().filter({ hasText: new RegExp(`^${count} postmortems? found\\.$`) });
const active = () => page.evaluate('document.activeElement.id || document.activeElement.textContent.trim()');

test('the key / leads from any page into the field, and from there the arrow to the first result', async () => {
  await page.goto(`${url}numbers/`);
  await page.keyboard.press('/');
  await page.waitForURL(`${url}search/#search-words`);
  await expect.poll(active).toBe('search-words');
  await page.keyboard.type('retries 1/2');
  expect(await page.inputValue('#search-words')).toBe('retries 1/2');
  await page.fill('#search-words', 'retries');
  await page.waitForURL(/[?&]q=retries(?:&|#|$)/);
  await status().filter({ hasText: /found/ }).waitFor();
  // Results of the words before may still be replaced.
  await expect
    .poll(async () => {
      await page.focus('#search-words');
      await page.keyboard.press('ArrowDown');
      return (await active()) === (await titles())[0]?.trim();
    })
    .toBe(true);
  await page.keyboard.press('/');
  expect(await active()).toBe('search-words');
  await page.goto(url);
  await page.keyboard.press('/');
  expect(new URL(page.url()).pathname).toBe('/');
  expect(await active()).toBe('search-words');
  expect(await page.inputValue('#search-words')).toBe('');
});

test('a key held with another leads nowhere', async () => {
  await page.goto(`${url}numbers/`);
  await page.keyboard.press('Control+/');
  await page.waitForTimeout(200);
  expect(page.url()).toBe(`${url}numbers/`);
});

test('the key is switched off by whoever it disturbs, on every page, and on again', async () => {
  await page.goto(`${url}search/`);
  const toggle = page.getByRole('button', { name: 'Use the / key' });
  await toggle.click();
  expect(await toggle.getAttribute('aria-pressed')).toBe('false');
  await page.goto(`${url}numbers/`);
  await page.keyboard.press('/');
  await page.waitForTimeout(200);
  expect(page.url()).toBe(`${url}numbers/`);
  await page.goto(`${url}search/`);
  expect(await toggle.getAttribute('aria-pressed')).toBe('false');
  await toggle.click();
  expect(await page.evaluate('localStorage.length')).toBe(0);
  await page.goto(`${url}numbers/`);
  await page.keyboard.press('/');
  await page.waitForURL(`${url}search/#search-words`);
});

test('filters by agreement and by who logged it first leave what fits, are announced and kept in the address', async () => {
  await page.goto(`${url}search/`);
  await page.getByText('More filters').click();
  await page.selectOption('select[name=detection]', 'A customer');
  await page.waitForURL(/detection=A\+customer/);
  await status().filter({ hasText: /found/ }).waitFor();
  const byCustomers = await titles();
  await page.selectOption('select[name=agreement]', 'Breached');
  await page.waitForURL(/agreement=Breached/);
  await expect.poll(async () => (await titles()).length).toBeLessThan(byCustomers.length);
  const both = await titles();
  expect(both.length).toBeGreaterThan(0);
  expect(both.length).toBeLessThan(byCustomers.length);
  await found(both.length).waitFor();
  const address = page.url();

  await page.goBack();
  await expect.poll(async () => (await titles()).length).toBe(byCustomers.length);
  expect(await page.inputValue('select[name=agreement]')).toBe('');
  expect(await titles()).toEqual(byCustomers);
  await page.goForward();
  await expect.poll(async () => (await titles()).length).toBe(both.length);

  const other = await browser.newPage();
  await other.goto(address);
  await other.locator('.results .title').first().waitFor();
  expect(await other.locator('.results .title').allTextContents()).toEqual(both);
  expect(await other.inputValue('select[name=detection]')).toBe('A customer');
  expect(await other.locator('select[name=detection]').isVisible()).toBe(true);
  await other.close();
});

test('the orders are those of their names', async () => {
  const orders: string[][] = [];
  for (const sort of ['newest', 'longest', 'users']) {
    await page.goto(`${url}search/?sort=${sort}`);
    await page.locator('.results .title').first().waitFor();
    await found(13).waitFor();
    orders.push(await titles());
    if (sort === 'newest') {
      const days = await page
        .locator('.results time')
        .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')));
      expect(days).toEqual([...days].sort().reverse());
    }
  }
  expect(new Set(orders.map((order) => order.join('\n'))).size).toBe(3);
});

test('nothing found is said in words, and nothing is loaded before the search is used', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${url}search/`, { waitUntil: 'networkidle' });
  expect(asked.filter((address) => address.includes('/pagefind/'))).toEqual([]);
  await page.fill('#search-words', 'zzyzx');
  await status().filter({ hasText: 'No results for “zzyzx”.' }).waitFor();
});

test('an id leads straight to its postmortem, in any case, and the way back leads to the search', async () => {
  for (const id of ['PM-2026-003', 'pm-2024-004']) {
    await page.goto(`${url}search/`);
    await page.fill('#search-words', id);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/postmortems\//);
    expect((await page.locator('.kicker').textContent())?.toLowerCase()).toContain(id.toLowerCase());
  }
  await page.goBack();
  await page.waitForURL(/\/search\//);
  await status().filter({ hasText: /found/ }).waitFor();
  expect(page.url()).toContain('/search/');
  await page.goto(`${url}search/?q=PM-2026-003`);
  await page.waitForURL(/\/postmortems\//);
});

test('a tag, a service and a severity are found by their names, and no other severity with them', async () => {
  for (const [words, count] of [
    ['TLS', 1],
    ['black-friday', 2],
  ] as const) {
    await page.goto(`${url}search/?q=${words}`);
    await found(count).waitFor();
  }
  await page.goto(`${url}search/?q=Severity+1`);
  await status().filter({ hasText: /found/ }).waitFor();
  const marks = await page.locator('.results .marks [class*=severity-]').allTextContents();
  expect(marks.length).toBeGreaterThan(0);
  expect(new Set(marks.map((mark) => mark.trim().replace(/.*:/, '')))).toEqual(new Set(['Severity 1']));
});

test.each([
  ['webhoks', 'webhooks', 4],
  ['chekout', 'checkout', 8],
  ['certificats', 'certificates', 3],
])('a slip of the pen, %s, is told and leads to few and right ones', async (slip, meant, most) => {
  await page.goto(`${url}search/?q=${slip}`);
  await status()
    .filter({ hasText: `No exact match. Closest: “${meant}”.` })
    .waitFor();
  await page.locator('.results .title').first().waitFor();
  expect((await titles()).length).toBeLessThanOrEqual(most);
  expect(await page.inputValue('#search-words')).toBe(slip);
});

test('the beginning of a word is no slip', async () => {
  await page.goto(`${url}search/?q=idempot`);
  await status()
    .filter({ hasText: /^\d+ postmortems? found\.$/ })
    .waitFor();
});

test('no excerpt glues two words together', () => {
  for (const fragment of readFragments(join(site, 'dist/pagefind')).values()) {
    const { content } = fragment as unknown as { content: string };
    expect(content).not.toMatch(/(?:Done|Open|Dropped)(?:Fix|Mitigation|Observability|Process)|Done when\S|Team[A-Z]/);
    expect(content).not.toMatch(/[.]Moved|Due date movedM/);
    // A summary and the code that it opens.
    expect(content).not.toMatch(/behind that graph\S/);
  }
});

test.each([
  [390, 844],
  [320, 640],
])('on a phone of %d × %d results begin in the upper half, with three filters above them', async (width, height) => {
  await page.setViewportSize({ width, height });
  await page.goto(`${url}search/?q=checkout`);
  await page.locator('.results .title').first().waitFor();
  const { y = Number.NaN } = (await page.locator('.results > li').first().boundingBox()) ?? {};
  expect(y).toBeLessThan(height / 2);
  expect(
    await page.locator('.search-form select:visible').evaluateAll((all) => all.map((one) => one.getAttribute('name'))),
  ).toEqual(['service', 'severity', 'year']);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
});

test('a row says what the lists of the site say: severity, state, services and how long', async () => {
  await page.goto(`${url}search/?q=bookkeepers`);
  const marksOf = (title: string) =>
    page.locator('.results > li').filter({ hasText: title }).locator('.marks > li').allInnerTexts();
  await page.locator('.results .title').first().waitFor();
  expect((await marksOf('Exports for bookkeepers')).map((one) => one.replace(/\s+/g, ' ').trim())).toEqual([
    'Not resolved yet',
    'Severity: Severity 3',
    'Preliminary',
    'Reports',
  ]);
  await page.goto(`${url}search/?q=PM-2026-004+labels`);
  await page.locator('.results .title').first().waitFor();
  const listed = await marksOf('Some labels were charged');
  expect(listed.at(-1)).toBe('Lasted about 1 day, 14 hours, 5 minutes');
  expect(listed.at(-2)).toBe('Dispatch');
});
