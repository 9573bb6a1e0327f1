/** The home page: how things stand, and the first postmortem, before anybody scrolls. */
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, serveFolder } from '../support/browser.ts';
import { candor, copyBuiltDemo, forgetNamedFiles, removeFolder } from '../support/build.ts';
import { type OpenDemo, openDemo } from '../support/open-demo.ts';

const folder = 'content/postmortems';
const ongoing = '2026-11-19-slow-exports';
const longIntro = `intro: ${'All that an owner wants to say of the site, at length. '.repeat(12)}\n`;
const coloured = 'header: { background: "#2a6f86", text: "#ffffff" }\n';

/** More that is open, with a title of several lines. */
function openMore(site: string): void {
  appendFileSync(join(site, 'content/site.yaml'), longIntro + coloured);
  for (const number of [1, 2]) {
    const copy = join(site, folder, `open-${number}`);
    cpSync(join(site, folder, ongoing), copy, { recursive: true });
    const file = join(copy, 'index.mdx');
    const text = readFileSync(file, 'utf8')
      .replace(/^id: .*$/m, `id: OPEN-${number}`)
      .replace(
        /^title: .*$/m,
        `title: Reports that bookkeepers ask for at the end of the month come hours too late or twice, case ${number}`,
      );
    writeFileSync(file, text);
  }
}

const top = (selector: string) => `document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().top`;

describe('with several incidents open, a long introduction and a header in colours', () => {
  let demo: OpenDemo;
  beforeAll(async () => {
    demo = await openDemo({ prepare: openMore });
  }, 240_000);
  afterAll(() => demo.close());

  test.each([
    [390, 400],
    [1280, 400],
  ])('the first row is in sight, %d pixels wide', async (width, most) => {
    const page = await demo.browser.newPage({ viewport: { width, height: 844 } });
    await page.goto(demo.url);
    expect(await page.evaluate(top('.postmortems > li'))).toBeLessThan(most);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await page.locator('.postmortems > li.open').count()).toBe(3);
    expect((await page.locator('.status-strip').innerText()).split('\n').slice(0, 1)[0]).toMatch(/^3 open incidents/);
    expect(await page.locator('.status-strip li').last().textContent()).toContain('and 1 more');
    await page.close();
  });

  test('how long it has lasted is said by a script alone, and moves nothing', async () => {
    for (const javaScriptEnabled of [false, true]) {
      const page = await demo.browser.newPage({ viewport: { width: 390, height: 844 }, javaScriptEnabled });
      await page.goto(demo.url);
      const strip = page.locator('.status-strip');
      expect(await strip.textContent()).toMatch(/as of \d+ \w+ \d{4}/);
      expect(/ so far/.test((await strip.textContent()) ?? '')).toBe(javaScriptEnabled);
      const { height } = (await strip.boundingBox()) ?? {};
      await page.evaluate('document.querySelectorAll(".elapsed").forEach((slot) => slot.replaceChildren())');
      expect((await strip.boundingBox())?.height).toBe(height);
      await page.close();
    }
  });
});

describe('with little to tell', () => {
  let site = '';
  afterEach(() => removeFolder(site));

  /** What the page says of a site with none of the postmortems but `kept`. */
  async function readHome(kept: string | undefined): Promise<{ strip: string | null; first: number }> {
    site = copyBuiltDemo();
    const all = join(site, folder);
    const spared = join(site, 'spared');
    if (kept) cpSync(join(all, kept), spared, { recursive: true });
    rmSync(all, { recursive: true });
    mkdirSync(all);
    if (kept) {
      cpSync(spared, join(all, kept), { recursive: true });
      const file = join(all, kept, 'index.mdx');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^related:.*$/m, ''));
    }
    forgetNamedFiles(site);
    const built = await candor('build', '--site', site);
    expect(built.error).not.toContain(' error ');
    const { server, url } = await serveFolder(join(site, 'dist'));
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(url);
    const strip = page.locator('.status-strip');
    const said = (await strip.count()) > 0 ? await strip.innerText() : null;
    const first = (await page.evaluate(top('.postmortems > li, .home .empty'))) as number;
    await browser.close();
    server.close();
    return { strip: said, first };
  }

  test('nothing open is said with the day on which the last one was resolved', async () => {
    const { strip, first } = await readHome('2026-08-22-checkout-certificate');
    expect(strip).toMatch(/^No open incidents\s*·\s*last one resolved on 22 Aug 2026\s*·\s*as of \d+ \w+ \d{4}$/);
    expect(first).toBeLessThan(400);
  }, 120_000);

  test('a site without postmortems claims nothing', async () => {
    const { strip, first } = await readHome(undefined);
    expect(strip).toBeNull();
    expect(first).toBeLessThan(400);
  }, 120_000);
});
