/** The search of a large site, whose index stands on shards: the demo's page over many cheap ones. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildIndexShards } from '../../src/build/search/build-index-shards.ts';
import { openFileDigests } from '../../src/disk/file-digests.ts';
import { indexShardSize, listIndexShards } from '../../src/site/search/index-shards.ts';
import { removeFolder } from '../support/build.ts';
import { beganAt, minutesOf, titleOf, writeManyPages } from '../support/many-pages.ts';
import { openDemo } from '../support/open-demo.ts';

const count = 2 * indexShardSize;
let url = '';
let browser: Browser;
let close: () => Promise<void> = async () => {};
let page: Page;
let asked: { path: string; body: Promise<Buffer> }[] = [];
const faults: string[] = [];

/** Three of the oldest and two of the newest share a word. */
const rare = new Set([1, 2, 3, count - 2, count - 1]);
const textOf = (number: number) => {
  const words = Array.from({ length: 250 }, (_, at) => `w${(number * 31 + at * at * 17) % 6000}`);
  return `<p>Everybody waited. ${rare.has(number) ? 'Heron.' : ''} ${words.join(' ')}</p>`;
};

beforeAll(async () => {
  const demo = await openDemo();
  ({ url, browser, close } = demo);
  const dist = join(demo.site, 'dist');
  removeFolder(join(dist, 'pagefind'));
  const files = writeManyPages(dist, { count, textOf });
  expect(
    await buildIndexShards({
      folder: dist,
      files,
      cache: join(demo.site, 'cache'),
      version: 'one',
      digests: openFileDigests(join(demo.site, 'd.json')),
    }),
  ).toEqual([]);
  const years = Map.groupBy(files, (_, number) => beganAt(number).slice(0, 4));
  const shards = listIndexShards([...years].map(([name, items]) => ({ name, count: items.length })));
  const path = join(dist, 'search', 'index.html');
  const text = readFileSync(path, 'utf8');
  const told = text.replace(/data-shelves="[^"]*"/, () => `data-shelves='${JSON.stringify(shards)}'`);
  expect(told).not.toBe(text);
  writeFileSync(path, told);
}, 180_000);
afterAll(() => close());
beforeEach(async () => {
  page = await browser.newPage();
  asked = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    if (path.startsWith('/pagefind/')) asked.push({ path, body: response.body() });
  });
});
afterEach(async () => {
  await page.close();
  expect(faults.splice(0)).toEqual([]);
});

const status = () => page.locator('.search-page [role=status]');
const titles = async () => (await page.locator('.results .title').allTextContents()).map((title) => title.trim());
const older = () => page.getByRole('button', { name: 'Search older postmortems' });
const fromOlder = () => asked.filter(({ path }) => path.startsWith('/pagefind/1/'));

test('a first search asks for the newest shard alone, and at most 250 KB', async () => {
  await page.goto(`${url}search/?q=waited`);
  await status().filter({ hasText: '500 postmortems found. Older postmortems not searched yet.' }).waitFor();
  await expect.poll(async () => (await titles()).length).toBe(10);
  expect(fromOlder()).toEqual([]);
  const sizes = await Promise.all(asked.map(async ({ body }) => gzipSync(await body).length));
  expect(sizes.length).toBeGreaterThan(13);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(250_000);
});

test('a search that finds fewer than ten goes on into older shards by itself', async () => {
  await page.goto(`${url}search/?q=heron`);
  await status()
    .filter({ hasText: /^5 postmortems found\.$/ })
    .waitFor();
  expect((await titles()).sort()).toEqual([...rare].map(titleOf).sort());
  expect(await older().isHidden()).toBe(true);
});

test('an order by length is that of all shards', async () => {
  await page.goto(`${url}search/?q=heron&sort=longest`);
  await status()
    .filter({ hasText: /^5 postmortems found\.$/ })
    .waitFor();
  expect(await titles()).toEqual([...rare].sort((a, b) => minutesOf(b) - minutesOf(a)).map(titleOf));
});

test('the button goes on by keyboard, once all that was found is shown', async () => {
  await page.goto(`${url}search/?q=waited`);
  await status().filter({ hasText: /^500/ }).waitFor();
  const more = page.getByRole('button', { name: 'Show more' });
  for (let shown = 10; shown < indexShardSize; shown += 10) {
    expect(await older().isHidden()).toBe(true);
    await more.click();
    await expect.poll(() => page.locator('.results > li').count()).toBe(shown + 10);
  }
  expect(await more.isHidden()).toBe(true);
  await older().focus();
  await page.keyboard.press('Enter');
  await status()
    .filter({ hasText: /^1,000 postmortems found\.$/ })
    .waitFor();
  const focused = () => page.evaluate('document.activeElement.closest("li")?.parentElement.children.length');
  await expect.poll(focused).toBe(indexShardSize + 10);
  expect(fromOlder().length).toBeGreaterThan(0);
}, 60_000);
