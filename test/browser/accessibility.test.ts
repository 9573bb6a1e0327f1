/** Every kind of page, searched by axe-core for what keeps people out (WCAG 2.2 A and AA). */
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDemo } from '../support/open-demo.ts';

let url = '';
let browser: Browser;
let close: () => Promise<void> = async () => {};

beforeAll(async () => {
  ({ url, browser, close } = await openDemo());
});
afterAll(() => close());

interface Finding {
  id: string;
  nodes: { target: string[] }[];
}

async function findBarriers(path: string, colorScheme: 'light' | 'dark'): Promise<string[]> {
  const context = await browser.newContext({ bypassCSP: true, colorScheme, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(url + path, { waitUntil: 'networkidle' });
  await page.evaluate(axe.source);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then((found) => found.violations)`,
  )) as Finding[];
  await context.close();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ target }) => target.join(' '))
        .join(', ')}`,
  );
}

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

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  test.each(paths)('/%s keeps nobody out', async (path) => {
    expect(await findBarriers(path, scheme)).toEqual([]);
  });
});
