import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import type { FeedDocument, FeedEntry } from '../../../src/shared/feeds/feed-entry.ts';
import { archivePage, countArchives, newestPage } from '../../../src/shared/feeds/paginate.ts';
import { permanentId } from '../../../src/shared/incident/permanent-id.ts';
import { absoluteHtml } from '../../../src/site/feeds/absolute-html.ts';
import { serialiseFeed } from '../../../src/site/feeds/serialise-feed.ts';
import { removeFolder, repository, temporaryFolder } from '../../support/build.ts';

const entry: FeedEntry = {
  id: 'tag:a.example,2024-01-01:PM-1',
  title: 'Title',
  url: 'https://a.example/postmortems/x/',
  published: '2026-01-01T00:00:00Z',
  updated: '2026-01-02T00:00:00Z',
  summary: 'Summary',
  html: '<p>Text</p>',
  categories: ['sev1'],
  subject: {
    kind: 'published',
    postmortem: { id: 'tag:a.example,2024-01-01:PM-1', title: 'Title', url: 'https://a.example/postmortems/x/' },
    severity: 'sev1',
    services: ['checkout'],
    facts: [{ name: 'Severity', value: 'Severity 1' }],
  },
};
const addresses = {
  atom: 'https://a.example/atom.xml',
  rss: 'https://a.example/rss.xml',
  json: 'https://a.example/feed.json',
};
const document = (entries: FeedEntry[], changes: Partial<FeedDocument> = {}): FeedDocument => ({
  id: 'tag:a.example,2024-01-01:feed/all',
  title: 'Feed',
  description: 'All of it',
  home: 'https://a.example/',
  author: 'Example',
  language: 'en',
  entries,
  self: addresses,
  subscription: addresses,
  previous: undefined,
  isArchive: false,
  ...changes,
});

test.each(['atom', 'rss', 'json'] as const)('%s holds the whole entry and no build time', (format) => {
  const text = serialiseFeed(document([entry]), format);
  expect(text).toContain(entry.id);
  expect(text).toContain('Text');
  expect(
    text.match(/20\d\d-\d\d-\d\dT|\d\d \w{3} 20\d\d/g)?.every((date) => /2026-01-0[12]|0[12] Jan 2026/.test(date)),
  ).toBe(true);
});

test('JSON says of each entry what it is about', () => {
  const { items } = JSON.parse(serialiseFeed(document([entry]), 'json'));
  expect(items[0]._candor).toEqual(entry.subject);
});

test.each([{ id: '' }, { id: 'not-a-tag' }, { url: '/relative/' }, { published: 'yesterday' }, { title: ' ' }])(
  'an entry with %j is refused, not left out',
  (changes) => {
    expect(() => serialiseFeed(document([{ ...entry, ...changes }]), 'atom')).toThrow('not complete');
  },
);

test('characters that XML does not have are left out, and others kept', () => {
  const text = serialiseFeed(
    document([{ ...entry, title: 'a\u0007b & <c> ]]> 🔥 \ud800 ע', html: '<p>\u0000x ]]&gt;</p>' }]),
    'atom',
  );
  expect(text).not.toMatch(/[\u0000-\u0008\ud800](?![\udc00-\udfff])/);
  expect(text).toMatch(/ab (&amp;|&#38;|<!\[CDATA\[a?b? ?&)|ab & /);
  expect(text).toContain('🔥');
});

test.each([
  ['R&D <v2> failed', 'R&D &lt;v2> failed'],
  ['a `<null>` & an error <3', 'a `&lt;null>` & an error <3'],
  ['&amp; &lt &#60; as they are, </p> <!-- too', '&amp;amp; &amp;lt &amp;#60; as they are, &lt;/p> &lt;!-- too'],
  ['plain', 'plain'],
])(
  'RSS, whose texts some readers take for HTML, has %s so that it shows; Atom and JSON have it as text',
  (words, html) => {
    const made = document([{ ...entry, title: words, summary: words }], { title: words, description: words });
    const rss = parseRssFeed(serialiseFeed(made, 'rss'));
    expect([rss.title, rss.description, rss.items?.[0]?.title, rss.items?.[0]?.description]).toEqual(
      Array(4).fill(html),
    );
    const atom = parseAtomFeed(serialiseFeed(made, 'atom'));
    expect([atom.title?.value, atom.entries?.[0]?.title?.value, atom.entries?.[0]?.summary?.value]).toEqual(
      Array(3).fill(words),
    );
    expect(JSON.parse(serialiseFeed(made, 'json')).items[0]).toMatchObject({ title: words, summary: words });
  },
);

test('an archive says that it is one, and links to the current and the older document', () => {
  const previous = {
    atom: 'https://a.example/atom-1.xml',
    rss: 'https://a.example/rss-1.xml',
    json: 'https://a.example/feed-1.json',
  };
  const atom = serialiseFeed(document([entry], { isArchive: true, previous }), 'atom');
  expect(atom).toContain('<fh:archive/>');
  expect(atom).toContain('rel="prev-archive"');
  expect(atom).toContain('rel="current"');
  expect(JSON.parse(serialiseFeed(document([entry], { previous }), 'json')).next_url).toBe(previous.json);
});

test('archives and the newest page hold every entry, and an archive stays as it is when entries come', () => {
  const entries = (count: number) => Array.from({ length: count }, (_, index) => count - index);
  for (const count of [0, 1, 50, 51, 100, 101, 237]) {
    const archives = Array.from({ length: countArchives(count) }, (_, index) => archivePage(entries(count), index + 1));
    expect(new Set([...newestPage(entries(count)), ...archives.flat()]).size).toBe(count);
    expect(archives.every((archive) => archive.length === 50)).toBe(true);
    archives.forEach((archive, index) => {
      expect(archivePage(entries(count + 73), index + 1)).toEqual(archive);
    });
  }
});

test('addresses become full, drawings their description, and what readers cannot use is left out', () => {
  const html = absoluteHtml(
    '<p class="x"><a href="#note-1">1</a> <a href="../y/">y</a> <img src="/images/a.webp" srcset="/b 2w" width="3" alt="a > b"></p><svg><desc>Errors rise</desc><path d="M0"></path></svg><details><summary>Data</summary><table></table></details><code>src="/no"</code>',
    'https://a.example/postmortems/x/',
  );
  expect(html).toBe(
    '<p><a href="https://a.example/postmortems/x/#note-1">1</a> <a href="https://a.example/postmortems/y/">y</a> <img src="https://a.example/images/a.webp" width="3" alt="a > b"></p><p>Errors rise</p><p>Data</p><table></table><code>src="/no"</code>',
  );
});

test('character references in an address are the characters they stand for', () => {
  expect(absoluteHtml('<a href="/x?a=1&#x26;b=&#x22;c&#x22;&amp;d=&#x3C;">y</a>', 'https://a.example/')).toBe(
    '<a href="https://a.example/x?a=1&#x26;b=%22c%22&#x26;d=%3C">y</a>',
  );
});

test('an id is made of the domain, a fixed date and the permanent id', () => {
  const site = { origin: 'https://a.example:8443', established: '2024-01-01', language: 'en', languages: ['en', 'de'] };
  expect(permanentId(site, 'PM-2026-003')).toBe('tag:a.example,2024-01-01:PM-2026-003');
  expect(permanentId(site, 'PM 1', 'revision', '2')).toBe('tag:a.example,2024-01-01:PM%201/revision/2');
});

test('a translation has an id of its own', () => {
  const site = { origin: 'https://a.example', established: '2024-01-01', language: 'de', languages: ['en', 'de'] };
  expect(permanentId(site, 'PM-2026-003')).toBe('tag:a.example,2024-01-01:PM-2026-003/de');
});

test('a hub is named in all three formats, and in no archive', () => {
  const hub = 'https://hub.example/';
  expect(serialiseFeed(document([entry], { hub }), 'atom')).toContain('<link href="https://hub.example/" rel="hub"/>');
  expect(serialiseFeed(document([entry], { hub }), 'rss')).toContain(
    '<atom:link href="https://hub.example/" rel="hub"/>',
  );
  expect(JSON.parse(serialiseFeed(document([entry], { hub }), 'json')).hubs).toEqual([{ type: 'WebSub', url: hub }]);
  for (const format of ['atom', 'rss', 'json'] as const)
    expect(serialiseFeed(document([entry], { hub, isArchive: true }), format)).not.toContain(hub);
});

test.skipIf(!existsSync('/usr/bin/jing'))(
  'an archive is as the grammar of Atom says (skipped where jing is not installed)',
  () => {
    const folder = temporaryFolder();
    const file = join(folder, 'atom-2.xml');
    const previous = {
      atom: 'https://a.example/atom-1.xml',
      rss: 'https://a.example/rss-1.xml',
      json: 'https://a.example/feed-1.json',
    };
    const title = 'a & <b> ]]> 🔥 עברית \u0007';
    const changes = { isArchive: true, previous, hub: 'https://hub.example/' };
    const grammar = join(repository, 'test/fixtures/feeds/atom.rnc');
    for (const made of [document([{ ...entry, title }], changes), document([], { hub: changes.hub })]) {
      writeFileSync(file, serialiseFeed(made, 'atom'));
      execFileSync('/usr/bin/jing', ['-c', grammar, file], { stdio: 'pipe' });
    }
    removeFolder(folder);
  },
);
