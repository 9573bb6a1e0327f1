/** What a reader can do on the page of a postmortem: aim at a moment, go to its row, take a link, copy code; and on lists of figures. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDemo } from '../support/open-demo.ts';

let url = '';
let browser: Browser;
let close: () => Promise<void> = async () => {};

beforeAll(async () => {
  ({ url, browser, close } = await openDemo());
});
afterAll(() => close());

async function open(path: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(url + path, { waitUntil: 'networkidle' });
  return page;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const boxesOf = (page: Page, selector: string) =>
  page.evaluate(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((node) => node.getBoundingClientRect().toJSON()).filter(({ width }) => width > 0)`,
  ) as Promise<Box[]>;

const overlaps = (a: Box, b: Box) =>
  a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;

function collisions(boxes: readonly Box[]): number {
  return boxes.flatMap((box, index) => boxes.slice(index + 1).filter((other) => overlaps(box, other))).length;
}

const postmortems = [
  'postmortems/2024-07-18-checkout-retries/',
  'postmortems/2026-06-17-webhook-signatures/',
  'postmortems/2026-08-22-checkout-certificate/',
  'postmortems/2026-11-19-slow-exports/',
  'de/postmortems/2026-10-21-label-prices/',
];

describe.each([320, 360, 768, 1280, 1920])('%d pixels wide', (width) => {
  test.each(postmortems)('/%s draws time without words upon each other', async (path) => {
    const page = await open(path, width);
    for (const words of ['.phase-label', '.phase-tick']) expect(collisions(await boxesOf(page, words))).toBe(0);
    for (const { left, right } of await boxesOf(page, '.phase-label')) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
    }
    expect(collisions(await boxesOf(page, '.phase-picture .target'))).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.context().close();
  });
});

test('a dot of the picture leads to its row, and the row to itself', async () => {
  const page = await open('postmortems/2024-07-18-checkout-retries/');
  expect(await page.locator('.phase-picture').count()).toBe(1);
  const dot = page.locator('.phase-picture .events a').first();
  const target = await dot.getAttribute('href');
  expect(target).toMatch(/^#t-\d{8}T\d{4}Z$/);
  await dot.focus();
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe(target);
  expect(await page.locator(`[id="${target?.slice(1)}"] .at a`).getAttribute('href')).toBe(target);
  const ids = (await page.evaluate('[...document.querySelectorAll("[id]")].map(({ id }) => id)')) as string[];
  expect(new Set(ids).size).toBe(ids.length);
  await page.context().close();
});

test('headings have a link to themselves, and the contents show where one is', async () => {
  const page = await open('postmortems/2024-07-18-checkout-retries/');
  const heading = page.locator('.story :is(h2, h3)[id]').last();
  const id = await heading.getAttribute('id');
  expect(await heading.locator('.heading-link').getAttribute('href')).toBe(`#${id}`);
  await heading.evaluate((node) => node.scrollIntoView());
  const current = page.locator('.contents [aria-current]');
  await expect.poll(() => current.count()).toBe(1);
  await page.context().close();
});

test.each([360, 1280])('the button that copies code stands on none of it, %d pixels wide', async (width) => {
  const page = await open('postmortems/2024-07-18-checkout-retries/', width);
  const code = await boxesOf(page, '.copied-code code');
  const buttons = await boxesOf(page, '.copied-code > .copy');
  expect(buttons.length).toBe(code.length);
  expect(buttons.length).toBeGreaterThan(1);
  for (const [index, button] of buttons.entries()) expect(button.top).toBeGreaterThanOrEqual(code[index]?.bottom ?? 0);
  for (const { top, bottom } of buttons) expect(bottom - top).toBeGreaterThanOrEqual(24);
  await page.context().close();
});

test('the promises of a phone stand in rows that need no sideways scroll, each cell behind its name', async () => {
  const page = await open('promises/', 360);
  const cell = page.locator('.promise-table td').first();
  expect(await cell.evaluate((node) => getComputedStyle(node, '::before').content)).toContain('Team');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await page.context().close();
});

test('each service has 24 months, and says in a sentence what they show', async () => {
  const page = await open('services/');
  const drawings = page.locator('.service-months svg');
  expect(await drawings.count()).toBe(5);
  for (const drawing of await drawings.all()) {
    expect(await drawing.locator('.month').count()).toBe(24);
    expect(await drawing.getAttribute('aria-label')).toMatch(/No impact in \d+ of 24 months\./);
  }
  await page.context().close();
});
