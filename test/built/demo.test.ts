/** The demo site, built once, with a look into every byte of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { policyInPages } from '../../src/shared/hosting/response-headers.ts';
import { candor, copyDemo, everyByte, filesIn, filesWith, removeFolder, repository } from '../support/build.ts';

let site = '';
let bytes = new Map<string, string>();
const dist = () => join(site, 'dist');
const page = (path: string) => readFileSync(join(dist(), path, 'index.html'), 'utf8');

beforeAll(async () => {
  site = copyDemo();
  const built = await candor('build', '--site', site);
  expect(built.error).not.toMatch(/ error /);
  expect(built.code).toBe(0);
  bytes = everyByte(dist());
});

afterAll(() => removeFolder(site));

test('every page carries its security policy before anything that loads', () => {
  const pages = [...bytes].filter(([file]) => file.endsWith('.html'));
  expect(pages.some(([file]) => file.startsWith('embed/'))).toBe(true);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyInPages}">`;
  for (const [file, text] of pages) {
    expect(text.split('<meta http-equiv="Content-Security-Policy"').length, file).toBe(2);
    expect(text.slice(0, text.indexOf(meta)), file).toMatch(/<head>\s*<meta charset="utf-8">\s*$/);
  }
});

const people = Object.entries(
  parse(readFileSync(join(repository, 'content/people.yaml'), 'utf8')) as Record<
    string,
    { name: string; aliases?: string[]; public?: boolean }
  >,
)
  .filter(([, person]) => !person.public)
  .flatMap(([handle, { name, aliases }]) => [
    handle,
    name,
    ...name.split(' ').slice(1),
    ...(aliases ?? []).filter((alias) => alias.length > 3),
  ]);

const internal = [
  'Gantrynine',
  'Skellowby',
  'Quillfeather',
  'Lampwick',
  'Borrowdale',
  'tb-core.net',
  'bastion-ludlow',
  'FROGHOP-',
  'Marigoldfinch',
  'Wimbrel',
  'Osgoo',
  'Pellingrove',
  'TBR-7702',
  'DSP-23090',
  'PAYQ-7310',
  'unreleased',
  'lampwick-flags',
  'two-browsers-quernmore',
  'pager-ludlow',
  'quernmore',
  'Vantongeren',
  'Quiller',
  'Fensterbrett',
  'Marrowstone',
  'Dochtschalter',
  'dranweld',
  'restore-ludlow',
  'restore.log',
];
const withheld = ['2026-11-02-search-review', '2026-11-10-preview-for-everybody', '2099-coordinated-disclosure'];

test.each([...people, ...internal, ...withheld])('%s is in no byte of the site', (text) => {
  expect(filesWith(bytes, text)).toEqual([]);
});

test('what is public is there, in the pages and in the search index', () => {
  expect(page('postmortems/2024-07-18-checkout-retries')).toContain(
    'One in three checkouts failed while our retries multiplied',
  );
  expect(page('postmortems/2024-07-18-checkout-retries')).toContain(
    'The on-call payments engineer took the incident on',
  );
  const fragments = filesWith(bytes, 'checkouts failed').filter((file) => file.endsWith('.pf_fragment'));
  expect(fragments.length).toBeGreaterThan(0);
});

test('every kind of page is built', () => {
  const files = filesIn(dist());
  for (const file of [
    'index.html',
    '404.html',
    'search/index.html',
    'about/index.html',
    'archive/index.html',
    'archive/2024/index.html',
    'tags/index.html',
    'tags/payments/index.html',
    'services/checkout/index.html',
    'severity/sev1/index.html',
    'sitemap.xml',
    'robots.txt',
    '_headers',
    '_redirects',
    'promises.ics',
    'promises/atom.xml',
    'postmortems/2024-07-18-checkout-retries.md',
    'pagefind/pagefind.js',
  ]) {
    expect(files).toContain(file);
  }
  expect(files.filter((file) => /^postmortems\/\d{4}-[^/]+\/index\.html$/.test(file))).toHaveLength(14);
});

test('an earlier address leads to the new one', () => {
  const [old, present] = ['/postmortems/checkout-outage-july-2024', '/postmortems/2024-07-18-checkout-retries'];
  expect(page(old)).toContain(`<link rel="canonical" href="https://postmortems.tallybridge.example${present}/">`);
  expect(page(old)).toContain(`<meta http-equiv="refresh" content="0; url=${present}/">`);
  const redirects = readFileSync(join(dist(), '_redirects'), 'utf8');
  for (const ending of ['/', '.json', '.md']) expect(redirects).toContain(`${old}${ending} ${present}${ending} 301\n`);
});

test('pages hold no inline style or script, no comment and no address of another host to load from', () => {
  const pages = [...bytes].filter(([file]) => file.endsWith('.html'));
  for (const [file, html] of pages) {
    expect
      .soft(html, file)
      .not.toMatch(/<style|\sstyle=|<!--|<script(?![^>]*\bsrc=)(?! type="application\/ld\+json">)[^>]*>|\son[a-z]+=/i);
    expect.soft(html, file).not.toMatch(/candor-dev|data-line|data-written|data-source/);
    expect.soft(html, file).not.toMatch(/<(?:script|img|link[^>]*rel="stylesheet"|iframe)[^>]*(?:src|href)="https?:/i);
  }
});

test('each page names its card, a picture without words of its own beside its pixels', async () => {
  const cards = filesIn(dist()).filter((file) => file.startsWith('cards/'));
  const slugs = filesIn(dist()).flatMap((file) => /^postmortems\/([^/]+)\.json$/.exec(file)?.[1] ?? []);
  const services = filesIn(dist()).flatMap((file) => /^(services\/[^/]+)\/index\.html$/.exec(file)?.[1] ?? []);
  expect(services).toHaveLength(5);
  const own = [...slugs.map((slug) => `postmortems/${slug}`), ...services, 'numbers', ''];
  const paths = own.flatMap((path) => [path, `de/${path}`]);
  const named = paths.map((path) => {
    const html = page(path);
    expect.soft(html).toContain('<meta name="twitter:card" content="summary_large_image">');
    expect.soft(html).toMatch(/<meta property="og:image:alt" content="[^"]+">/);
    return /<meta property="og:image" content="https:\/\/[^/"]+\/([^"]+)">/.exec(html)?.[1];
  });
  expect(named.toSorted()).toEqual(cards);
  expect(cards).toHaveLength(40);
});

test('every link and anchor inside the site leads somewhere, in pages, feeds and data', async () => {
  const checked = await candor('check', '--site', site, '--links');
  expect(checked.error).toBe('');
  expect(checked.code).toBe(0);
});

test('links are looked for in what was built, which must be there', async () => {
  const checked = await candor('check', '--site', site, '--links', '--out', join(site, 'nowhere'));
  expect(checked.code).toBe(2);
  expect(checked.error).toContain('Build it first.');
});

test('each public service has a badge and a page for frames, which search engines leave alone', () => {
  const named = (pattern: RegExp) => [...bytes.keys()].flatMap((name) => pattern.exec(name)?.[1] ?? []).sort();
  const services = ['checkout', 'dispatch', 'reports', 'storefront-api', 'webhooks'];
  expect(named(/^badges\/(.*)\.svg$/)).toEqual(services);
  expect(named(/^embed\/([^/]*)\/index\.html$/)).toEqual(services);
  const said = 'Checkout, 99.998% available in 2026, ';
  expect(bytes.get('badges/checkout.svg')).toContain(`<title>${said}`);
  expect(bytes.get('services/checkout/index.html')).toContain(`alt="${said}`);
  const embed = bytes.get('embed/checkout/index.html') ?? '';
  expect(embed).toContain('99.998% available in 2026');
  expect(embed).toContain('<meta name="robots" content="noindex">');
  expect(embed).not.toContain('<script');
  expect(bytes.get('sitemap.xml')).not.toContain('/embed/');
});

test('the sitemap lists the public pages by their full addresses', () => {
  const sitemap = bytes.get('sitemap.xml') ?? '';
  expect(sitemap).toMatch(/<loc>https:\/\/[^<]+\/postmortems\/2024-07-18-checkout-retries\/<\/loc>/);
  expect(sitemap).not.toContain('404');
});

test('a second build renders nothing again and changes no byte and no modification time', async () => {
  const before = everyByte(dist());
  const again = await candor('build', '--site', site);
  expect(again.out).toContain('Rendered 0 pages');
  expect(everyByte(dist())).toEqual(before);
});

test('one changed postmortem renders its page, its data and the feeds that hold it, as a cold build would', async () => {
  const before = everyByte(dist());
  const file = join(site, 'content/postmortems/2025-05-30-vat-rounding/index.mdx');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nOne more sentence, added later.\n`);
  const warm = await candor('build', '--site', site);
  const changed = [...everyByte(dist())]
    .filter(([name, content]) => before.get(name) !== content)
    .map(([name]) => name);
  expect(changed.filter((name) => name.endsWith('.html'))).toEqual([
    // It is not translated: the German page shows the original.
    'de/postmortems/2025-05-30-vat-rounding/index.html',
    'postmortems/2025-05-30-vat-rounding/index.html',
  ]);
  const documents = changed.filter((name) => /^(?!pagefind\/).*\.(?:xml|json|md|csv|txt|ics)$/.test(name));
  expect(warm.out).toContain(`Rendered ${documents.length + 2} pages`);
  const cold = copyDemo();
  writeFileSync(join(cold, 'content/postmortems/2025-05-30-vat-rounding/index.mdx'), readFileSync(file));
  await candor('build', '--site', cold);
  expect(everyByte(dist())).toEqual(everyByte(join(cold, 'dist')));
  removeFolder(cold);
});

test('a damaged cache is made anew', async () => {
  const before = everyByte(dist());
  for (const file of filesIn(join(site, '.candor')).filter((name) =>
    /rendered\/files\/index\.html|cache\/postmortems\/2024-0/.test(name),
  )) {
    writeFileSync(join(site, '.candor', file), 'damaged');
  }
  expect((await candor('build', '--site', site)).code).toBe(0);
  expect(everyByte(dist())).toEqual(before);
});

test('with a problem in one file nothing is published and everything stays', async () => {
  const before = everyByte(dist());
  const file = join(site, 'content/postmortems/2025-05-30-vat-rounding/index.mdx');
  const source = readFileSync(file, 'utf8');
  writeFileSync(file, source.replace('severity:', 'severty:'));
  const built = await candor('build', '--site', site);
  expect(built.code).toBe(1);
  expect(built.error).toContain('content/postmortems/2025-05-30-vat-rounding/index.mdx:');
  expect(built.error).toContain('Did you mean `severity`?');
  expect(everyByte(dist())).toEqual(before);
  writeFileSync(file, source);
});

test('an embargoed postmortem appears once its moment has come', async () => {
  const later = join(site, 'later');
  const file = join(site, 'content/postmortems/2099-coordinated-disclosure/index.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^publishedAt: .*$/m, 'publishedAt: 2027-01-01T00:00Z'));
  const built = await candor('build', '--site', site, '--out', later, '--now', '2027-01-01T00:00Z');
  expect(built.error).not.toMatch(/ error /);
  expect(filesIn(later)).toContain('postmortems/2099-coordinated-disclosure/index.html');
  // And a promised update that did not come is late by then.
  const page = (out: string) => readFileSync(join(out, 'postmortems/2026-11-19-slow-exports/index.html'), 'utf8');
  expect(page(join(site, 'dist'))).toContain('The next update will be published by 27 November 2026, 12:00 GMT.');
  expect(page(later)).toContain(
    'The next update was due by 27 November 2026, 12:00 GMT, and is late (as of 1 January 2027).',
  );
});
