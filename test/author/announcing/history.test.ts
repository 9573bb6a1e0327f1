/** What `candor announce` finds to be new, and the words that it prints. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fetchDocument } from '../../../src/author/announcing/fetch-document.ts';
import { siteYaml } from '../../support/site.ts';
import { slack, useTelling } from '../../support/tell.ts';
import { toldEntry, writeFeeds, writeToldSite } from '../../support/told-site.ts';

const telling = useTelling();
const { at, announce, newest } = telling;

describe('history', () => {
  test.each(['an empty feed', 'an empty file', 'an empty folder', 'an address that answers 404'])(
    '%s: everything is new',
    async (kind) => {
      newest(`channels: [${slack}]\n`);
      mkdirSync(at('none'));
      writeFileSync(at('empty.json'), '');
      writeFileSync(at('feed.json'), '{"items":[]}');
      telling.http.answers['/site/updates/feed.json'] = [404];
      telling.http.answers['/site/promises/feed.json'] = [404];
      const place = {
        'an empty feed': at('feed.json'),
        'an empty file': at('empty.json'),
        'an empty folder': at('none'),
        'an address that answers 404': `${telling.http.url}/site/`,
      }[kind];
      const { out } = await announce('--before', place ?? '', '--dry-run');
      expect(out).toContain('3 entries are new.');
    },
  );

  test('a feed of another site, a lost history and too many new entries tell nothing', async () => {
    newest(`channels: [${slack}]\n`);
    writeFeeds(at('other'), [toldEntry(1, { id: 'tag:other.example,2024-01-01:PM-1' })]);
    expect(await announce('--before', at('other'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('no entry in common'),
    });
    expect(await announce('--most', '0')).toMatchObject({ code: 1, error: expect.stringContaining('--most 1') });
    expect((await announce()).code).toBe(0);
    mkdirSync(at('none'));
    expect(await announce('--before', at('none'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('the ledger says'),
    });
    expect(telling.http.received).toHaveLength(1);
  });

  test('of 10,000 entries with a new one, only the newest documents are read', async () => {
    const entries = Array.from({ length: 10_000 }, (_, index) => toldEntry(index + 1));
    writeToldSite(telling.site, `channels: [${slack}]\n`);
    writeFeeds(at('old'), entries.slice(0, -1));
    writeFeeds(at('dist'), entries);
    // Whatever reads these stumbles.
    for (const folder of ['old', 'dist'])
      for (let number = 1; number <= 198; number += 1)
        writeFileSync(at(folder, 'updates', `feed-${number}.json`), 'no JSON');
    const { out } = await announce('--dry-run');
    expect(out).toContain('1 entry is new.');
    expect(out).toContain('Incident 10000');
  });

  test('an entry of long ago is found too, and a feed that moved pages tells nothing', async () => {
    const entries = Array.from({ length: 240 }, (_, index) => toldEntry(index + 1));
    writeToldSite(telling.site, `channels: [${slack}]\n`);
    writeFeeds(
      at('old'),
      entries.filter((_, index) => index !== 20),
    );
    writeFeeds(at('dist'), entries);
    expect((await announce('--dry-run')).out).toMatch(/1 entry is new[\s\S]*“Incident 21”/);
    writeFeeds(at('old'), entries);
    expect((await announce('--dry-run')).out).toContain('No entry is new.');
  });

  test('the feeds of the deployed site are saved with their newest archives, and nothing where there is no site', async () => {
    const entries = Array.from({ length: 120 }, (_, index) => toldEntry(index + 1));
    newest(`channels: [${slack}]\n`);
    writeFileSync(
      at('content/site.yaml'),
      siteYaml.replace('https://postmortems.example/', `${telling.http.url}/site/`),
    );
    writeFeeds(at('deployed'), entries.slice(0, -1));
    writeFeeds(at('dist'), entries);
    const save = (folder: string) => telling.call('--save', at(folder));
    const paths = ['updates/feed.json', 'updates/feed-2.json', 'promises/feed.json'];
    for (const path of paths)
      telling.http.answers[`/site/${path}`] = [{ status: 200, body: readFileSync(at('deployed', path), 'utf8') }, 404];
    expect((await save('saved')).code).toBe(0);
    expect(telling.http.received.map(({ path }) => path)).toEqual(paths.map((path) => `/site/${path}`));
    expect((await announce('--before', at('saved'), '--dry-run')).out).toMatch(/1 entry is new[\s\S]*“Incident 120”/);
    expect((await save('empty')).code).toBe(0);
    // What keeps a folder for a later job may leave out folders without files.
    expect(readdirSync(at('empty'), { recursive: true }).sort()).toEqual(
      ['promises', 'promises/feed.json', 'updates', 'updates/feed.json'].map((path) => path.replaceAll('/', sep)),
    );
    expect(await announce('--before', at('empty'), '--most', '200', '--dry-run')).toMatchObject({
      code: 0,
      error: '',
      out: expect.stringContaining('120 entries are new.'),
    });
  });

  test('a folder above or below the one that is meant is refused', async () => {
    newest(`channels: [${slack}]\n`);
    for (const folder of ['--before', '--after'])
      for (const place of [at(), at('dist/updates')])
        expect(await announce(folder, place)).toMatchObject({
          code: 1,
          error: expect.stringContaining('has no updates/feed.json'),
        });
    mkdirSync(at('none'));
    expect(await announce('--after', at('none'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('has no entry'),
    });
    expect(telling.http.received).toEqual([]);
  });

  test.each([
    ['an answer that breaks off', 'break', 'cannot be reached'],
    ['a page', { status: 200, body: '<!doctype html>' }, 'is no JSON feed'],
    ['JSON of another form', { status: 200, body: '{"items":{"__proto__":1}}' }, 'is no JSON feed'],
    ['a failure', 500, 'answered 500'],
  ] as const)(
    '%s in the place of the feed of before is refused, and neither password nor query is said',
    async (_, answer, words) => {
      newest(`channels: [${slack}]\n`);
      const address = `${telling.http.url}/site/?key=CANARY-query`;
      telling.http.answers['/site/updates/feed.json'] = [answer, answer];
      const { code, error } = await announce('--before', address);
      expect([code, error]).toEqual([1, expect.stringContaining(words)]);
      expect(error).not.toContain('CANARY');
      const withName = address.replace('//', '//name:CANARY-password@');
      const refused = await announce('--before', withName);
      expect(refused).toMatchObject({ code: 1, error: expect.stringContaining('cannot be reached') });
      expect(refused.error).not.toContain('CANARY');
      expect((await announce('--before', 'https://')).code).toBe(1);
      expect(telling.http.received.map(({ path }) => path)).toEqual(['/site/updates/feed.json']);
    },
  );

  test('of an answer no more is read than a feed may have', async () => {
    telling.http.answers['/long'] = [
      { status: 200, body: 'x'.repeat(1001) },
      { status: 200, body: 'x'.repeat(1000) },
    ];
    const address = new URL(`${telling.http.url}/long`);
    await expect(fetchDocument(address, { most: 1000 })).rejects.toThrow('too large');
    expect(await fetchDocument(address, { most: 1000 })).toHaveLength(1000);
  });

  test('a changed title, text or slug is nothing new', async () => {
    newest(`channels: [${slack}]\n`);
    const moved = toldEntry(2, { title: 'Renamed', url: 'https://postmortems.example/postmortems/renamed/' });
    writeFeeds(at('dist'), [toldEntry(1), moved]);
    expect((await announce('--dry-run')).out).toContain('No entry is new.');
  });
});

describe('words to copy', () => {
  const print = (...args: string[]) => telling.call(...args, '--print');

  test('are for a mail, a chat and a status page, from the same facts, and call nobody', async () => {
    newest(`channels: [${slack}]\n`, { title: 'Down, @everyone <!channel>' });
    const { code, out } = await print('incident-3');
    expect(code).toBe(0);
    const [mail = '', chat = '', page = ''] = out.split(/^=== .* ===$/m).slice(1);
    expect(mail).toContain('Subject: Down, @everyone <!channel>');
    for (const part of [mail, chat, page])
      for (const words of ['Summary 3.', 'Severity: Severity 1', '/postmortems/incident-3/'])
        expect(part).toContain(words);
    expect(chat).not.toMatch(/@everyone|<!channel/);
  });

  test('are in a language of the site', async () => {
    newest(`channels: [${slack}]\n`);
    writeFileSync(at('content/site.yaml'), `${readFileSync(at('content/site.yaml'), 'utf8')}translations: { de: }\n`);
    writeFeeds(at('dist/de'), [toldEntry(3, { title: 'Vorfall 3' })]);
    expect((await print('incident-3', '--lang', 'de')).out).toContain('Subject: Vorfall 3');
    expect(await print('incident-3', '--lang', 'fr')).toMatchObject({
      code: 1,
      error: expect.stringContaining('en, de'),
    });
    expect(await print('incident-9')).toMatchObject({ code: 1, error: expect.stringContaining('`incident-9`') });
    expect((await print()).code).toBe(2);
  });
});
