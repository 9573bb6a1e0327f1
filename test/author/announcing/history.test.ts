/** What `candor announce` finds to be new, and the words that it prints. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { siteYaml } from '../../support/site.ts';
import { openTelling, slack, type Telling } from '../../support/tell.ts';
import { toldEntry, writeFeeds, writeToldSite } from '../../support/told-site.ts';

let telling: Telling;
beforeEach(async () => {
  telling = await openTelling();
});
afterEach(() => telling.close());

const at = (...path: string[]) => telling.at(...path);
const announce = (...args: string[]) => telling.announce(...args);
const newest: Telling['newest'] = (...args) => telling.newest(...args);

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
    expect(readdirSync(at('empty'))).toEqual([]);
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
