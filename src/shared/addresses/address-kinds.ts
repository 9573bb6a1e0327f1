/**
 * The one table of addresses: every kind of address that a built site has, once. Whatever asks about an address (pages, links,
 * the site map, hosts, the development server) asks here, so that nothing else knows what an address looks like.
 */
import type { Serving } from './servings.ts';

/** What stands for a part of an address, by its name; as regular expressions. */
export const partShapes = {
  slug: '[a-z0-9-]+',
  service: '[a-z0-9-]+',
  severity: '[a-z0-9-]+',
  tag: '[a-z0-9-]+',
  id: '[a-z0-9-]+',
  schema: '[a-z]+',
  year: '\\d{4}',
  /** Of a further page of a list: it has no leading zero. */
  number: '[1-9]\\d*',
  feed: '(?:(?:atom|rss)\\.xml|feed\\.json)',
  archive: '(?:(?:atom|rss)-[1-9]\\d*\\.xml|feed-[1-9]\\d*\\.json)',
  digest: '[0-9a-f]+',
  file: '[\\w.-]+',
  /** Of an attachment, as its author named it. */
  name: '[A-Za-z0-9][\\w.-]*',
  inner: '[\\w./-]+',
} as const;

export interface AddressKind {
  /** Path without base and language; `:name` stands for a part of that shape. */
  pattern: string;
  /** The same for what goes on behind the first page or document. */
  further?: string;
  /** `redirect` is no kind: a postmortem that moved has the address of a postmortem. `made` is what no page renders. */
  type: 'page' | 'embed' | 'document' | 'not-found' | 'made';
  /** Files in `src/site/pages` that render it, that of `further` second. */
  renderedBy?: readonly string[];
  /** File of the output, where the path does not say it. */
  file?: string;
  /** There once, whatever the languages of the site. */
  isShared?: true;
  /** Only in the public edition. */
  isPublicOnly?: true;
  /** How servers are to send it; by the name of the file where there are several. */
  served?: readonly Serving[];
}

/** The order is that of the site map, and the first kind that a path fits is the one it has. */
export const addressKinds = {
  home: { pattern: '/', type: 'page', renderedBy: ['index.astro'] },
  search: { pattern: '/search/', type: 'page', renderedBy: ['search.astro'] },
  readingTheFigures: { pattern: '/reading-the-figures/', type: 'page', renderedBy: ['reading-the-figures.astro'] },
  postmortem: { pattern: '/postmortems/:slug/', type: 'page', renderedBy: ['postmortems/[slug].astro'] },
  postmortemData: {
    pattern: '/postmortems/:slug.json',
    type: 'document',
    renderedBy: ['postmortems/[slug].json.ts'],
    isShared: true,
    isPublicOnly: true,
    served: ['data'],
  },
  /** In another language where the postmortem is translated. */
  postmortemText: {
    pattern: '/postmortems/:slug.md',
    type: 'document',
    renderedBy: ['postmortems/[slug].md.ts'],
    isPublicOnly: true,
    served: ['markdown'],
  },
  /** Everything about one postmortem; also at its earlier addresses, since readers of feeds read no page that leads on. */
  postmortemFeed: { ...document('/postmortems/:slug/atom.xml', '[...feed].xml.ts'), served: ['atom'] },
  services: { pattern: '/services/', type: 'page', renderedBy: ['services/index.astro'] },
  service: list('/services/:service/', 'services/[service]'),
  numbers: { pattern: '/numbers/', type: 'page', renderedBy: ['numbers/index.astro'] },
  numbersOfYear: list('/numbers/:year/', 'numbers/[year]'),
  promises: {
    pattern: '/promises/',
    further: '/promises/page-:number/',
    type: 'page',
    renderedBy: ['promises/index.astro', 'promises/page-[page].astro'],
  },
  promisesOfYear: list('/promises/:year/', 'promises/[year]'),
  promisesOfService: list('/promises/services/:service/', 'promises/services/[service]'),
  archive: { pattern: '/archive/', type: 'page', renderedBy: ['archive/index.astro'] },
  archiveOfYear: list('/archive/:year/', 'archive/[year]'),
  tags: { pattern: '/tags/', type: 'page', renderedBy: ['tags/index.astro'] },
  tag: list('/tags/:tag/', 'tags/[tag]'),
  severity: list('/severity/:severity/', 'severity/[severity]'),
  notFound: { pattern: '/404/', type: 'not-found', renderedBy: ['404.astro'], file: '404.html' },
  robots: { pattern: '/robots.txt', type: 'document', renderedBy: ['robots.txt.ts'], isShared: true },
  themeStyles: {
    pattern: '/theme/:digest.css',
    type: 'document',
    renderedBy: ['theme/[name].css.ts'],
    isShared: true,
    served: ['forEver'],
  },
  embed: {
    pattern: '/embed/:service/',
    type: 'embed',
    renderedBy: ['embed/[service].astro'],
    isShared: true,
    isPublicOnly: true,
  },
  subscribe: { pattern: '/subscribe/', type: 'page', renderedBy: ['subscribe.astro'], isPublicOnly: true },
  data: { pattern: '/data/', type: 'page', renderedBy: ['data.astro'], isPublicOnly: true },
  sitemap: shared('/sitemap.xml', 'sitemap.xml.ts'),
  feedList: { ...document('/feeds.opml', 'feeds.opml.ts'), served: ['opml'] },
  table: { ...shared('/postmortems.csv', 'postmortems.csv.ts'), served: ['csv'] },
  calendar: { ...document('/promises.ics', 'promises.ics.ts'), served: ['calendar'] },
  languageModels: shared('/llms.txt', 'llms.txt.ts'),
  servicesData: { ...shared('/api/services.json', 'api/[name].json.ts'), served: ['data'] },
  agreementsData: { ...shared('/api/agreements.json', 'api/[name].json.ts'), served: ['data'] },
  postmortemsData: {
    ...shared('/api/postmortems.json', 'api/[name].json.ts'),
    further: '/api/postmortems-:number.json',
    served: ['data'],
  },
  promisesData: {
    ...shared('/api/promises.json', 'api/[name].json.ts'),
    further: '/api/promises-:number.json',
    served: ['data'],
  },
  dataSchema: { ...shared('/api/schema/:schema.json', 'api/schema/[name].json.ts'), served: ['data'] },
  badge: { ...shared('/badges/:service.svg', 'badges/[service].svg.ts'), served: ['badge'] },
  siteFeed: archivedFeed('/:feed', '/:archive'),
  updatesFeed: archivedFeed('/updates/:feed', '/updates/:archive'),
  promisesFeed: archivedFeed('/promises/:feed', '/promises/:archive'),
  serviceFeed: archivedFeed('/services/:service/:feed', '/services/:service/older-:number/:feed'),
  severityFeed: archivedFeed('/severity/:severity/:feed', '/severity/:severity/older-:number/:feed'),
  tagFeed: archivedFeed('/tags/:tag/:feed', '/tags/:tag/older-:number/:feed'),
  serviceSeverityFeed: archivedFeed(
    '/services/:service/:severity/:feed',
    '/services/:service/:severity/older-:number/:feed',
  ),
  headersFile: { ...shared('/hosting/headers.txt', 'hosting/[file].txt.ts'), file: '_headers' },
  redirectsFile: { ...shared('/hosting/redirects.txt', 'hosting/[file].txt.ts'), file: '_redirects' },
  image: { ...made('/images/:file'), served: ['forEver'] },
  /** What a postmortem offers for download, under the digest of its bytes. */
  attachment: { ...made('/attachments/:digest/:name'), served: ['attachedText'] },
  card: { ...made('/cards/:file'), isPublicOnly: true, served: ['forEver'] },
  asset: { ...made('/_astro/:file'), served: ['forEver'] },
  searchIndex: made('/pagefind/:inner'),
  marker: made('/candor.json'),
  noJekyll: made('/.nojekyll'),
  /** Of the owner's, `content/pages/<id>.mdx`: every first part that no other kind has. */
  ownPage: { pattern: '/:id/', type: 'page', renderedBy: ['[page].astro'] },
} as const satisfies Record<string, AddressKind>;

export type Kind = keyof typeof addressKinds;

/** Kinds that the engine renders. */
export type RenderedKind = {
  [K in Kind]: (typeof addressKinds)[K] extends { renderedBy: readonly string[] } ? K : never;
}[Kind];

/** The parts of a path of this kind. */
export type PartsOf<K extends Kind> = {
  [N in keyof typeof partShapes as (typeof addressKinds)[K]['pattern'] extends `${string}:${N}${string}`
    ? N
    : never]: string;
};

function list<P extends string>(pattern: P, page: string) {
  const renderedBy = [`${page}.astro`, `${page}/page-[page].astro`] as const;
  return { pattern, further: `${pattern}page-:number/`, type: 'page', renderedBy } as const;
}

function document<P extends string>(pattern: P, page: string) {
  return { pattern, type: 'document', renderedBy: [page], isPublicOnly: true } as const;
}

function shared<P extends string>(pattern: P, page: string) {
  return { ...document(pattern, page), isShared: true } as const;
}

function feed<P extends string>(pattern: P) {
  const renderedBy = ['[...feed].xml.ts', '[...feed].json.ts'] as const;
  return { pattern, type: 'document', renderedBy, isPublicOnly: true, served: ['atom', 'rss', 'jsonFeed'] } as const;
}

function archivedFeed<P extends string, F extends string>(pattern: P, further: F) {
  return { ...feed(pattern), further } as const;
}

function made<P extends string>(pattern: P) {
  return { pattern, type: 'made', isShared: true } as const;
}
