/** The data of the demo site, held against the schemas that it publishes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DocumentName, documentSchemas, listFields } from '../../src/site/documents/document-schemas.ts';
import { copyBuiltDemo, filesIn, removeFolder } from '../support/build.ts';

let site = '';
const read = (file: string): unknown => JSON.parse(readFileSync(join(site, 'dist', file), 'utf8'));

beforeAll(async () => {
  site = copyBuiltDemo();
});
afterAll(() => removeFolder(site));

test.each(['postmortems', 'services', 'agreements', 'promises'] as const)(
  '/api/%s.json is as its schema says',
  (name) => {
    const validate = new Ajv2020().compile(read(`api/schema/${name}.json`) as object);
    const document = read(`api/${name}.json`) as Record<string, unknown[]>;
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    expect(document[name]?.length).toBeGreaterThan(0);
    // The published schema allows what it does not name; what is written has nothing that is not named.
    expect(documentSchemas[name].safeParse(document).error).toBeUndefined();
    expect(validate({ ...document, later: 1 })).toBe(true);
    // Short lists are one document.
    if ('total' in document) expect(document['total']).toBe(document[name]?.length);
    expect(document).not.toHaveProperty('next');
  },
);

test('the Data page has a sentence for each field', () => {
  const page = readFileSync(join(site, 'dist/data/index.html'), 'utf8');
  for (const name of Object.keys(documentSchemas) as DocumentName[])
    for (const field of listFields(name)) {
      expect.soft(field.meaning, `${name} ${field.name}`).not.toBe('');
      expect.soft(page).toContain(`<code>${field.name}</code>`);
    }
});

test('each postmortem is there as data, as the schema says', () => {
  const validate = new Ajv2020().compile(read('api/schema/postmortem.json') as object);
  const files = filesIn(join(site, 'dist')).filter((file) => /^postmortems\/[^/]+\.json$/.test(file));
  expect(files).toHaveLength(13);
  for (const file of files) {
    expect(validate(read(file)), `${file} ${JSON.stringify(validate.errors)}`).toBe(true);
    expect(documentSchemas.postmortem.safeParse(read(file)).error, file).toBeUndefined();
  }
});

test('each page tells search engines the same facts as its data', () => {
  const files = filesIn(join(site, 'dist')).filter((file) => /^postmortems\/[^/]+\.json$/.test(file));
  for (const file of files) {
    const document = read(file) as { title: string; url: string; publishedAt: string };
    const page = readFileSync(join(site, 'dist', file.replace(/\.json$/, '/index.html')), 'utf8');
    const [, json = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page) ?? [];
    const [report] = (JSON.parse(json) as { '@graph': Record<string, string>[] })['@graph'];
    expect(report?.['headline']).toBe(document.title);
    expect(report?.['url']).toBe(document.url);
    expect(report?.['datePublished']).toBe(document.publishedAt);
  }
});

test('the table is CSV with a row for each postmortem', () => {
  const text = readFileSync(join(site, 'dist/postmortems.csv'), 'utf8');
  const rows = parse(text, { columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(13);
  expect(text.endsWith('\r\n')).toBe(true);
  expect(rows.every(({ url }) => url?.startsWith('https://'))).toBe(true);
});

test('each postmortem is there as Markdown, linked from its page, with its story, tables and full addresses', () => {
  const files = filesIn(join(site, 'dist')).filter((file) => /^postmortems\/[^/]+\.md$/.test(file));
  expect(files).toHaveLength(13);
  for (const file of files) {
    const markdown = readFileSync(join(site, 'dist', file), 'utf8');
    expect.soft(markdown, file).toMatch(/^# \S/);
    expect.soft(markdown, file).not.toMatch(/\n\n\n|<(?!https?:|\/?su[bp]>)[a-z/!]|\]\((?!https?:|mailto:)/);
    const page = readFileSync(join(site, 'dist', file.replace(/\.md$/, '/index.html')), 'utf8');
    expect.soft(page).toContain(`<link rel="alternate" type="text/markdown" href="/${file}">`);
  }
  const story = readFileSync(join(site, 'dist/postmortems/2024-07-18-checkout-retries.md'), 'utf8');
  for (const wanted of [
    '| 18 July 2024, 13:09 UTC | Detection | The alert on failed checkouts fired: 5 % over five minutes. |',
    '| Checkout | Available, July 2024 | Breached |',
    '| 2024-07-18 12:45:00 | 625 | 625 |',
    '- Each of three layers retried three times',
    '- **A1** Retry in one layer only',
    '> **Correction, 2 August 2024:** We first wrote',
    '```sql\nBEGIN;',
  ])
    expect(story).toContain(wanted);
  expect(readFileSync(join(site, 'dist/llms.txt'), 'utf8')).toContain('/postmortems/2024-07-18-checkout-retries.md)');
});

test('the open promises are a calendar, linked where promises and feeds are', () => {
  const calendar = readFileSync(join(site, 'dist/promises.ics'), 'utf8');
  const { promises } = read('api/promises.json') as { promises: { state: string; due: string }[] };
  const open = promises.filter(({ state }) => state === 'open' || state === 'overdue');
  const days = [...calendar.matchAll(/DTSTART;VALUE=DATE:(\d{4})(\d\d)(\d\d)/g)].map(([, y, m, d]) => `${y}-${m}-${d}`);
  const inLastYear = open.filter(({ due }) => due >= '2025-11-23');
  expect(days).toEqual(inLastYear.map(({ due }) => due).sort());
  expect(days.length).toBeGreaterThan(0);
  for (const page of ['promises', 'subscribe'])
    expect(readFileSync(join(site, 'dist', page, 'index.html'), 'utf8')).toContain('/promises.ics');
});

test('an archived copy of a reference stands beside it, on the page, in the data and in Markdown', () => {
  const copy = 'https://web.archive.org/web/2024/https://www.rfc-editor.org/rfc/rfc3339';
  for (const file of ['/index.html', '.json', '.md'])
    expect(readFileSync(join(site, `dist/postmortems/2024-02-29-leap-day-labels${file}`), 'utf8')).toContain(copy);
});
