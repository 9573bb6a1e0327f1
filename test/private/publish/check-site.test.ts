/** Checks across postmortems, each at its line. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectSite } from '../../../src/private/publish/project-site.ts';
import type { Problem } from '../../../src/shared/problem/problem.ts';
import { removeFolder, temporaryFolder } from '../../support/build.ts';
import { postmortem } from '../../support/publish.ts';
import { siteYaml, writeSite } from '../../support/site.ts';

const site = temporaryFolder();
let problems: Problem[] = [];
const links = [
  '[a](/postmortems/first/)',
  '[b](../first/#timeline)',
  '[c](/postmortems/old-name/)',
  '[d](/services/checkout/)',
  '[e](/severity/sev1/)',
  '[f](/about/)',
  '[g](/report.txt)',
  '[h](/feed.json)',
  '[i](/)',
  '[j](/search/?q=x)',
  '[k](https://example.com/none)',
  ...[
    '/postmortems/first.md',
    '/postmortems/first.json',
    '/postmortems/first/index.html',
    '/postmortems/first',
    '/api/postmortems.json',
    '/api/schema/promises.json',
    '/archive/2026/',
    '/archive/2026/index.html#x',
    '/tags/dns/',
    '/promises/2026/',
    '/promises/services/checkout/',
    '/promises.ics',
    '/services/checkout/sev1/atom.xml',
    '/badges/checkout.svg',
    '/embed/checkout/',
    '/sitemap.xml',
    '/_headers',
    '/404.html',
    '/images/0a-640.webp',
    '/de/',
    '/de/archive/2026/',
    '/de/feed.json',
    '/handbook/',
    '/handbook/index.html',
  ].map((path) => `[more](${path})`),
];
const dead = [
  '[l](/postmortems/none/)',
  '[m](../none/)',
  '[n](errors.csv)',
  '[o](/services/lampwick/)',
  '[p](/services/none/)',
  '[q](/severity/sev9/)',
  '[r](/nowhere/)',
  '[s](/postmortems/waiting/)',
  ...[
    '/postmortems/',
    '/postmortems/first.xml',
    '/postmortems/first/index.ics',
    '/postmortems/none.md',
    '/postmortems/old-name.json',
    '/postmortems/waiting.json',
    '/postmortems/page-2/',
    '/feed.xml',
    '/feed.json/',
    '/atom-1.xml',
    '/api/nonsense',
    '/api/nonsense.json',
    '/api/postmortems-1.json',
    '/api/schema/nonsense.json',
    '/archive/2025/',
    '/archive/2026/page-2/',
    '/archive/2026.html',
    '/tags/none/',
    '/numbers/2026/',
    '/promises/2025/',
    '/promises/page-2/',
    '/promises/services/none/',
    '/services/checkout/sev9/atom.xml',
    '/badges/none.svg',
    '/embed/none/',
    '/updates/',
    '/hosting/headers.txt',
    '/fr/archive/',
    '/de/postmortems/none/',
    '/de/postmortems/first.json',
    '/de/de/archive/',
    '/report.csv',
    '/report.txt/',
    '/images/',
  ].map((path) => `[none](${path})`),
];
const actions =
  '[{ id: A1, what: Add it, kind: fix, owner: Payments, due: 2026-12-15, doneWhen: It is used., state: open }]';
const impact =
  '{ users: 1, accounts: 1, supportRequests: 1, services: [{ service: agreed, windows: [{ from: 2026-03-14T09:12Z, to: 2026-03-14T09:20Z, level: down }] }] }';

beforeAll(async () => {
  await writeSite(
    site,
    {
      first: { 'index.mdx': postmortem('Well.', { redirectFrom: '[old-name]', tags: '[dns]', actions }) },
      second: {
        'index.mdx': postmortem([...links, ...dead].join('\n\n'), {
          id: 'PM-2026-002',
          related: '[PM-2026-001, PM-none]',
          redirectFrom: '[first]',
        }),
      },
      third: { 'index.mdx': postmortem('Well.') },
      waiting: {
        'index.mdx': postmortem('[t](/postmortems/waiting/) [u](/tags/later/) [v](/archive/2031/)', {
          id: 'PM-2026-004',
          state: 'review',
          impact,
        }),
      },
    },
    {
      'content/site.yaml': `${siteYaml}translations: { de: {} }\n`,
      'content/pages/about.mdx': '---\ntitle: About\n---\nText\n',
      'content/services/agreed.yaml': 'name: Agreed\nagreements: [{ kind: publish, within: P14D, from: 2026-01-01 }]\n',
      'public/report.txt': 'Text\n',
      'public/handbook/index.html': '<!doctype html><title>Handbook</title>\n',
    },
  );
  problems = (await projectSite({ site, edition: 'public', now: '2026-11-23T00:00:00Z' })).problems;
});
afterAll(() => removeFolder(site));

const of = (code: string) =>
  problems
    .filter((problem) => problem.code === code)
    .map(({ location }) => `${location.file.split('/')[2]}:${location.line}:${location.column}`);

test('two postmortems with one id, and an address that is taken, are found at their lines', () => {
  expect(of('record/duplicate')).toEqual(['second:16:16', 'third:2:5']);
  const [taken] = problems.filter(({ code }) => code === 'record/duplicate');
  expect(taken?.related).toEqual({ file: 'content/postmortems/first/index.mdx' });
});

test('a relation that leads nowhere is found at its id', () => {
  expect(of('record/unknown-related')).toEqual(['second:15:24']);
});

test('links to pages that the site does not have are found, and no others', () => {
  const begin = 18 + links.length * 2;
  expect(of('links/dead-path')).toEqual(dead.map((_, index) => `second:${begin + index * 2}:1`));
});

test('an incident that a customer reported and that is kept back beyond the agreement is named', () => {
  expect(of('detection/unpublished')).toEqual(['waiting:9:18']);
  const found = problems.find(({ code }) => code === 'detection/unpublished');
  expect(found?.fact).toBe(
    'A customer reported this incident. By the publish agreement of `Agreed` it was due on 2026-03-28, and it is not published.',
  );
});

test.each([
  ['preliminary', '2026-03-20', ['promised']],
  ['preliminary', '2026-11-23', []],
  ['draft', '2026-03-20', []],
])('%s with an update promised for %s', async (state, day, found) => {
  const promised = temporaryFolder();
  try {
    const text = postmortem('Well.', { state, nextUpdateBy: `${day}T10:00Z` });
    await writeSite(promised, { promised: { 'index.mdx': text } }, { 'content/site.yaml': siteYaml });
    const checked = await projectSite({ site: promised, edition: 'public', now: '2026-11-23T12:00:00Z' });
    const late = checked.problems.filter(({ code }) => code === 'facts/passed-update');
    expect(late.map(({ location }) => location.file.split('/')[2])).toEqual(found);
    expect(late.every(({ location }) => location.line !== undefined)).toBe(true);
  } finally {
    removeFolder(promised);
  }
});

test('within the agreed time nothing is said', async () => {
  const early = await projectSite({ site, edition: 'public', now: '2026-03-27T00:00:00Z' });
  expect(early.problems.filter(({ code }) => code === 'detection/unpublished')).toEqual([]);
});

test('a slip in the settings makes no translation one too many', async () => {
  const folder = temporaryFolder();
  const files = {
    'content/site.yaml': `${siteYaml}translations: { de: {} }\nicon: ../tab.png\n`,
    'content/pages/about.mdx': '---\ntitle: About\n---\n\nWords.\n',
    'content/pages/about.de.mdx': '---\ntitle: Über uns\n---\n\nWorte.\n',
    'content/theme/footer.mdx': 'Words.\n',
    'content/theme/footer.de.mdx': 'Worte.\n',
    'content/theme/nowhere.mdx': 'Words.\n',
  };
  await writeSite(folder, {}, files);
  const found = await projectSite({ site: folder, edition: 'public', now: '2026-11-23T00:00:00Z', write: false });
  removeFolder(folder);
  expect(found.problems.map(({ code, location }) => `${location.file} ${code}`).sort()).toEqual([
    'content/site.yaml schema/wrong-value',
    'content/theme/nowhere.mdx theme/unknown-place',
  ]);
});
