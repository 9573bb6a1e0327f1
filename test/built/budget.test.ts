/** What a reader downloads, compressed, and how large lists become: budgets that hold for the demo and for generated sites. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateSite } from '../../bench/generate-site.ts';
import { candor, copyBuiltDemo, filesIn, removeFolder, temporaryFolder } from '../support/build.ts';

/** More than two pages of a list have, and more than a drawing has dots. */
const count = 210;
const generated = temporaryFolder();
let demo = '';

beforeAll(async () => {
  demo = copyBuiltDemo();
  await generateSite(generated, count);
  expect(await candor('build', '--site', generated)).toMatchObject({ code: 0 });
}, 300_000);
afterAll(() => [demo, generated].map(removeFolder));

const read = (site: string, file: string) => readFileSync(join(site, 'dist', file));
const html = (site: string, file: string) => read(site, file).toString('utf8');
const postmortems = (site: string) =>
  filesIn(join(site, 'dist')).filter((file) => /^postmortems\/[^/]+\/index\.html$/.test(file));

/** Bytes of a page and its styles, as a host sends them; pictures do not count, those that are drawn in the page neither. */
function pageBytes(site: string, file: string): number {
  const styles = [...html(site, file).matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g)].map(
    ([, path = '']) => path,
  );
  expect(styles.length).toBeGreaterThan(0);
  const words = html(site, file).replace(/<svg[\s\S]*?<\/svg>/g, '');
  return styles.reduce((sum, path) => sum + gzipSync(read(site, path)).length, gzipSync(words).length);
}

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

test('a postmortem of the demo is at most 20 KB with its styles and without its pictures', () => {
  for (const file of postmortems(demo)) expect(pageBytes(demo, file), file).toBeLessThanOrEqual(20_000);
});

test('of generated postmortems the middle one is at most 20 KB; words drawn by lot are hard to compress', () => {
  expect(middle(postmortems(generated).map((file) => pageBytes(generated, file)))).toBeLessThanOrEqual(20_000);
});

test.each(['index.html', 'numbers/index.html', 'promises/index.html'])('%s is at most 25 KB', (file) => {
  for (const site of [demo, generated]) expect(pageBytes(site, file)).toBeLessThanOrEqual(25_000);
});

test('a first search with ten results is at most 250 KB', () => {
  const files = filesIn(join(generated, 'dist', 'pagefind'));
  const sizes = (form: RegExp) =>
    files.filter((file) => form.test(file)).map((file) => gzipSync(read(generated, `pagefind/${file}`)).length);
  const largest = (form: RegExp) => Math.max(...sizes(form));
  const fragments = sizes(/^fragment\//).sort((a, b) => b - a);
  expect(fragments.length).toBe(count);
  const filters = sizes(/^filter\//).reduce((sum, size) => sum + size, 0);
  const once = [
    'pagefind\\.js',
    'pagefind-worker\\.js',
    'pagefind-entry\\.json',
    'wasm\\.en\\.pagefind',
    '.*\\.pf_meta',
  ];
  const fixed = once.map((name) => largest(new RegExp(`^${name}$`))).reduce((sum, size) => sum + size, 0);
  const ten = fragments.slice(0, 10).reduce((sum, size) => sum + size, 0);
  expect(fixed + filters + largest(/^index\//) + ten).toBeLessThanOrEqual(250_000);
});

/** Pages of the list at `path`, in order. */
const listPages = (path: string) => {
  const found = filesIn(join(generated, 'dist', path)).filter((file) => /^(?:page-\d+\/)?index\.html$/.test(file));
  const number = (file: string) => Number(/page-(\d+)/.exec(file)?.[1] ?? 1);
  return found.sort((a, b) => number(a) - number(b)).map((file) => html(generated, join(path, file)));
};
const linksIn = (page: string) => [...page.matchAll(/href="\/postmortems\/([^/"]+)\/"/g)].map(([, slug = '']) => slug);

test('a list goes on over several pages, which have every row once and lead to each other', () => {
  const pages = listPages('archive/2020');
  expect(pages.map((page) => linksIn(page).length)).toEqual([100, 100, 10]);
  expect(new Set(pages.flatMap(linksIn)).size).toBe(count);
  expect(pages[0]).toContain('<a href="/archive/2020/page-2/">2</a>');
  expect(pages[1]).toMatch(/<a href="\/archive\/2020\/page-2\/" aria-current="page">2<\/a>/);
  expect(pages[1]).toMatch(/<a href="\/archive\/2020\/">1<\/a>/);
  expect(pages[1]).toContain('<title>Postmortems of 2020 (2) ·');
  expect(html(generated, 'sitemap.xml')).toContain('/archive/2020/page-2/');
});

test('promises go on likewise, and a short list has one page without numbers', () => {
  expect(listPages('promises').length).toBe(Math.ceil((2 * count) / 100));
  const severities = listPages('severity/sev1');
  expect(severities.length).toBe(1);
  expect(severities[0]).not.toContain('page-links');
});

test('lists of the data go on over several documents, none of which grows with the site', () => {
  const files = filesIn(join(generated, 'dist', 'api')).filter((file) => /^(?:postmortems|promises)/.test(file));
  expect(files).toEqual([
    'postmortems-1.json',
    'postmortems.json',
    'promises-1.json',
    'promises-2.json',
    'promises-3.json',
    'promises.json',
  ]);
  for (const file of files) expect(read(generated, `api/${file}`).length, file).toBeLessThan(200 * 1000);
  const first = JSON.parse(html(generated, 'api/promises.json')) as {
    total: number;
    next: string;
    promises: unknown[];
  };
  expect(first).toMatchObject({ total: 2 * count, next: 'https://bench.example/api/promises-3.json' });
  expect(first.promises.length).toBe(2 * count - 300);
});

test('the numbers of many incidents draw some dots only, and every value is on a page of its year', () => {
  const numbers = html(generated, 'numbers/index.html');
  const dots = (page: string) => page.match(/<circle class="dot/g)?.length;
  expect(dots(numbers)).toBe(2 * (count / 2));
  expect(numbers.length).toBeLessThan(60_000);
  expect(numbers).toContain('<a href="/numbers/2020/">2020</a>');
  expect(linksIn(numbers)).toEqual([]);
  const pages = listPages('numbers/2020');
  expect(pages.map((page) => linksIn(page).length)).toEqual([100, 100, 10]);
  expect(new Set(pages.flatMap(linksIn)).size).toBe(count);
  expect(pages.map(dots)).toEqual([count, undefined, undefined]);
  expect(pages[1]).toContain('<title>Numbers of 2020 (2) ·');
  for (const page of pages) expect(page.length).toBeLessThan(60_000);
});

test('the numbers of few incidents have a dot and a row for each, and no years of their own', () => {
  expect(linksIn(html(demo, 'numbers/index.html')).length).toBeGreaterThan(10);
  expect(filesIn(join(demo, 'dist', 'numbers'))).toEqual(['index.html']);
});

test('the calendar holds no promises of long ago', () => {
  expect(html(generated, 'promises.ics')).toContain('BEGIN:VCALENDAR');
  expect(html(generated, 'promises.ics')).not.toContain('BEGIN:VEVENT');
});

test('no list is larger than its rows explain', () => {
  const lists = filesIn(join(generated, 'dist')).filter((file) =>
    /^(?:archive|tags|services|severity|promises)\/.*index\.html$/.test(file),
  );
  expect(lists.length).toBeGreaterThan(90);
  for (const file of lists) expect(read(generated, file).length, file).toBeLessThan(120_000);
});
