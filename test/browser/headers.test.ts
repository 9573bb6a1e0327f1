/** The demo site under exactly the headers that `_headers` asks for, every feature used: no report, no other host, no trace. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sirv from 'sirv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { copyBuiltDemo, removeFolder } from '../support/build.ts';

interface Rule {
  pattern: RegExp;
  headers: [name: string, value: string][];
}

let site = '';
let server: Server;
let url = '';
let browser: Browser;
let context: BrowserContext;
let page: Page;
const reports: string[] = [];
const strangers: string[] = [];
const answers = new Map<string, Record<string, string>>();

/** As Netlify and Cloudflare read the file: a path with at most one `*`, then indented headers. */
function readRules(file: string): Rule[] {
  const rules: Rule[] = [];
  for (const line of file.split('\n')) {
    const header = /^\s+([\w-]+): (.*)$/.exec(line);
    if (header) rules.at(-1)?.headers.push([header[1] ?? '', header[2] ?? '']);
    else if (line !== '') rules.push({ pattern: patternOf(line), headers: [] });
  }
  return rules;
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace('*', '.*')}$`);
}

beforeAll(async () => {
  site = copyBuiltDemo();
  const dist = join(site, 'dist');
  const rules = readRules(readFileSync(join(dist, '_headers'), 'utf8'));
  const files = sirv(dist, { dev: true });
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const wanted = rules.filter(({ pattern }) => pattern.test(path)).flatMap(({ headers }) => headers);
    // After the server's own, as hosts do.
    const writeHead = response.writeHead.bind(response);
    response.writeHead = ((status: number, headers: Record<string, string> = {}) => {
      const kept = Object.entries(headers).filter(
        ([name]) => !wanted.some(([own]) => own.toLowerCase() === name.toLowerCase()),
      );
      // Where two rules name one header, both values are sent, joined by a comma.
      const joined = new Map(kept);
      for (const [name, value] of wanted) joined.set(name, [joined.get(name), value].filter(Boolean).join(', '));
      return writeHead(status, Object.fromEntries(joined));
    }) as typeof response.writeHead;
    files(request, response, () => void response.writeHead(404).end('Not found'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://localhost:${(server.address() as AddressInfo).port}/`;
  browser = await launchBrowser();
  context = await browser.newContext({
    timezoneId: 'America/New_York',
    permissions: ['clipboard-write', 'clipboard-read'],
  });
  page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || /content security policy|refused to/i.test(message.text()))
      reports.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => reports.push(`${page.url()}: ${error.message}`));
  await context.exposeFunction('reportViolation', (text: string) => void reports.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as { reportViolation(text: string): void }).reportViolation(
        `${event.violatedDirective} ${event.blockedURI}`,
      );
    });
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('blob:')) strangers.push(request.url());
  });
  page.on('response', (response) => answers.set(response.url().slice(url.length), response.headers()));
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  removeFolder(site);
});

test('the search works, with its WebAssembly and its filters', async () => {
  await page.goto(`${url}search/?q=retries`);
  await page.locator('.results .title').first().waitFor();
  await page.getByText('More filters').click();
  await page.selectOption('select[name=agreement]', 'Breached');
  await page.waitForURL(/agreement=Breached/);
});

test('an address of a feed is copied', async () => {
  await page.goto(`${url}subscribe/`);
  await page.locator('button:visible').first().click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^https:\/\/.+/);
});

test('local times, charts, pictures and the look of the site are shown', async () => {
  await page.goto(`${url}postmortems/2024-07-18-checkout-retries/`, { waitUntil: 'networkidle' });
  expect(await page.locator('[data-local="full"]').first().textContent()).toMatch(/EDT|GMT-4/);
  expect(await page.locator('.local-note').first().isVisible()).toBe(true);
  const inZone = await browser.newContext({ timezoneId: 'Europe/London' });
  const other = await inZone.newPage();
  await other.goto(page.url(), { waitUntil: 'networkidle' });
  expect(await other.locator('.local-note').first().isVisible()).toBe(false);
  await inZone.close();
  const [logo, name] = [page.locator('.logo img'), page.locator('.site-name')];
  expect((await name.boundingBox())?.height ?? 99).toBeLessThan(1.8 * ((await logo.boundingBox())?.height ?? 0));
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent'))).toBe(
    '#1d4e6b',
  );
  const broken = await page.evaluate(() =>
    [...document.images].filter((image) => image.complete && image.naturalWidth === 0).map(({ src }) => src),
  );
  expect(broken).toEqual([]);
  const coloured = page.locator('svg.chart-drawing rect[class*=phase]').first();
  expect(await coloured.evaluate((mark) => getComputedStyle(mark).fill)).not.toBe('rgb(0, 0, 0)');
  const card = await page.locator('meta[property="og:image"]').getAttribute('content');
  // Asked for, not shown by itself: the browser styles its own page around a picture.
  const drawn = await context.request.get(url + new URL(card ?? '').pathname.slice(1));
  expect(drawn.headers()['content-type']).toBe('image/png');
  const feed = await context.request.get(`${url}atom.xml`);
  expect(feed.headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
});

test.each(['', 'numbers/', 'promises/', 'services/checkout/', 'archive/2024/', 'data/', '404.html'])(
  '/%s is shown under the headers',
  async (path) => {
    const answer = await page.goto(url + path, { waitUntil: 'networkidle' });
    expect(answer?.headers()['content-security-policy']).toContain("default-src 'none'");
    expect(answer?.headers()['x-content-type-options']).toBe('nosniff');
  },
);

test('other sites may show the page made for frames, and no other', async () => {
  const host = createServer((request, response) => {
    const frame = `<iframe src="${url}${request.url?.slice(1)}" width="420" height="260"></iframe>`;
    response.setHeader('content-type', 'text/html').end(`<!doctype html><title>Another site</title>${frame}`);
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  const other = await browser.newPage();
  const openFramed = (path: string) =>
    other.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/${path}`, { waitUntil: 'networkidle' });
  const blocked = (path: string) =>
    other.waitForEvent(
      'requestfailed',
      (failed) => failed.url() === url + path && failed.failure()?.errorText === 'net::ERR_BLOCKED_BY_RESPONSE',
    );
  await openFramed('embed/checkout/');
  expect((await other.frameLocator('iframe').locator('h1').textContent())?.trim()).toBe('Checkout');
  const frame = other.frames()[1];
  expect(await frame?.evaluate('document.scrollingElement.scrollHeight')).toBeLessThanOrEqual(260);
  expect(await frame?.locator('script').count()).toBe(0);
  for (const path of ['', 'services/checkout/', 'archive/2024/', 'about/', '404.html', 'index.html'])
    await Promise.all([blocked(path), openFramed(path)]);
  await other.close();
  host.close();
});

test('nothing was reported, nobody else was asked, and nothing stays with the reader', async () => {
  expect(answers.size).toBeGreaterThan(20);
  expect(reports).toEqual([]);
  expect(strangers).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  await page.goto(url);
  expect(
    await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
      (await navigator.serviceWorker.getRegistrations()).length,
    ]),
  ).toEqual([0, 0, 0, 0, 0]);
  for (const [path, headers] of answers) expect.soft(headers['set-cookie'], path).toBeUndefined();
});
