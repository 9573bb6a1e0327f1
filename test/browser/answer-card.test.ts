/** The card below the title of a postmortem: what a reader who was perhaps affected asks first. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDemo, openDemo } from '../support/open-demo.ts';

let demo: OpenDemo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

const corrected = 'postmortems/2024-07-18-checkout-retries/';
const ongoing = 'postmortems/2026-11-19-slow-exports/';
const withoutAdvice = 'de/postmortems/2026-08-22-checkout-certificate/';

async function open(path: string, options: Parameters<OpenDemo['browser']['newPage']>[0] = {}) {
  const page = await demo.browser.newPage({
    viewport: { width: 390, height: 844 },
    timezoneId: 'America/New_York',
    ...options,
  });
  await page.goto(demo.url + path);
  return page;
}

test.each([
  [320, 1],
  [390, 1],
  [768, 2],
  [1280, 4],
])(
  'it stands directly below the title, before corrections and the five times, %d pixels wide',
  async (width, columns) => {
    const page = await open(corrected, { viewport: { width, height: 844 } });
    const tops = (await page.evaluate(`['h1', '.answer-card', '.notice.corrected', '.lede', '.facts'].map((one) => {
    const { top, bottom } = document.querySelector(one).getBoundingClientRect();
    return [top, bottom];
  })`)) as [number, number][];
    const [title, card] = tops;
    expect((card?.[0] ?? 0) - (title?.[1] ?? 0)).toBeLessThanOrEqual(24);
    for (const [index, [top]] of tops.entries())
      expect(top).toBeGreaterThanOrEqual(index === 0 ? 0 : (tops[index - 1]?.[1] ?? 0));
    const cells = page.locator('.answer-card dl > div');
    expect(await cells.count()).toBe(4);
    const lefts = await cells.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
    expect(new Set(lefts).size).toBe(columns);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.close();
  },
);

test('it answers from the record, with when in the zone of the site and that of the reader', async () => {
  const page = await open(corrected);
  expect((await page.locator('.answer-card').innerText()).split('\n').map((line) => line.trim())).toEqual([
    'Is it over?',
    'Yes, resolved on 18 July 2024',
    'Was I affected?',
    'Checkout',
    'Partial outage 34% affected',
    'Users affected: about 21,000 34% of users',
    'Accounts affected: 1,106',
    'Regions: United Kingdom, Ireland and Netherlands',
    'When was it?',
    'From 18 July 2024, 14:04 BST',
    '18 Jul, 09:04 GMT-4',
    'To 15:41 BST',
    '10:41 GMT-4',
    'The impact lasted 1 hour, 37 minutes',
    'What should I do?',
    expect.stringMatching(/^Shoppers who saw “payment pending”/),
  ]);
  await page.close();
});

test('a reader in the zone of the site is told no time twice', async () => {
  const page = await open(corrected, { timezoneId: 'Europe/London' });
  expect(await page.locator('.answer-card .local').allTextContents()).toEqual(['', '']);
  await page.close();
});

test('what is not over says as of when, and how long so far by a script alone', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await open(ongoing, { javaScriptEnabled });
    const text = await page.locator('.answer-card').innerText();
    expect(text).toContain('No, not resolved as of 20 November 2026');
    expect(text).toMatch(/\nongoing\n/);
    expect(/ so far/.test(text)).toBe(javaScriptEnabled);
    await page.close();
  }
});

test('where no advice is given, the card says so, and has no anchor of it', async () => {
  const page = await open(withoutAdvice);
  expect(await page.locator('.answer-card .advice').innerText()).toContain('gibt Betroffenen keinen Rat');
  expect(await page.locator('#advice').count()).toBe(0);
  await page.goto(demo.url + corrected);
  expect(await page.locator('#advice').count()).toBe(1);
  await page.close();
});
