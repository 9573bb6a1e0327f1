/** The table of addresses, held against the pages that render them and the rules that servers get. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type AddressKind,
  addressKinds,
  type Kind,
  type partShapes,
} from '../../../src/shared/addresses/address-kinds.ts';
import { findAddress } from '../../../src/shared/addresses/find-address.ts';
import { fillIn } from '../../../src/shared/addresses/path-to.ts';
import { reservedPageIds } from '../../../src/shared/addresses/reserved-page-ids.ts';
import { servings } from '../../../src/shared/addresses/servings.ts';
import { patternOf } from '../../../src/shared/hosting/response-headers.ts';
import { repository } from '../../support/build.ts';

const kinds = Object.entries(addressKinds) as [Kind, AddressKind][];
const samples: Record<keyof typeof partShapes, string> = {
  slug: 'late-webhooks',
  service: 'checkout',
  severity: 'sev1',
  tag: 'dns',
  id: 'about',
  schema: 'services',
  year: '2026',
  number: '2',
  feed: 'rss.xml',
  archive: 'atom-3.xml',
  digest: '86bc3ccdcb012631',
  file: '0a1b-640.webp',
  name: 'balancer.log',
  inner: 'fragment/en_1.pf_fragment',
};

/** By the files in `src/site/pages`, as Astro reads their names: `[x]` is one part, `[...x]` any number. */
function routeOf(file: string): RegExp {
  const path = file
    .replace(/\.(?:astro|ts)$/, '')
    .replace(/(?:^|(?<=\/))index$/, '')
    .replaceAll('.', '\\.')
    .replaceAll(/\[\\\.\\\.\\\.\w+\]/g, '.*')
    .replaceAll(/\[\w+\]/g, '[^/]+');
  return new RegExp(`^/${path}/?$`);
}

const files = readdirSync(join(repository, 'src/site/pages'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(join(repository, 'src/site/pages/').length))
  .sort();

test('every page is in the table, without which it would not be built, and every row has its page', () => {
  const named = kinds.flatMap(([, { renderedBy = [] }]) => renderedBy);
  expect([...new Set(named)].sort()).toEqual(files);
});

test.each(kinds)('an address of the kind %s is found as that, and rendered by the page of its row', (kind, row) => {
  const { pattern, further, renderedBy = [], file } = row;
  for (const written of [pattern, ...(further ? [further] : [])]) {
    const path = fillIn(written, samples);
    expect(findAddress(path)?.kind, path).toBe(kind);
    expect(findAddress(`/de${path}`, ['de'])?.kind, path).toBe(row.isShared ? undefined : kind);
    const pages = renderedBy.filter((page) => routeOf(page).test(path));
    expect(pages, path).toHaveLength(row.type === 'made' ? 0 : 1);
  }
  if (file !== undefined) expect(findAddress(`/${file}`)?.kind).toBe(kind);
});

test.each(kinds)('servers send what has the kind %s as its row says', (_, row) => {
  const feeds = ['atom.xml', 'rss.xml', 'feed.json'];
  const paths = row.pattern.includes(':feed')
    ? feeds.map((feed) => fillIn(row.pattern, { ...samples, feed }))
    : [fillIn(row.pattern, samples)];
  const rules = paths.flatMap((path) =>
    Object.entries(servings).flatMap(([name, { paths: rulePaths }]) =>
      rulePaths.some((rule) => new RegExp(patternOf(rule, '/')).test(path)) ? [name] : [],
    ),
  );
  expect(rules).toEqual(row.served ?? []);
});

test('a page of the owner cannot lie where the site has something of its own', () => {
  expect(reservedPageIds.join(' ')).toBe(
    '404 api archive attachments badges cards data embed hosting images numbers pagefind postmortems promises reading-the-figures search services severity subscribe tags theme updates',
  );
});

test.each([
  '/nowhere.txt',
  '/postmortems/a.xml',
  '/postmortems/a/index.ics',
  '/postmortems/a/b/',
  '/postmortems/A/',
  '/api/nonsense',
  '/api/nonsense.json',
  '/api/postmortems-0.json',
  '/archive/26/',
  '/archive/2026/page-02/',
  '/atom-01.xml',
  '/feed.xml',
  '/xx/archive/',
  '//',
  '',
])('no address has the form of %s', (path) => {
  expect(findAddress(path, ['de'])).toBeUndefined();
});
