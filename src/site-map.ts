/** Every address the site has, in one place. */
import { reservedPageIds } from './incident/site-schema.ts';
import {
  countPages,
  countPostmortems,
  getSite,
  getTheme,
  listContentPages,
  listMoves,
  listPostmortems,
  listPostmortemsOfService,
  listPostmortemsOfSeverity,
  listServices,
  listTags,
  listYears,
} from './site-data.ts';
import { countOlderPages } from './site-data-pages.ts';
import { listFeedDocuments } from './site-feeds.ts';
import { countPromises, listCurrentPromises, listPromisesOfService, listPromiseYears } from './site-figures.ts';
import { foreignLanguageOf, isShared, originalLanguage } from './site-languages.ts';
import { countWithNumbers, listYearsWithNumbers } from './site-numbers.ts';

export interface Address {
  /** What the engine renders, without the base: `/archive/2026/`. */
  path: string;
  /** Where the result is stored, relative to the output folder: `archive/2026/index.html`. */
  file: string;
  kind: 'page' | 'redirect' | 'embed' | 'document' | 'not-found';
  /** When its content last changed, where that is known. */
  updatedAt?: string;
}

/** All addresses in a fixed order, each once. In another language than the site's own: those that it has for itself. */
export function listAddresses(): Address[] {
  const all = listAll();
  if (originalLanguage() === undefined) return all;
  const text = /^\/postmortems\/([^/]+)\.md$/;
  return all.filter(({ path }) => {
    const slug = text.exec(path)?.[1];
    return !isShared(path) && (slug === undefined || foreignLanguageOf(slug) === undefined);
  });
}

function listAll(): Address[] {
  const site = getSite();
  const postmortems = listPostmortems();
  const isPublic = site.edition === 'public';
  const addresses: Address[] = [
    page('/'),
    page('/search/'),
    page('/reading-the-figures/'),
    ...listContentPages()
      .filter(({ id }) => !reservedPageIds.includes(id))
      .map(({ id }) => page(`/${id}/`)),
    // What is made of one postmortem follows each other: it is read once.
    ...postmortems.flatMap(({ slug, updatedAt }) => [
      { ...page(`/postmortems/${slug}/`), updatedAt },
      ...(isPublic ? [document(`/postmortems/${slug}.json`), document(`/postmortems/${slug}.md`)] : []),
    ]),
    ...listMoves().map(({ from }) => ({ ...page(`/postmortems/${from}/`), kind: 'redirect' as const })),
    page('/services/'),
    ...listServices().flatMap(({ id }) => pages(`/services/${id}/`, listPostmortemsOfService(id).length)),
    page('/numbers/'),
    ...listYearsWithNumbers().flatMap((year) => pages(`/numbers/${year}/`, countWithNumbers(year) ?? 0)),
    ...pages('/promises/', listCurrentPromises().length),
    ...listPromiseYears().flatMap(({ name, count }) => pages(`/promises/${name}/`, count)),
    ...listServices().flatMap(({ id }) => pages(`/promises/services/${id}/`, listPromisesOfService(id).length)),
    page('/archive/'),
    ...listYears().flatMap(({ name, count }) => pages(`/archive/${name}/`, count)),
    page('/tags/'),
    ...listTags().flatMap(({ name, count }) => pages(`/tags/${name}/`, count)),
    ...site.severities.flatMap(({ id }) => pages(`/severity/${id}/`, listPostmortemsOfSeverity(id).length)),
    { path: '/404/', file: '404.html', kind: 'not-found' },
    { path: '/robots.txt', file: 'robots.txt', kind: 'document' },
  ];
  const { stylesheet } = getTheme();
  if (stylesheet) addresses.push(document(`/theme/${stylesheet.name}`));
  if (isPublic) {
    const embeds = listServices().map(({ id }) => ({ ...page(`/embed/${id}/`), kind: 'embed' as const }));
    addresses.push(...embeds, page('/subscribe/'), page('/data/'), ...listDocuments().map(document));
    for (const name of ['headers', 'redirects'])
      addresses.push({ path: `/hosting/${name}.txt`, file: `_${name}`, kind: 'document' });
  }
  return addresses;
}

/** Feeds and data: of the public edition only. */
function listDocuments(): string[] {
  return [
    '/sitemap.xml',
    '/feeds.opml',
    '/postmortems.csv',
    '/promises.ics',
    '/llms.txt',
    ...['services', 'agreements'].map((name) => `/api/${name}.json`),
    ...dataPages('postmortems', countPostmortems()),
    ...dataPages(
      'promises',
      countPromises().reduce((sum, { count }) => sum + count, 0),
    ),
    ...['postmortem', 'postmortems', 'services', 'agreements', 'promises'].map((name) => `/api/schema/${name}.json`),
    ...listServices().map(({ id }) => `/badges/${id}.svg`),
    ...listFeedDocuments(),
  ];
}

/** The first page of a list as data, and the older ones. */
function dataPages(name: string, rows: number): string[] {
  const older = Array.from({ length: countOlderPages(rows) }, (_, index) => `/api/${name}-${index + 1}.json`);
  return [`/api/${name}.json`, ...older];
}

function document(path: string): Address {
  return { path, file: path.slice(1), kind: 'document' };
}

/** The pages of a list with so many rows. */
function pages(path: string, rows: number): Address[] {
  const further = Array.from({ length: countPages(rows) - 1 }, (_, index) => page(`${path}page-${index + 2}/`));
  return [page(path), ...further];
}

function page(path: string): Address {
  return { path, file: `${path.slice(1)}index.html`, kind: 'page' };
}
