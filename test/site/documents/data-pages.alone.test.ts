/** The lists of the data over several pages: every row once, and older pages that stay as they are. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectSite } from '../../../src/private/publish/project-site.ts';
import { countOlderPages } from '../../../src/shared/addresses/list-pages.ts';
import { forgetAnswers } from '../../../src/site/data/answers.ts';
import { getPostmortemsPage, getPromisesPage } from '../../../src/site/data/page-data.ts';
import { getSite } from '../../../src/site/data/site-data.ts';
import { listAddresses } from '../../../src/site/data/site-map.ts';
import { jsonSchemaOf } from '../../../src/site/documents/document-schemas.ts';
import { postmortemsDocument, promisesDocument } from '../../../src/site/documents/documents.ts';
import { now, removeFolder, temporaryFolder } from '../../support/build.ts';
import { postmortem } from '../../support/publish.ts';
import { writeSite } from '../../support/site.ts';

const site = temporaryFolder();
const count = 210;
const lists = ['postmortems', 'promises'] as const;
const addressOf = (path: string) => `https://example.org${path}`;

type Row = { url: string; publishedAt: string; started: { at: string } };
type Document = { total?: number; next?: string } & Record<(typeof lists)[number], Row[]>;

/** A document as it is written; `undefined` when there is none of that number. */
function read(name: (typeof lists)[number], number = ''): Document | undefined {
  const page = name === 'postmortems' ? getPostmortemsPage(number) : getPromisesPage(number);
  const write = name === 'postmortems' ? postmortemsDocument : promisesDocument;
  const document = page && write(page as never, getSite(), addressOf);
  return document && JSON.parse(JSON.stringify(document));
}

/** All pages by following `next`, the first one first. */
function follow(name: (typeof lists)[number]): Document[] {
  const documents: Document[] = [];
  for (let number: string | undefined = ''; number !== undefined; ) {
    const document = read(name, number);
    if (!document) throw new Error(`There is no page ${number} of ${name}.`);
    documents.push(document);
    number = document.next && /-(\d+)\.json$/.exec(document.next)?.[1];
  }
  return documents;
}

/** The later one is published, the earlier it began: pages go by publication, rows by the start of the incident. */
const began = Temporal.Instant.from('2026-03-14T09:12Z');

async function project(rows: number): Promise<void> {
  const postmortems = Array.from({ length: rows }, (_, index) => {
    const changes = {
      id: `PM-2026-${index + 100}`,
      publishedAt: Temporal.Instant.from('2026-04-01T10:00Z').add({ minutes: index }).toString(),
      times: `{ started: ${began.subtract({ minutes: index }).toString()}, firstLogged: ${began.toString()}, resolved: ${began.toString()} }`,
      actions:
        '[{ id: A1, what: Add the index, kind: fix, owner: Payments, due: 2026-05-15, doneWhen: It is used., state: open }]',
    };
    return [`incident-${index}`, { 'index.mdx': postmortem('Text.', changes) }];
  });
  await writeSite(site, Object.fromEntries(postmortems));
  const { folder, problems } = await projectSite({ site, edition: 'public', now });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  process.env['CANDOR_PROJECTION'] = folder;
  forgetAnswers();
}

beforeAll(() => project(count), 60_000);
afterAll(() => {
  delete process.env['CANDOR_PROJECTION'];
  removeFolder(site);
});

test.each([
  [0, 0],
  [1, 0],
  [100, 0],
  [199, 0],
  [200, 1],
  [299, 1],
  [300, 2],
  [10_000, 99],
])('%d rows have %d older pages, so that the first has a hundred at least', (rows, pages) => {
  expect(countOlderPages(rows)).toBe(pages);
});

test.each(lists)('whoever follows `next` in %s gets each row once', (name) => {
  const pages = follow(name);
  expect(pages.map((page) => page[name].length)).toEqual([110, 100]);
  expect(new Set(pages.flatMap((page) => page[name].map(({ url }) => url))).size).toBe(count);
  expect(pages.map(({ total }) => total)).toEqual([count, undefined]);
});

test('a page has what was published in one stretch of time, the latest start first', () => {
  const [first = [], second = []] = follow('postmortems').map(({ postmortems }) => postmortems);
  const published = (rows: Row[]) => rows.map(({ publishedAt }) => publishedAt).sort();
  expect(published(first)[0]).toBe('2026-04-01T11:40:00Z');
  expect(published(second).at(-1)).toBe('2026-04-01T11:39:00Z');
  const starts = first.map(({ started }) => started.at);
  expect(starts).toEqual([...starts].sort().reverse());
  expect(new Set(starts).size).toBe(110);
});

test.each(lists)('each page of %s is as the schema says and has an address', (name) => {
  const validate = new Ajv2020().compile(jsonSchemaOf(name) as object);
  for (const page of follow(name)) expect(validate(page), JSON.stringify(validate.errors)).toBe(true);
  const addresses = listAddresses().map(({ path }) => path);
  expect(addresses.filter((path) => path.startsWith(`/api/${name}`))).toEqual([
    `/api/${name}.json`,
    `/api/${name}-1.json`,
  ]);
});

test.each(lists)('%s has no page of another number', (name) => {
  for (const number of ['0', '2', '01', '1.5', '-1', '1e0', '99999999999999999999'])
    expect(read(name, number), number).toBeUndefined();
});

test('what is published later leaves older pages as they are', async () => {
  const older = () => JSON.stringify(lists.map((name) => read(name, '1')));
  const before = older();
  await project(count + 95);
  for (const name of lists) expect(follow(name).map((page) => page[name].length)).toEqual([105, 100, 100]);
  expect(older()).toBe(before);
});
