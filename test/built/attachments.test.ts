/** Files for download in a whole site: on pages, in feeds, in data, in a copy for the public; and nothing of those that are internal. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { candor, everyByte, filesIn, filesWith, removeFolder, temporaryFolder } from '../support/build.ts';
import { makePdf } from '../support/make-pdf.ts';
import { postmortem } from '../support/publish.ts';
import { siteYaml, writeSite } from '../support/site.ts';

const site = temporaryFolder();
const dist = join(site, 'dist');
const read = (path: string) => readFileSync(join(dist, path), 'utf8');
const digestOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

const csv = 'minute,errors\n2026-03-14T09:12Z,5\n';
const log = '09:12:04 error wombat timed out\n09:12:05 error wombat timed out again after a while\n';
const raw = `09:12:03 CANARY-raw platypus answered slowly at the very end\n${log}`;
const pdf = makePdf([[{ x: 50, y: 700, text: 'The quarterly account of the outage' }]]);
const published = `attachments/${digestOf(csv).slice(0, 20)}/figures.csv`;
const attachments = `[
  { title: The figures, file: figures.csv }, { title: The log, file: node.log },
  { title: The account, file: account.pdf }, { title: CANARY-title, file: canary-raw.log, internal: true } ]`;
const waiting = (file: string) => `[{ title: CANARY-waiting, file: ${file} }]`;
const folder = (slug: string, name: string) => join(site, 'content', 'postmortems', slug, name);

const policy = `terms: [{ term: Project Basilisk, because: A code name. }]
files:
  - { path: content/postmortems/one/account.pdf, sha256: ${digestOf(pdf)}, because: CANARY-reason, until: 2099-01-01 }
  - { path: content/postmortems/later/canary.pdf, sha256: ${digestOf('%PDF-x')}, because: CANARY-reason, until: 2026-01-01 }
`;

beforeAll(async () => {
  await writeSite(
    site,
    {
      one: {
        'index.mdx': postmortem('The story.', { attachments }),
        'index.de.mdx':
          '---\ntitle: Die Störung\nsummary: Kurz.\ntranslatedAt: 2026-03-21T10:00Z\nattachments: [{ file: figures.csv, title: Die Zahlen }]\n---\nText.\n',
        'figures.csv': csv,
        'node.log': log,
        'account.pdf': pdf,
        'canary-raw.log': raw,
      },
      draft: {
        'index.mdx': postmortem('CANARY-draft', { id: 'PM-2', state: 'draft', attachments: waiting('draft.csv') }),
        'draft.csv': `${csv}CANARY-draft,1\n`,
      },
      later: {
        'index.mdx': postmortem('CANARY-later', {
          id: 'PM-3',
          publishedAt: '2098-01-01T00:00Z',
          attachments: waiting('later.json'),
        }),
        'later.json': '{ "a": "CANARY-later" }',
      },
    },
    {
      'content/redaction.yaml': policy,
      'content/site.yaml': `${siteYaml}translations: { de: }\nchecks: { facts/before-final: off }\n`,
    },
  );
  const built = await candor('build', '--site', site);
  expect(built.error).not.toContain(' error ');
  expect(built.code).toBe(0);
}, 120_000);
afterAll(() => removeFolder(site));

test('what is offered is there, byte for byte; drafts, embargoes and internal files are nowhere', () => {
  expect(filesIn(join(dist, 'attachments')).map((file) => file.replace(/^\w+\//, ''))).toEqual(
    expect.arrayContaining(['account.pdf', 'figures.csv', 'node.log']),
  );
  expect(filesIn(join(dist, 'attachments'))).toHaveLength(3);
  expect(read(published)).toBe(csv);
  expect(filesWith(everyByte(dist), 'canary')).toEqual([]);
});

test('the page, the Markdown and the data name it with kind and size, in another language by its title there', () => {
  const row = `<a href="/${published}" download="figures.csv" type="text/csv" dir="auto">`;
  expect(read('postmortems/one/index.html')).toContain(`${row}The figures</a> (CSV, 34 bytes)`);
  expect(read('de/postmortems/one/index.html')).toContain(`${row}Die Zahlen</a> (CSV, 34`);
  expect(read('postmortems/one.md')).toContain(
    `[The figures](https://postmortems.example/${published}) (CSV, 34 bytes)`,
  );
  expect(JSON.parse(read('postmortems/one.json')).attachments[0]).toEqual({
    title: 'The figures',
    file: 'figures.csv',
    url: `https://postmortems.example/${published}`,
    type: 'text/csv',
    bytes: csv.length,
  });
});

test('feeds have them as enclosures, and as links in the text', () => {
  const url = `https://postmortems.example/${published}`;
  const [atom] = parseAtomFeed(read('atom.xml')).entries ?? [];
  const enclosures = atom?.links?.filter(({ rel }) => rel === 'enclosure') ?? [];
  expect(enclosures.map(({ href, type, length }) => [href, type, length])[0]).toEqual([url, 'text/csv', csv.length]);
  expect(enclosures).toHaveLength(3);
  expect(atom?.content?.value).toContain(`<a href="${url}">The figures</a> (CSV, 34 bytes)`);
  expect(parseRssFeed(read('rss.xml')).items?.[0]?.enclosures).toEqual([{ url, type: 'text/csv', length: csv.length }]);
  const [item] = parseJsonFeed(JSON.parse(read('feed.json'))).items ?? [];
  expect(item?.attachments?.[0]).toEqual({ url, mime_type: 'text/csv', title: 'The figures', size_in_bytes: 34 });
});

test('servers send no log or text of theirs as a page', () => {
  expect(read('_headers')).toMatch(/\/attachments\/\*\.log\n {2}Content-Type: text\/plain; charset=utf-8/);
  expect(read('_headers')).toMatch(/X-Content-Type-Options: nosniff/);
});

test('a copy for the public has them, without those that are internal, and publishes the same', async () => {
  const copy = temporaryFolder();
  const exported = await candor('export', '--site', site, '--into', copy);
  expect(exported.error).toBe('');
  expect(exported.code).toBe(0);
  expect(filesWith(everyByte(copy), 'canary')).toEqual([]);
  expect(filesIn(join(copy, 'content', 'postmortems', 'one'))).toEqual([
    'account.pdf',
    'figures.csv',
    'index.de.mdx',
    'index.mdx',
    'node.log',
  ]);
  removeFolder(copy);
}, 120_000);

test('a link in the place of a file, and one that leads out of the folder, are refused by check and by build alike', async () => {
  const outside = join(site, 'outside.csv');
  writeFileSync(outside, 'CANARY-outside,1\n');
  rmSync(folder('one', 'figures.csv'));
  symlinkSync(outside, folder('one', 'figures.csv'));
  for (const command of ['check', 'build']) {
    const { code, error, out } = await candor(command, '--site', site);
    expect(code).toBe(1);
    expect(error + out).toMatch(/content\/postmortems\/one\/index\.mdx:\d+:\d+ error file\/outside/);
    expect(error + out).not.toContain('CANARY');
  }
  rmSync(folder('one', 'figures.csv'));
  mkdirSync(folder('one', 'figures.csv'));
  expect((await candor('check', '--site', site)).code).toBe(1);
  rmSync(folder('one', 'figures.csv'), { recursive: true });
  writeFileSync(folder('one', 'figures.csv'), csv);
}, 120_000);

test('a PDF in public/ is told by check as by build', async () => {
  mkdirSync(join(site, 'public'), { recursive: true });
  writeFileSync(join(site, 'public', 'rca.pdf'), pdf);
  for (const command of ['check', 'build']) {
    const { code, error, out } = await candor(command, '--site', site);
    expect([code, /public\/rca\.pdf error public\/unknown-kind/.test(error + out)]).toEqual([1, true]);
  }
  const named = makePdf([[{ x: 50, y: 700, text: 'Ask for Project Basilisk' }]]);
  writeFileSync(join(site, 'public', 'rca.pdf'), named);
  const allowed = `${policy}  - { path: rca.pdf, sha256: ${digestOf(named)}, because: Read., until: 2099-01-01 }\n`;
  writeFileSync(join(site, 'content', 'redaction.yaml'), allowed);
  for (const command of ['check', 'build']) {
    const { error, out } = await candor(command, '--site', site);
    expect(error + out).toMatch(/public\/rca\.pdf error redaction\/private-text/);
  }
}, 120_000);
