/** A site with a look of its own, built once: everything arrives with the projection, and nothing private with it. */
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { candor, everyByte, filesIn, filesWith, removeFolder, repository } from '../support/build.ts';
import { postmortem } from '../support/publish.ts';
import { siteYaml, writeSite } from '../support/site.ts';

const look = `accent: "#7a2048"
logo: { file: brand/logo.svg, dark: brand/logo-dark.svg, alt: "Quayside & sons" }
fonts:
  text: { name: Noto Sans, file: fonts/noto.woff2, weights: 100 900 }
css: brand/own.css
icon: brand/tab.png
header: { background: "#17324d", text: "#ffffff" }
navigation: [search, { page: promises, title: Vows }, { title: Status, url: "https://status.example/" }, archive]
intro: What we owe to those who trust the quay.
reportTo: "https://tracker.example/new?title={title}&page={address}"
`;
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><path d="M0 0h9"/></svg>';

let site: string;
let bytes: Map<string, string>;
let said: string;
const page = (file: string) => bytes.get(file) ?? '';

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'candor-theme-'));
  const font = 'node_modules/@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2';
  const picture = (red: number) =>
    sharp({ create: { width: 30, height: 20, channels: 3, background: { r: red, g: 90, b: 20 } } })
      .withExif({ IFD0: { Artist: 'CANARY-artist' } })
      .jpeg()
      .toBuffer();
  await writeSite(
    site,
    { outage: { 'index.mdx': postmortem('The story.') } },
    {
      'content/site.yaml': siteYaml.replace('postmortems.example/', 'example.org/trust/') + look,
      'public/brand/logo.svg': drawing,
      'public/brand/logo-dark.svg': drawing,
      'public/brand/tab.png': await sharp({ create: { width: 32, height: 32, channels: 3, background: 'teal' } })
        .png()
        .toBuffer(),
      'public/brand/own.css': '.site-footer { border-block-start-width: 3px; }\n',
      'public/fonts/noto.woff2': readFileSync(join(repository, font)),
      'content/theme/header.mdx': 'All quiet *today*.\n\n{/* CANARY-comment in the header */}\n',
      'content/theme/footer.mdx':
        '![The quay at dawn](./quay.jpg)\n\n<Internal>![CANARY-alt](./canary-hidden.jpg) CANARY-footer block</Internal>\n',
      'content/theme/above-postmortem.mdx': 'Said by @mchen <Internal>CANARY-inline words</Internal> before.\n',
      'content/theme/below-postmortem.mdx': 'Questions go to [us](/search/).\n',
      'content/theme/quay.jpg': await picture(200),
      'content/theme/canary-hidden.jpg': await picture(10),
      'content/theme/canary-unused.png': await picture(60),
    },
  );
  const built = await candor('build', '--site', site);
  said = built.error;
  bytes = everyByte(join(site, 'dist'));
}, 120_000);
afterAll(() => removeFolder(site));

test('the site is built, and every page names the generated stylesheet, then the owner’s', () => {
  expect(said).not.toMatch(/ error /);
  const sheet = [...bytes.keys()].filter((file) => file.startsWith('theme/'));
  expect(sheet).toEqual([expect.stringMatching(/^theme\/[0-9a-f]{16}\.css$/)]);
  for (const [file, html] of bytes)
    if (file.endsWith('.html'))
      expect
        .soft(html, file)
        .toMatch(
          new RegExp(
            `<link rel="stylesheet" href="/trust/${sheet[0]}"><link rel="stylesheet" href="/trust/brand/own\\.css\\?v=[0-9a-f]{16}">`,
          ),
        );
  expect(page(sheet[0] ?? '')).toContain('@font-face { font-family: "Noto Sans"; src: url("/trust/fonts/noto.woff2?v=');
  expect(page(sheet[0] ?? '')).toContain('@media screen { :root { --accent: #7a2048;');
});

test('the logo stands in the place of the name, with its size and its words', () => {
  const header = /<header class="site-header">.*?<\/header>/s.exec(page('index.html'))?.[0] ?? '';
  expect(header).toContain('<source media="(prefers-color-scheme: dark)" srcset="/trust/brand/logo-dark.svg">');
  expect(header).toContain('<img src="/trust/brand/logo.svg" alt="Quayside &amp; sons" width="120" height="40">');
  expect(header).not.toContain('Example postmortems');
});

test('places of every page are on every page, and those of postmortems on postmortems alone', () => {
  const pages = [...bytes].filter(([file, html]) => file.endsWith('.html') && html.includes('<main'));
  // Pages for the frames of other sites have neither header nor footer.
  const isFramed = (file: string) => file.startsWith('embed/');
  for (const [file, html] of pages.filter(([name]) => isFramed(name)))
    expect.soft(html, file).not.toContain('All quiet');
  for (const [file, html] of pages.filter(([name]) => !isFramed(name))) {
    expect.soft(html, file).toContain('All quiet <em>today</em>.');
    expect.soft(html, file).toContain('alt="The quay at dawn"');
    expect
      .soft(html.includes('Questions go to <a href="/trust/search/">us</a>'), file)
      .toBe(file.startsWith('postmortems/'));
  }
  expect(page('postmortems/outage/index.html')).toContain('Said by the on-call database engineer before.');
  const images = filesIn(join(site, 'dist')).filter((file) => file.startsWith('images/'));
  expect(images).toHaveLength(1);
});

test('nothing private of a place is in any byte of the site or of its public copy', async () => {
  expect(filesWith(bytes, 'canary')).toEqual([]);
  expect(filesWith(bytes, 'quay.jpg')).toEqual([]);
  expect(filesWith(bytes, 'mchen')).toEqual([]);
  const copy = join(site, 'copy');
  const exported = await candor('export', '--site', site, '--into', copy);
  expect(exported.error).toBe('');
  const copied = everyByte(copy);
  expect(filesWith(copied, 'canary')).toEqual([]);
  expect(filesWith(copied, 'All quiet')).toEqual(['content/theme/header.mdx']);
});

test('the words of places are in no search index', () => {
  expect(filesWith(bytes, 'Questions go to').filter((file) => file.startsWith('pagefind/'))).toEqual([]);
});

test('tabs show the icon, and the header has its colours', () => {
  expect(page('index.html')).toMatch(
    /<link rel="icon" type="image\/png" href="\/trust\/brand\/tab\.png\?v=[0-9a-f]{16}">/,
  );
  const sheet = [...bytes].find(([file]) => file.startsWith('theme/'))?.[1];
  expect(sheet).toContain(
    '@media screen { :root { --header-paper: #17324d; --header-ink: #ffffff; --header-accent: #ffffff; } }',
  );
});

test('header and menu link to what the owner names, in that order, and to nothing else', () => {
  const linksOf = (part: string) =>
    [...part.matchAll(/<a href="([^"]*)"[^>]*>\s*([^<]*?)\s*<\/a>/g)].map(([, to, words]) => [to, words]);
  const html = page('search/index.html');
  const named = [
    ['/trust/promises/', 'Vows'],
    ['https://status.example/', 'Status'],
    ['/trust/archive/', 'Archive'],
  ];
  for (const label of ['Main', 'Menu']) {
    const nav = new RegExp(`<nav[^>]* aria-label="${label}">.*?</nav>|<nav aria-label="${label}">.*?</nav>`, 's');
    expect(linksOf(nav.exec(html)?.[0] ?? ''), label).toEqual(named);
  }
  const header = /<header class="site-header">.*?<\/header>/s.exec(html)?.[0] ?? '';
  expect(header).toMatch(
    /<a class="search-link" href="\/trust\/search\/" aria-keyshortcuts="\/"[^>]* aria-current="page"/,
  );
  expect(header.match(/aria-keyshortcuts/g)).toHaveLength(1);
  expect(page('archive/index.html').match(/aria-current="page"[^>]*>\s*Archive/g)).toHaveLength(2);
});

test('home says the words of the owner about the site', () => {
  expect(page('index.html')).toMatch(
    /<section class="about">.*<p dir="auto"[^>]*>\s*What we owe to those who trust the quay\./s,
  );
  expect(page('index.html')).not.toContain('These are the postmortems of');
});

test('readers can report an error, on postmortems alone', () => {
  const reporting = [...bytes].filter(([, text]) => text.includes('tracker.example')).map(([file]) => file);
  expect(reporting).toEqual(['postmortems/outage/index.html']);
  const address = encodeURIComponent('https://example.org/trust/postmortems/outage/');
  expect(page('postmortems/outage/index.html')).toMatch(
    new RegExp(`href="https://tracker\\.example/new\\?title=[^"&]+&(?:amp;|#38;)?page=${address}"`),
  );
});
