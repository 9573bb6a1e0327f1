/** Sites with nothing, with one postmortem, with titles and words of any length, from right to left, and with 300. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateSite } from '../../bench/generate-site.ts';
import { launchBrowser, serveFolder } from '../support/browser.ts';
import { candor, removeFolder, temporaryFolder } from '../support/build.ts';
import { type EdgeSite, writeEdgeSite } from '../support/edge-sites.ts';
import { findLayoutFaults } from '../support/find-layout-faults.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const lists = [
  '',
  'services/',
  'services/checkout/',
  'archive/',
  'numbers/',
  'promises/',
  'promises/services/checkout/',
  'tags/',
  'subscribe/',
  'search/',
  'severity/sev1/',
  'embed/checkout/',
  'data/',
  'reading-the-figures/',
  '404.html',
];
const withPostmortems = [...lists, 'postmortems/one/', 'archive/2026/', 'promises/2026/', 'tags/deploy/'];
type OpenPage = (path: string, width?: number) => Promise<Page>;

/** Builds what `write` wrote, once; what is given back opens a path of it, as wide as `width`, and looks. */
function serveSite(write: (site: string) => Promise<void>): OpenPage {
  const site = temporaryFolder();
  let [url, close] = ['', () => {}];
  let page: Page;
  beforeAll(async () => {
    await write(site);
    const { code, error } = await candor('build', '--site', site);
    if (code !== 0) throw new Error(`The site was not built.\n${error}`);
    const served = await serveFolder(join(site, 'dist'));
    [url, close] = [served.url, () => served.server.close()];
    page = await browser.newPage();
  }, 240_000);
  afterAll(async () => {
    await page.close();
    close();
    removeFolder(site);
  });
  return async (path, width = 1280) => {
    await page.setViewportSize({ width, height: 844 });
    expect((await page.goto(url + path))?.status()).toBe(200);
    return page;
  };
}

async function expectNoFaults(page: Page): Promise<void> {
  const faults: string[] = [];
  for (const width of [320, 360, 768, 1280, 1920]) {
    await page.setViewportSize({ width, height: 844 });
    faults.push(...(await findLayoutFaults(page)).map((fault) => `${width} pixels wide: ${fault}`));
  }
  expect(faults).toEqual([]);
}

/** Looks at every kind of page, and at what is particular to this site. */
function describeSite(kind: EdgeSite, paths: readonly string[], more?: (open: OpenPage) => void): void {
  describe(`a site of the kind "${kind}"`, () => {
    const open = serveSite((site) => writeEdgeSite(site, kind));
    test.each(paths)('holds /%s on any screen, no words upon others', async (path) => {
      await expectNoFaults(await open(path));
    });
    more?.(open);
  });
}

describeSite('nothing', lists, (open) => {
  test.each(['', 'archive/', 'numbers/', 'promises/', 'tags/', 'search/', 'severity/sev1/'])(
    'says at /%s in one sentence that there are none, and shows no table of noughts',
    async (path) => {
      const page = await open(path);
      expect(await page.locator('main .empty').allTextContents()).toEqual([
        expect.stringMatching(/^(There are )?no postmortem/i),
      ]);
      expect(await page.locator('main table').count()).toBe(0);
      expect(await page.locator('main form:visible').count()).toBe(0);
    },
  );
});

describeSite('one', withPostmortems, (open) => {
  test('tells the length of a single incident, and no quartiles', async () => {
    const page = await open('numbers/');
    expect(await page.locator('.spread').first().locator('dt').allTextContents()).toEqual([
      'Incidents (n)',
      'Duration',
    ]);
    expect(await page.locator('.quartiles').count()).toBe(0);
  });

  test('has no part about an SLA where there is none', async () => {
    expect(await (await open('postmortems/one/')).locator('#agreements').count()).toBe(0);
    expect(await (await open('services/checkout/')).locator('main').innerText()).toContain(
      'This service has no published SLA.',
    );
  });
});

describeSite('long', [...withPostmortems, 'postmortems/two/'], (open) => {
  test.each([360, 1280])('leaves the answers in sight, %d pixels wide', async (width) => {
    const card = await (await open('postmortems/one/', width)).locator('.answer-card').boundingBox();
    expect(card?.y).toBeLessThan(500);
  });
});

describeSite('arabic', [...withPostmortems, 'postmortems/two/']);

describe('300 postmortems', () => {
  const open = serveSite(async (site) => {
    await generateSite(site, 300);
    appendFileSync(join(site, 'content/site.yaml'), 'cards: false\n');
  });

  test.each([
    ['', '.postmortems > li', 10],
    ['archive/2020/', '.postmortems > li', 100],
    ['archive/2020/page-3/', '.postmortems > li', 100],
    ['severity/sev1/', '.postmortems > li', 100],
    ['promises/', '.promise-table tbody tr', 100],
    ['promises/2020/page-6/', '.promise-table tbody tr', 100],
  ])('are told at /%s in parts of one page each', async (path, rows, most) => {
    const page = await open(path);
    expect(await page.locator(rows).count()).toBe(most);
    await expectNoFaults(page);
  });

  test.each(['numbers/', 'services/', 'services/checkout/', 'tags/', 'tags/database/', 'archive/'])(
    'are counted and listed at /%s',
    async (path) => {
      await expectNoFaults(await open(path));
    },
  );
});
