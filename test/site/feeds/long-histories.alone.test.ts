/** A site with more entries than a feed document holds: every entry can be reached from the newest document. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectSite } from '../../../src/private/publish/project-site.ts';
import { findFeedDocument } from '../../../src/site/data/feed-documents.ts';
import { listAddresses } from '../../../src/site/data/site-map.ts';
import { now, removeFolder, temporaryFolder } from '../../support/build.ts';
import { postmortem } from '../../support/publish.ts';
import { writeSite } from '../../support/site.ts';

const site = temporaryFolder();
const count = 61;
const listPaths = () => listAddresses().map(({ path }) => path);

beforeAll(async () => {
  const postmortems = Array.from({ length: count }, (_, index) => {
    const changes = {
      id: `PM-2026-${index + 100}`,
      impact:
        '{ users: 1, accounts: 1, supportRequests: 1, services: [{ service: checkout, windows: [{ from: 2026-03-14T09:12Z, to: 2026-03-14T10:40Z, level: down }] }] }',
      tags: '[load]',
      publishedAt: `2026-04-01T10:${String(index % 60).padStart(2, '0')}Z`,
      revisions: `[{ at: 2026-05-01T09:00Z, kind: update, note: Checked. }]`,
      actions:
        '[{ id: A1, what: Add the index, kind: fix, owner: Payments, due: 2026-05-15, doneWhen: It is used., state: done, doneOn: 2026-05-10 }]',
    };
    return [`incident-${index}`, { 'index.mdx': postmortem('Text.', changes) }];
  });
  await writeSite(site, Object.fromEntries(postmortems));
  const { folder, problems } = await projectSite({ site, edition: 'public', now });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  process.env['CANDOR_PROJECTION'] = folder;
});

afterAll(() => {
  delete process.env['CANDOR_PROJECTION'];
  removeFolder(site);
});

test.each([
  ['', count, 1],
  ['updates/', 2 * count, 2],
  ['promises/', count, 1],
])('the feed %s reaches all of its entries by its archives', (path, entries, archives) => {
  for (const [name, ending] of [
    ['atom', 'xml'],
    ['rss', 'xml'],
    ['feed', 'json'],
  ]) {
    const ids: string[] = [];
    const newest = findFeedDocument(`${path}${name}.${ending}`)?.document;
    ids.push(...(newest?.entries.map(({ id }) => id) ?? []));
    expect(newest?.entries).toHaveLength(50);
    for (let number = archives; number >= 1; number -= 1) {
      const document = findFeedDocument(`${path}${name}-${number}.${ending}`)?.document;
      expect(document?.entries).toHaveLength(50);
      ids.push(...(document?.entries.map(({ id }) => id) ?? []));
    }
    expect(new Set(ids).size).toBe(entries);
    expect(findFeedDocument(`${path}${name}-${archives + 1}.${ending}`)).toBeUndefined();
    expect(listPaths()).toContain(`/${path}${name}-${archives}.${ending}`);
  }
});

test.each(['severity/sev1/', 'tags/load/', 'services/checkout/', 'services/checkout/sev1/'])(
  'the narrower feed %s reaches its older entries by archives, which have whole texts as those of the site',
  (path) => {
    const newest = findFeedDocument(`${path}atom.xml`)?.document;
    const archive = findFeedDocument(`${path}older-1/atom.xml`)?.document;
    expect(newest?.previous?.atom).toBe(`https://postmortems.example/${path}older-1/atom.xml`);
    expect(archive?.self.atom).toBe(newest?.previous?.atom);
    const ids = [newest, archive].flatMap((document) => document?.entries.map(({ id }) => id) ?? []);
    expect([newest?.entries.length, new Set(ids).size]).toEqual([50, count]);
    const ofSite = ['atom.xml', 'atom-1.xml'].flatMap((name) => findFeedDocument(name)?.document.entries ?? []);
    for (const entry of archive?.entries ?? []) expect(entry).toEqual(ofSite.find(({ id }) => id === entry.id));
    expect(archive?.entries[0]?.html).toContain('<p>Text.</p>');
    expect(listPaths().filter((each) => each.startsWith(`/${path}older-`) && each.endsWith('atom.xml'))).toEqual([
      `/${path}older-1/atom.xml`,
    ]);
    expect(findFeedDocument(`${path}older-2/atom.xml`)).toBeUndefined();
    expect(findFeedDocument(`${path}atom-1.xml`)).toBeUndefined();
  },
);
