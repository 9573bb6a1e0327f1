/** Every kind of page, searched by all rules of axe-core for what keeps people out, on a wide screen and on a phone. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

describe.each([
  ['light', 1280],
  ['light', 360],
  ['dark', 1280],
  ['dark', 360],
] as const)('in %s, %d pixels wide', (scheme, width) => {
  test.each(paths)('/%s keeps nobody out', async (path) => {
    expect(await findBarriers(browser, url + path, { colorScheme: scheme, width })).toEqual([]);
  });
});
