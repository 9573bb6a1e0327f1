/** Pages show and file moments by the clock of the site's zone; feeds and data stay in UTC. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { candor, removeFolder, temporaryFolder } from '../support/build.ts';
import { postmortem } from '../support/publish.ts';
import { siteYaml, writeSite } from '../support/site.ts';

let folder = '';
const read = (path: string) => readFileSync(join(folder, 'dist', path), 'utf8');
const text = (path: string) =>
  read(path)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

beforeAll(async () => {
  folder = temporaryFolder();
  await writeSite(
    folder,
    {
      eve: {
        'index.mdx': postmortem('It broke.', {
          publishedAt: '2026-03-12T23:30:00-04:00',
          times:
            '{ started: about 2025-12-31T23:30-05:00, firstLogged: 2026-01-01T04:40Z, resolved: 2026-01-01T05:10Z }',
          impact: '{ users: 3, accounts: 1, supportRequests: 0, services: [] }',
          timeline:
            '[{ at: 2025-12-31T23:50-05:00, kind: detection, what: An alert went off. }, { at: 2026-01-01T05:10Z, kind: recovery, what: It was over. }]',
        }),
      },
    },
    { 'content/site.yaml': `${siteYaml}timezone: America/New_York\nlanguage: en-GB\n` },
  );
  const { code, error } = await candor(
    'build',
    '--site',
    folder,
    '--out',
    join(folder, 'dist'),
    '--now',
    '2026-11-23T12:00:00Z',
  );
  expect([code, error]).toEqual([0, expect.any(String)]);
});
afterAll(() => removeFolder(folder));

test('a page shows day, clock and zone of the site', () => {
  const page = text('postmortems/eve/index.html');
  for (const words of ['Published 12 March 2026', '31 December 2025, about 23:30', '23:40', '1 January 2026'])
    expect(page).toContain(words);
  expect(page).not.toMatch(/\d\d:\d\d UTC/);
});

test('lists, archive and search file it by that day', () => {
  expect(text('archive/2025/index.html')).toContain('31 December 2025');
  expect(read('postmortems/eve/index.html')).toContain('name="candor:year" content="2025"');
});

test('the archive of a year that has emptied leads on', () => {
  expect(read('archive/2026/index.html')).toContain('url=../2025/'.replace('../', '/archive/'));
  expect(existsSync(join(folder, 'dist/archive/2026/index.html'))).toBe(true);
});

test('feeds, data and Markdown stay in UTC', () => {
  expect(read('postmortems/eve.md')).toContain('04:30 UTC');
  expect(JSON.parse(read('feed.json')).items[0].date_published).toBe('2026-03-13T03:30:00.000Z');
  expect(read('postmortems/eve.json')).toContain('2026-01-01T04:30:00Z');
});
