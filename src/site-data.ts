/** What pages may ask for. Reads the projection only; whatever a page asked for decides when it is rendered again. */
import { type AgreementHistory, availabilityHistory } from './incident/availability-history.ts';
import { findVerdicts } from './incident/find-verdicts.ts';
import type { CalendarDate } from './incident/instant.ts';
import { orderPromiseEvents } from './incident/promise-events.ts';
import { currentPromises, type JudgedPromise, judgePromises, type PromisedActions } from './incident/promises.ts';
import type { InternalDetails, ProjectedPostmortem } from './incident/public-postmortem.ts';
import { indexRecords, type RecordIndex } from './incident/record-index.ts';
import type { PublicService } from './incident/service-schema.ts';
import { type ServiceStanding, standingOf } from './incident/service-standing.ts';
import type { PublicSite } from './incident/site-schema.ts';
import { type CountedRecord, sumCounts } from './incident/sum-counts.ts';
import type { Verdict } from './incident/verdict.ts';
import { ask, askFor, isProjected, once, readProjected } from './site-answers.ts';
import type { PublicTheme } from './theme/public-theme.ts';

/** One row of a list: what lists, filters and neighbours need of a postmortem. */
export type PostmortemSummary = Pick<
  ProjectedPostmortem,
  'id' | 'slug' | 'title' | 'summary' | 'state' | 'publishedAt' | 'severity' | 'tags' | 'times' | 'detection'
> & {
  services: string[];
  redirectFrom: string[];
  /** The newest revision, else `publishedAt`. */
  updatedAt: string;
  /** When it was revised, in order of time. */
  revisedAt: string[];
  /** Only in the internal edition. */
  internal?: Pick<InternalDetails, 'state' | 'embargoed'>;
};

/** A page of the owner's, `content/pages/<id>.mdx`. */
export interface ContentPage {
  id: string;
  /** In which it is there, that of the originals first. */
  languages: string[];
  title: string;
  description?: string;
  html: string;
  headings: { depth: number; slug: string; text: string }[];
}

/** What one entry of a feed is about: a postmortem, or one of its revisions by its index. */
export interface FeedRow {
  slug: string;
  at: string;
  revision?: number;
}

/** By slug, when each postmortem was translated into which language; without those that never were. */
export type Translations = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The site's public settings. */
export const getSite = askFor<PublicSite>('site', 'site.json');

/** The owner's look, and the places that are filled. */
export const getTheme = askFor<PublicTheme>('theme', 'theme.json');

/** All postmortems, the most recently started first; an unknown start sorts by publication. */
export const listPostmortems = askFor<PostmortemSummary[]>('postmortems', 'postmortems.json');

/** One postmortem whole; `undefined` when there is none of that slug. */
export const getPostmortem = askFor<ProjectedPostmortem | undefined>('postmortem', (slug) =>
  isKnownSlug(slug) ? `postmortems/${slug}.json` : undefined,
);

/** The row of one postmortem by its id; `undefined` when it is not public. */
export const findPostmortemById = ask('postmortem-by-id', (id) => places().byId.get(id)?.row);

/** The row of the postmortem that had `slug` earlier; `undefined` when none had. */
export const findSuccessor = ask('successor', (slug) => summaries().find((row) => row.redirectFrom.includes(slug)));

/** Earlier slugs that no postmortem has now, and the present ones, in the order of the list of all. */
export const listMoves = ask('moves', () => {
  const taken = new Set(summaries().map(({ slug }) => slug));
  const moves = new Map<string, { from: string; to: string }>();
  for (const { slug: to, redirectFrom } of summaries())
    for (const from of redirectFrom) if (!taken.has(from) && !moves.has(from)) moves.set(from, { from, to });
  return [...moves.values()];
});

/** When a postmortem was translated, by language. */
export const getTranslations = ask('translations', (slug): Translations[string] => {
  const all = readTranslations();
  return (Object.hasOwn(all, slug) ? all[slug] : undefined) ?? {};
});

/** The newest `limit` postmortems. */
export const listLatest = ask('latest', (limit) => summaries().slice(0, Number(limit)));

export const listPostmortemsOfYear = ask('year', (year) => summaries().filter((row) => yearOf(row) === year));
/** The newest ten of a year. */
export const listLatestOfYear = ask('latest-of-year', (year) =>
  summaries()
    .filter((row) => yearOf(row) === year)
    .slice(0, 10),
);
export const listPostmortemsWithTag = ask('tag', (tag) => summaries().filter((row) => row.tags.includes(tag)));
export const listPostmortemsOfService = ask('service-postmortems', (id) =>
  summaries().filter((row) => row.services.includes(id)),
);
export const listPostmortemsOfSeverity = ask('severity-postmortems', (id) =>
  summaries().filter((row) => row.severity === id),
);

/**
 * What the feed at `path` has entries for, newest first: `''`, `updates/`, `services/<id>/`,
 * `services/<id>/<severity>/` or `severity/<id>/`.
 */
export const listFeedRows = ask('feed', (path): FeedRow[] => {
  const [kind, id = '', only = ''] = path.split('/');
  const rows = summaries()
    .filter(({ services, severity }) =>
      kind === 'services'
        ? services.includes(id) && (only === '' || severity === only)
        : kind !== 'severity' || severity === id,
    )
    .flatMap(({ slug, publishedAt, revisedAt }): FeedRow[] => [
      { slug, at: publishedAt },
      ...(kind === 'updates' ? revisedAt.map((at, revision) => ({ slug, at, revision })) : []),
    ]);
  return rows.sort((a, b) => compare(b.at, a.at) || compare(b.slug, a.slug) || (b.revision ?? -1) - (a.revision ?? -1));
});

/** What happened to promises, the newest first. */
export const listPromiseEvents = ask('promise-events', () =>
  orderPromiseEvents(readProjected<PromisedActions[]>('actions.json')),
);

/** Years with postmortems, newest first, with how many. */
export const listYears = ask('years', () => countBy(summaries().map(yearOf)).sort((a, b) => compare(b.name, a.name)));

/** Tags in use, in alphabetical order, with how many postmortems. */
export const listTags = ask('tags', () => countBy(summaries().flatMap((row) => row.tags)));

/** How many postmortems there are. */
export const countPostmortems = ask('count', () => summaries().length);

/** Services in order of their name. */
export const listServices = askFor<PublicService[]>('services', 'services.json');

export const getService = ask('service', (id) => services().find((service) => service.id === id));

/** The day of the build in UTC, `2026-03-14`. A page that asks for it is rendered anew each day. */
export const getToday = askFor<CalendarDate>('today', 'today.json');

/** The title of one postmortem; `undefined` when there is none of that slug. */
export const getPostmortemTitle = ask('title', (slug) => places().bySlug.get(slug)?.row.title);

/** What follows from the record for each agreement about the services that a postmortem affected. */
export const getVerdicts = ask('verdicts', (slug): Verdict[] => {
  const { bySlug, index } = indexedRecords();
  const record = bySlug.get(slug);
  return record ? findVerdicts(record, { services: services(), records: index, today: today() }) : [];
});

/** The last 24 months of a service by each of its availability agreements; empty when it has none. */
export const getAvailability = ask('availability', (id): AgreementHistory[] => {
  const service = services().find((candidate) => candidate.id === id);
  return service ? availabilityHistory(service, indexedRecords().index, today()) : [];
});

/** How a service stands on the day of the build; `undefined` when there is no such service. */
export const getStanding = ask('standing', (id): ServiceStanding | undefined => {
  const service = services().find((candidate) => candidate.id === id);
  const gravest = site().severities[0]?.id ?? '';
  return service && standingOf(service, { records: records(), index: indexedRecords().index, gravest, today: today() });
});

/** Action items that are not done, and the last twenty that are done or dropped, by the day they were due. */
export const listCurrentPromises = ask('promises', () => currentPromises(promises()));

/** Action items that are not done, by the day they are due; the day of the build has no part in it. */
export const listOpenActions = ask('open-actions', () =>
  readProjected<PromisedActions[]>('actions.json')
    .flatMap(({ actions, ...postmortem }) => actions.map((action) => ({ ...postmortem, action })))
    .filter(({ action }) => action.state === 'open')
    .sort((a, b) => compare(a.action.due, b.action.due)),
);

/** How many promises are in each state. */
export const countPromises = ask('promise-counts', () => countBy(promises().map(({ state }) => state)));

/** Action items by the year in which they are due, with what became of each by today. */
export const listPromisesOfYear = ask('promises-of-year', (year) =>
  promises().filter(({ action }) => action.due.startsWith(`${year}-`)),
);
export const listPromisesOfService = ask('promises-of-service', (id) =>
  promises().filter((promise) => promise.services.includes(id)),
);

/** Years in which promises are due, newest first, with how many. */
export const listPromiseYears = ask('promise-years', () =>
  countBy(promises().map(({ action }) => action.due.slice(0, 4))).reverse(),
);

/** What all records add up to; a sum says where a part of it is not known. */
export const sumImpact = ask('impact', () => ({
  users: sumCounts(records().map(({ impact }) => impact.users)),
  accounts: sumCounts(records().map(({ impact }) => impact.accounts)),
  supportRequests: sumCounts(records().map(({ impact }) => impact.supportRequests)),
}));

/** The owner's pages. */
export const listContentPages = ask('pages', (): Pick<ContentPage, 'id' | 'title' | 'languages'>[] =>
  contentPages().map(({ id, title, languages }) => ({ id, title, languages })),
);

export const getContentPage = ask('page', (id) => contentPages().find((page) => page.id === id));

/** Slug and title of the later (`newer`) and earlier (`older`) neighbour of a postmortem in the list of all. */
export const getNeighbours = ask('neighbours', (slug) => {
  const all = summaries();
  const index = places().bySlug.get(slug)?.index;
  return index === undefined
    ? { newer: undefined, older: undefined }
    : { newer: nameOf(all[index - 1]), older: nameOf(all[index + 1]) };
});

/** Rows on one page of a list. */
export const rowsOnPage = 100;

/** Pages of a list with so many rows; an empty one has a page too. */
export function countPages(rows: number): number {
  return Math.max(1, Math.ceil(rows / rowsOnPage));
}

/** The year a postmortem is archived under: that of its start, else of its publication. */
export function yearOf(row: Pick<PostmortemSummary, 'times' | 'publishedAt'>): string {
  const { started } = row.times;
  return (started.certainty === 'unknown' ? row.publishedAt : started.at).slice(0, 4);
}

function summaries(): PostmortemSummary[] {
  return once('postmortems', () => readProjected('postmortems.json'));
}

/** Rows and their places in the list of all. */
function places() {
  return once('places', () => {
    const entries = summaries().map((row, index) => ({ row, index }));
    return {
      bySlug: new Map(entries.map((entry) => [entry.row.slug, entry])),
      // Ids are unique; were one not, the first would count.
      byId: new Map([...entries].reverse().map((entry) => [entry.row.id, entry])),
    };
  });
}

function nameOf(row: PostmortemSummary | undefined): Pick<PostmortemSummary, 'slug' | 'title'> | undefined {
  return row && { slug: row.slug, title: row.title };
}

function site(): PublicSite {
  return once('site', () => readProjected('site.json'));
}

function services(): PublicService[] {
  return once('services', () => readProjected('services.json'));
}

function today(): CalendarDate {
  return once('today', () => readProjected('today.json'));
}

function records(): CountedRecord[] {
  return once('records', () => readProjected('records.json'));
}

function promises(): JudgedPromise[] {
  return once('all-promises', () => judgePromises(readProjected<PromisedActions[]>('actions.json'), today()));
}

function indexedRecords(): { bySlug: Map<string, CountedRecord>; index: RecordIndex } {
  return once('indexed-records', () => ({
    bySlug: new Map(records().map((row) => [row.slug, row])),
    index: indexRecords(records()),
  }));
}

function readTranslations(): Translations {
  return once('all-translations', () => readProjected('translations.json'));
}

function contentPages(): ContentPage[] {
  return once('all-pages', () => readProjected('pages.json'));
}

function isKnownSlug(slug: string): boolean {
  return /^[a-z0-9-]+$/.test(slug) && isProjected(`postmortems/${slug}.json`);
}

function countBy(names: string[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => compare(a.name, b.name));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
