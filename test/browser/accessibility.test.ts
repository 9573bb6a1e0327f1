/** Every kind of page, searched by all rules of axe-core for what keeps people out: light and dark, wide and on a phone. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBarriers } from '../support/find-barriers.ts';
import { openDemo } from '../support/open-demo.ts';

let url = '';
let browser: Browser;
let close: () => Promise<void> = async () => {};

beforeAll(async () => {
  ({ url, browser, close } = await openDemo());
});
afterAll(() => close());

const paths = [
  '',
  'postmortems/2024-07-18-checkout-retries/',
  'postmortems/2026-11-19-slow-exports/',
  'services/',
  'services/checkout/',
  'embed/checkout/',
  'archive/2024/',
  'tags/',
  'tags/retries/',
  'promises/2026/',
  'promises/services/checkout/',
  'severity/sev1/',
  'search/?q=retries',
  'numbers/',
  'promises/',
  'subscribe/',
  'data/',
  'about/',
  'reading-the-figures/',
  '404.html',
  'de/',
  'de/postmortems/2026-10-21-label-prices/',
  'de/postmortems/2024-07-18-checkout-retries/',
];

test.each(paths)('/%s keeps nobody out', async (path) => {
  expect(await findBarriers(browser, url + path)).toEqual([]);
});
