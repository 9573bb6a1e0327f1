/** Every address that a site with this content has. */
import type { FeedFormat } from '../feeds/feed-entry.ts';
import { countArchives } from '../feeds/paginate.ts';
import { type AddressKind, addressKinds, type Kind, type RenderedKind } from './address-kinds.ts';
import type { CountedLists, SiteContents } from './count-contents.ts';
import {
  documentName,
  type FeedLocation,
  feedOfBoth,
  feedOfPostmortem,
  feedOfService,
  feedOfSeverity,
  feedOfTag,
  promisesFeed,
  siteFeed,
  updatesFeed,
} from './feed-documents.ts';
import { countOlderPages, countPages } from './list-pages.ts';
import { fillIn } from './path-to.ts';
import { reservedPageIds } from './reserved-page-ids.ts';

export interface Address {
  /** What the engine renders, without the base: `/archive/2026/`. */
  path: string;
  /** Where the result is stored, relative to the output folder: `archive/2026/index.html`. */
  file: string;
  kind: RenderedKind;
  type: AddressKind['type'] | 'redirect';
  parts: Parts;
  /** When its content last changed, where that is known. */
  updatedAt?: string;
}

type Parts = Readonly<Record<string, string>>;

export interface AddressOptions {
  edition: 'public' | 'internal';
  /** Digest in the name of the theme's stylesheet, where there is one. */
  stylesheet?: string | undefined;
  /** For a site in another language than the originals: the slugs of what is translated into it. */
  translated?: ReadonlySet<string> | undefined;
}

/** An address of a kind by its parts; `isFurther` where it goes on behind the first. */
interface Entry {
  parts: Parts;
  isFurther?: boolean;
  updatedAt?: string;
  isMove?: boolean;
}

/** What is made of one postmortem follows each other: it is read once. */
const together: readonly RenderedKind[] = ['postmortem', 'postmortemData', 'postmortemText', 'postmortemFeed'];

/** In a fixed order, each once. In another language: those that it has for itself. */
export function listAddresses(contents: SiteContents, options: AddressOptions): Address[] {
  const { edition, translated } = options;
  const kinds = Object.entries(listEntries(contents, options)) as [RenderedKind, Entry[]][];
  const lists = kinds
    .filter(([name]) => {
      const { isPublicOnly, isShared }: AddressKind = addressKinds[name];
      return !(isPublicOnly && edition === 'internal') && !(isShared && translated);
    })
    .map(([name, entries]) => [name, entries.map((entry) => addressOf(name, entry))] as const);
  const ofPostmortems = lists.filter(([name]) => together.includes(name));
  return lists.flatMap(([name, addresses]) => {
    if (name === 'postmortem') return interleave(ofPostmortems.map(([, each]) => each));
    return together.includes(name) ? [] : addresses;
  });
}

/** By kind, which the compiler holds against the table: one that is forgotten would not be built. */
function listEntries(
  contents: SiteContents,
  { stylesheet, translated }: AddressOptions,
): Record<RenderedKind, Entry[]> {
  const { postmortems, moves, services, severities } = contents;
  const one: Entry[] = [{ parts: {} }];
  const slugs = postmortems.map(({ slug }) => ({ parts: { slug } }));
  const perService = services.map(({ name: service }) => ({ parts: { service } }));
  return {
    home: one,
    search: one,
    readingTheFigures: one,
    ownPage: contents.pages.filter((id) => !reservedPageIds.includes(id)).map((id) => ({ parts: { id } })),
    postmortem: [
      ...postmortems.map(({ slug, updatedAt }) => ({ parts: { slug }, updatedAt })),
      ...moves.map(({ from }) => ({ parts: { slug: from }, isMove: true })),
    ],
    postmortemData: slugs,
    postmortemText: slugs.filter(({ parts: { slug } }) => translated?.has(slug) !== false),
    services: one,
    service: pagesOf('service', services),
    numbers: one,
    numbersOfYear: pagesOf('year', contents.yearsWithNumbers),
    promises: pages({}, contents.currentPromises),
    promisesOfYear: pagesOf('year', contents.promiseYears),
    promisesOfService: pagesOf('service', contents.promisesOfServices),
    archive: one,
    archiveOfYear: [
      ...pagesOf('year', contents.years),
      ...contents.movedYears.map(({ from }) => ({ parts: { year: from }, isMove: true })),
    ],
    tags: one,
    tag: pagesOf('tag', contents.tags),
    severity: pagesOf('severity', severities),
    notFound: one,
    robots: one,
    themeStyles: stylesheet === undefined ? [] : [{ parts: { digest: stylesheet } }],
    embed: perService,
    subscribe: one,
    data: one,
    sitemap: one,
    feedList: one,
    table: one,
    calendar: one,
    languageModels: one,
    servicesData: one,
    agreementsData: one,
    postmortemsData: olderPages(postmortems.length),
    promisesData: olderPages(contents.promises),
    dataSchema: dataSchemas.map((schema) => ({ parts: { schema } })),
    badge: perService,
    ...feedsOf(contents),
    headersFile: one,
    redirectsFile: one,
  };
}

/** Names of the JSON Schemas of the data. */
const dataSchemas = ['postmortem', 'postmortems', 'services', 'agreements', 'promises'];

type FeedKind = Extract<RenderedKind, `${string}Feed`>;

function feedsOf({
  postmortems,
  services,
  severities,
  tags,
  pairs,
  moves,
  revisions,
  promiseEvents,
}: SiteContents): Record<FeedKind, Entry[]> {
  return {
    postmortemFeed: [...postmortems.map(({ slug }) => slug), ...moves.map(({ from }) => from)].flatMap((slug) =>
      documentsOf(feedOfPostmortem(slug)),
    ),
    siteFeed: documentsOf(siteFeed, postmortems.length),
    updatesFeed: documentsOf(updatesFeed, postmortems.length + revisions),
    promisesFeed: documentsOf(promisesFeed, promiseEvents),
    serviceFeed: services.flatMap(({ name, count }) => documentsOf(feedOfService(name), count)),
    severityFeed: severities.flatMap(({ name, count }) => documentsOf(feedOfSeverity(name), count)),
    tagFeed: tags.flatMap(({ name, count }) => documentsOf(feedOfTag(name), count)),
    serviceSeverityFeed: pairs.flatMap(({ service, severity, count }) =>
      documentsOf(feedOfBoth(service, severity), count),
    ),
  };
}

/** The formats of one page follow each other: their entries are the same. */
function documentsOf({ parts, archives, formats }: FeedLocation, entries = 0): Entry[] {
  const partsOf = (format: FeedFormat, number: number) =>
    archives === 'folders'
      ? { ...parts, number: String(number), feed: documentName(format) }
      : { ...parts, archive: documentName(format, number) };
  return [
    ...formats.map((format) => ({ parts: { ...parts, feed: documentName(format) } })),
    ...numbers(archives === 'none' ? 0 : countArchives(entries)).flatMap((number) =>
      formats.map((format) => ({ parts: partsOf(format, number), isFurther: true })),
    ),
  ];
}

function pagesOf(part: string, lists: CountedLists): Entry[] {
  return lists.flatMap(({ name, count }) => pages({ [part]: name }, count));
}

/** The pages of a list with so many rows. */
function pages(parts: Parts, rows: number): Entry[] {
  const further = numbers(countPages(rows)).slice(1);
  return [{ parts }, ...further.map((number) => ({ parts: { ...parts, number: String(number) }, isFurther: true }))];
}

/** The first page of a list as data, and the older ones. */
function olderPages(rows: number): Entry[] {
  const older = numbers(countOlderPages(rows));
  return [{ parts: {} }, ...older.map((number) => ({ parts: { number: String(number) }, isFurther: true }))];
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function addressOf(name: RenderedKind, { parts, isFurther, isMove, updatedAt }: Entry): Address {
  const kind: AddressKind = addressKinds[name];
  const path = fillIn((isFurther && kind.further) || kind.pattern, parts);
  return {
    path,
    file: kind.file ?? (path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1)),
    kind: name satisfies Kind,
    type: isMove ? 'redirect' : kind.type,
    parts,
    ...(updatedAt === undefined ? {} : { updatedAt }),
  };
}

/** By slug, in the order of the first list, what has none there left out. */
function interleave(lists: readonly (readonly Address[])[]): Address[] {
  const [first = [], ...others] = lists;
  const bySlug = others.map((list) => new Map(list.map((address) => [address.parts['slug'], address])));
  return first.flatMap((address) => [
    address,
    ...bySlug.flatMap((addresses) => addresses.get(address.parts['slug']) ?? []),
  ]);
}
