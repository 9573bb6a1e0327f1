/** Feeds of the demo site, read by independent clients, and the promises they keep over changes. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EntrySubject } from '../../src/shared/feeds/feed-entry.ts';
import { serveFolder } from '../support/browser.ts';
import { candor, copyBuiltDemo, filesIn, removeFolder, repository } from '../support/build.ts';

let site = '';
const postmortems = () => join(site, 'content/postmortems');
const dist = () => join(site, 'dist');
const feedFiles = () =>
  filesIn(dist()).filter((file) => /(?:^|\/)(?:atom|rss|feed)(?:-\d+)?\.(?:xml|json)$/.test(file));

interface Item {
  id: string;
  title: string;
  url: string;
  content_html: string;
  date_published: string;
  date_modified: string;
  _candor: EntrySubject;
}
const items = (file = 'feed.json') => (JSON.parse(readFileSync(join(dist(), file), 'utf8')) as { items: Item[] }).items;
const build = async () => expect((await candor('build', '--site', site)).error).not.toMatch(/ error /);

/** Adds a revision to a postmortem's frontmatter. */
function revise(file: string, revision: string): void {
  const text = readFileSync(file, 'utf8');
  const isList = /^revisions:\s*$/m.test(text);
  writeFileSync(
    file,
    isList
      ? text.replace(/^revisions:\s*$/m, `revisions:\n  - ${revision}`)
      : text.replace(/^---\n/, `---\nrevisions: [${revision}]\n`),
  );
}

beforeAll(async () => {
  site = copyBuiltDemo();
  await build();
});
afterAll(() => removeFolder(site));

test('each feed exists in three formats, and holds what its name says', () => {
  for (const path of ['', 'updates/', 'promises/', 'services/checkout/', 'severity/sev1/']) {
    for (const name of ['atom.xml', 'rss.xml', 'feed.json']) expect(feedFiles()).toContain(`${path}${name}`);
  }
  expect(items()).toHaveLength(13);
  expect(items('services/checkout/feed.json').length).toBeLessThan(13);
  expect(items('updates/feed.json').length).toBeGreaterThan(13);
});

test('one severity of one service is a feed of its own, also before there is an incident of it', () => {
  const both = (file: string) => readFileSync(join(dist(), file), 'utf8').split('<entry>').length - 1;
  expect(feedFiles().filter((file) => /^services\/checkout\/sev\d\//.test(file))).toHaveLength(4);
  const parts = ['sev1', 'sev2', 'sev3', 'sev4'].map((severity) => both(`services/checkout/${severity}/atom.xml`));
  expect(parts.reduce((sum, count) => sum + count)).toBe(both('services/checkout/atom.xml'));
  expect(parts).toContain(0);
});

test('promises that were kept, dropped and moved are entries, with permanent ids and days from the record', () => {
  const found = items('promises/feed.json').map(({ id, title, date_published, date_modified }) => {
    expect(date_modified).toBe(date_published);
    return `${id.replace(/^tag:[^:]+:/, '')} ${title.split(':')[0]}`;
  });
  expect(found).toContain('PM-2026-002/action/A3/moved/2026-10-21 Due date moved');
  expect(found).toContain('PM-2026-002/action/A1/done/2026-09-22 Done on time');
  expect(found).toContain('PM-2026-002/action/A2/done/2026-08-20 Done late');
  expect(found).toContain('PM-2026-001/action/A5/dropped/2026-07-14 Dropped');
});

/** `[id, title, published, updated]` of each entry of an Atom feed. */
const entriesOf = (file: string) =>
  [...readFileSync(join(dist(), file), 'utf8').matchAll(/<entry>(.*?)<\/entry>/gs)].map(([, entry = '']) =>
    ['id', 'title', 'published', 'updated'].map((name) => new RegExp(`<${name}>([^<]*)`).exec(entry)?.[1] ?? ''),
  );

test('each postmortem has a feed: its publication, its revisions and what became of its promises, as other feeds have them', () => {
  const own = 'postmortems/2026-06-17-webhook-signatures/';
  const entries = entriesOf(`${own}atom.xml`);
  const kinds = entries.map(([id = '']) => id.replace(/^.*PM-2026-002/, '').replace(/[\d-]+$|A\d/g, '')).sort();
  expect(kinds).toEqual(['', '/action//done/', '/action//done/', '/action//moved/']);
  const elsewhere = new Map(
    ['updates/atom.xml', 'promises/atom.xml'].flatMap(entriesOf).map((entry) => [entry[0], entry]),
  );
  for (const file of feedFiles().filter((name) => /^postmortems\/.*atom\.xml$/.test(name)))
    for (const entry of entriesOf(file)) expect(elsewhere.get(entry[0])).toEqual(entry);
  expect(entries.map(([, , published]) => published)).toEqual(
    entries
      .map(([, , published]) => published)
      .sort()
      .reverse(),
  );
  const feed = readFileSync(join(dist(), own, 'atom.xml'), 'utf8');
  expect(feed).toContain(':feed/PM-2026-002</id>');
  expect(readFileSync(join(dist(), own, 'index.html'), 'utf8')).toContain(`/${own}atom.xml"`);
});

test('a preliminary postmortem links its feed under the notice, and others do not', () => {
  const page = (slug: string) => readFileSync(join(dist(), 'postmortems', slug, 'index.html'), 'utf8');
  expect(page('2026-10-21-label-prices')).toMatch(
    /notice preliminary[\s\S]{0,600}<a href="[^"]*label-prices\/atom\.xml"[^>]*>Follow this incident/,
  );
  expect(page('2026-06-17-webhook-signatures')).not.toContain('Follow this incident');
});

test('each tag has a feed, which its page names', () => {
  const tags = feedFiles().filter((file) => file.startsWith('tags/'));
  expect(tags.length).toBeGreaterThan(5);
  for (const file of tags) {
    expect(entriesOf(file).length).toBeGreaterThan(0);
    expect(readFileSync(join(dist(), file.replace('atom.xml', 'index.html')), 'utf8')).toContain(`/${file}"`);
  }
});

test('JSON says what each entry is about: its kind, ids to choose by, and the key facts', () => {
  const subjects = [...items('updates/feed.json'), ...items('promises/feed.json')].map(({ _candor }) => _candor);
  expect(new Set(subjects.map(({ kind }) => kind))).toEqual(
    new Set(['published', 'revised', 'kept', 'moved', 'dropped']),
  );
  for (const { severity, services, postmortem } of subjects) {
    expect(severity).toMatch(/^sev\d$/);
    expect(services.length).toBeGreaterThan(0);
    expect(postmortem.id).toMatch(/^tag:/);
  }
  const facts = subjects.find(({ postmortem: { url } }) => url.includes('checkout-retries'))?.facts ?? [];
  const names = facts.map(({ name }) => name);
  for (const name of ['Severity', 'Impact ended', 'Users affected']) expect(names).toContain(name);
  expect(facts.some(({ value }) => /^(?:Met|Breached): .*, (?:within|at least) /.test(value))).toBe(true);
});

test('entries hold the whole story, with full addresses and nothing a reader shows as rubbish', () => {
  const story = items().find(({ url }) => url.includes('checkout-retries'))?.content_html ?? '';
  expect(story).toContain('idempotency keys of the provider held');
  expect(story).toContain(
    '<li>Each of three layers retried three times, so one payment became up to 27 requests.</li>',
  );
  expect(story).toContain('</strong>The alert on failed checkouts fired: 5 % over five minutes.</li>');
  for (const { content_html } of items())
    expect(content_html).not.toMatch(/<svg|<script|<style|\s(?:href|src)="(?!https?:|mailto:)|srcset|class=/);
});

test('a changed slug keeps the id, and a changed wording keeps the dates', async () => {
  const before = items().find(({ url }) => url.includes('vat-rounding'));
  renameSync(join(postmortems(), '2025-05-30-vat-rounding'), join(postmortems(), '2025-05-30-vat-renamed'));
  // The file that the policy names lies there.
  const policy = join(site, 'content/redaction.yaml');
  writeFileSync(policy, readFileSync(policy, 'utf8').replace('2025-05-30-vat-rounding', '2025-05-30-vat-renamed'));
  const file = join(postmortems(), '2025-05-30-vat-renamed/index.mdx');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nA clearer sentence.\n`);
  await build();
  const after = items().find(({ url }) => url.includes('vat-renamed'));
  expect(after?.id).toBe(before?.id);
  expect(after?.content_html).toContain('A clearer sentence.');
  expect([after?.date_published, after?.date_modified]).toEqual([before?.date_published, before?.date_modified]);
});

test('whoever follows one postmortem by an earlier slug still does', async () => {
  const [before, after] = ['2025-05-30-vat-rounding', '2025-05-30-vat-renamed'];
  const file = join(postmortems(), after, 'index.mdx');
  const followed = entriesOf(`postmortems/${after}/atom.xml`);
  writeFileSync(file, readFileSync(file, 'utf8').replace('---\n', `---\nredirectFrom: [${before}]\n`));
  await build();
  expect(entriesOf(`postmortems/${before}/atom.xml`)).toEqual(followed);
  expect(readFileSync(join(dist(), `postmortems/${before}/atom.xml`), 'utf8')).toContain(
    `/${after}/atom.xml" rel="self"`,
  );
});

test('a revision moves the modification date, puts a box on top and adds one entry to the updates', async () => {
  const before = {
    entry: items().find(({ url }) => url.includes('vat-renamed')),
    updates: items('updates/feed.json').map(({ id }) => id),
  };
  const file = join(postmortems(), '2025-05-30-vat-renamed/index.mdx');
  revise(file, '{ at: 2026-10-01T09:00Z, kind: correction, note: The rounding was downwards. }');
  await build();
  const after = items().find(({ url }) => url.includes('vat-renamed'));
  expect(after?.id).toBe(before.entry?.id);
  expect(after?.date_published).toBe(before.entry?.date_published);
  expect(Date.parse(after?.date_modified ?? '')).toBe(Date.parse('2026-10-01T09:00Z'));
  expect(after?.content_html).toMatch(/^<blockquote><p><strong>[^<]*2026[^<]*<\/strong>The rounding was downwards\./);
  const added = items('updates/feed.json').filter(({ id }) => !before.updates.includes(id));
  expect(added.map(({ id }) => id)).toEqual([`${before.entry?.id}/revision/2026-10-01T09%3A00%3A00Z`]);
});

test('every page but those for frames names the feeds of the site', () => {
  const pages = filesIn(dist()).filter(
    (file) =>
      file.endsWith('index.html') &&
      !file.startsWith('embed/') &&
      !readFileSync(join(dist(), file), 'utf8').includes('http-equiv="refresh"'),
  );
  for (const file of pages)
    expect.soft(readFileSync(join(dist(), file), 'utf8'), file).toContain('type="application/atom+xml"');
  for (const path of ['services/checkout', 'severity/sev1', 'promises'])
    expect(readFileSync(join(dist(), path, 'index.html'), 'utf8')).toContain(`/${path}/atom.xml`);
});

const has = (path: string) => existsSync(path);

describe.skipIf(!has('/usr/bin/xmllint'))('xmllint (not installed where skipped)', () => {
  test('finds every feed well-formed', () => {
    const files = filesIn(dist()).filter((file) => /\.(?:xml|opml)$/.test(file));
    execFileSync('/usr/bin/xmllint', ['--noout', ...files.map((file) => join(dist(), file))]);
    expect(files.length).toBeGreaterThan(10);
  });
});

describe.skipIf(!has('/usr/bin/jing'))('jing (not installed where skipped)', () => {
  test('finds every Atom feed as the grammar of Atom says', () => {
    const grammar = join(repository, 'test/fixtures/feeds/atom.rnc');
    const files = feedFiles().filter((file) => file.endsWith('atom.xml'));
    execFileSync('/usr/bin/jing', ['-c', grammar, ...files.map((file) => join(dist(), file))], { stdio: 'pipe' });
    expect(files.length).toBeGreaterThan(20);
  });

  test('finds what is missing', () => {
    const broken = join(site, 'broken.xml');
    writeFileSync(broken, readFileSync(join(dist(), 'atom.xml'), 'utf8').replace(/<published>[^<]*<\/published>/, ''));
    const grammar = join(repository, 'test/fixtures/feeds/atom.rnc');
    expect(() => execFileSync('/usr/bin/jing', ['-c', grammar, broken], { stdio: 'pipe' })).toThrow();
  });
});

describe.skipIf(!has('/usr/lib/python3/dist-packages/feedparser'))('feedparser (not installed where skipped)', () => {
  test('reads every feed without a complaint', () => {
    const script =
      'import feedparser,sys\nfor f in sys.argv[1:]:\n d=feedparser.parse(f)\n print(d.bozo, len(d.entries), all(e.get("id") and e.get("published_parsed") for e in d.entries))';
    const files = feedFiles().filter((file) => file.endsWith('.xml'));
    const lines = execFileSync('/usr/bin/python3', ['-c', script, ...files.map((file) => join(dist(), file))], {
      encoding: 'utf8',
    })
      .trim()
      .split('\n');
    expect(lines).toHaveLength(files.length);
    expect(lines.filter((line) => !/^(?:0|False) \d+ True$/.test(line))).toEqual([]);
  });
});

describe.skipIf(!has('/usr/bin/newsboat'))('newsboat (not installed where skipped)', () => {
  let server: Server;
  afterAll(() => server?.close());

  test('finds nothing new the second time, and one new entry after a revision', async () => {
    const served = await serveFolder(dist());
    server = served.server;
    const urls = join(site, 'urls');
    const cache = join(site, 'cache.db');
    writeFileSync(urls, `${served.url}updates/atom.xml\n`);
    const reload = async () => {
      const { spawn } = await import('node:child_process');
      const child = spawn('/usr/bin/newsboat', ['-u', urls, '-c', cache, '-C', '/dev/null', '-x', 'reload'], {
        env: { ...process.env, HOME: site },
        stdio: 'ignore',
      });
      await new Promise((resolve) => child.on('close', resolve));
      const count =
        "import sqlite3,sys;print(sqlite3.connect(sys.argv[1]).execute('select count(*) from rss_item').fetchone()[0])";
      return Number(execFileSync('/usr/bin/python3', ['-c', count, cache], { encoding: 'utf8' }));
    };
    const first = await reload();
    expect(first).toBe(items('updates/feed.json').length);
    expect(await reload()).toBe(first);
    const file = join(postmortems(), '2026-06-17-webhook-signatures/index.mdx');
    writeFileSync(urls, `${served.url}updates/atom.xml\n${served.url}promises/atom.xml\n`);
    const both = await reload();
    expect(both).toBe(first + items('promises/feed.json').length);
    expect(await reload()).toBe(both);
    // Narrower feeds have the same entries, which nobody is shown twice.
    const narrower = [
      'postmortems/2026-06-17-webhook-signatures',
      'tags/webhooks',
      'services/webhooks',
      'services/webhooks/sev3',
    ];
    writeFileSync(
      urls,
      `${readFileSync(urls, 'utf8')}${narrower.map((path) => `${served.url}${path}/atom.xml\n`).join('')}`,
    );
    expect(await reload()).toBe(both);
    revise(file, '{ at: 2026-11-01T09:00Z, kind: update, note: One more partner confirmed. }');
    await build();
    expect(await reload()).toBe(both + 1);
    writeFileSync(file, readFileSync(file, 'utf8').replace('state: open\n', 'state: done\n    doneOn: 2026-11-20\n'));
    await build();
    expect(await reload()).toBe(both + 2);
  });
});
