/** What of a site's content decides which addresses it has. */
import { countBy } from '../incident/count-by.ts';
import { mostValues } from '../incident/draw-spread.ts';
import type { CalendarDate } from '../incident/instant.ts';
import { promiseEvents } from '../incident/promise-events.ts';
import { currentPromises, judgePromises, type PromisedActions } from '../incident/promises.ts';
import { yearOf } from '../incident/year-of.ts';
import type { PostmortemSummary } from '../projection.ts';

/** What is shown now. */
export interface ShownContent {
  postmortems: readonly Pick<
    PostmortemSummary,
    'slug' | 'publishedAt' | 'updatedAt' | 'revisedAt' | 'redirectFrom' | 'times' | 'severity' | 'services' | 'tags'
  >[];
  actions: readonly PromisedActions[];
  /** Ids: of the owner's pages, of the services that are shown, of the severities. */
  pages: readonly string[];
  services: readonly string[];
  severities: readonly string[];
  today: CalendarDate;
  /** In which the years of the archive begin. */
  timezone: string;
}

/** A list with so many rows, by what its address names. */
export type CountedLists = readonly { name: string; count: number }[];

export interface SiteContents {
  postmortems: { slug: string; updatedAt: string }[];
  /** Earlier slugs, each with the present one. */
  moves: { from: string; to: string }[];
  /** Years that have postmortems in UTC and none in the site's zone, each with the year of the newest of them. */
  movedYears: { from: string; to: string }[];
  pages: readonly string[];
  services: CountedLists;
  severities: CountedLists;
  /** Every severity of every service. */
  pairs: readonly { service: string; severity: string; count: number }[];
  /** Years and tags with postmortems; years with numbers of their own are none where every value is among those of all. */
  years: CountedLists;
  yearsWithNumbers: CountedLists;
  tags: CountedLists;
  promises: number;
  currentPromises: number;
  promiseYears: CountedLists;
  promisesOfServices: CountedLists;
  /** Entries of the feeds that have archives. */
  revisions: number;
  promiseEvents: number;
}

/** Years begin with the newest; services and severities stay in their order. */
export function countContents(content: ShownContent): SiteContents {
  const { postmortems, actions, services, severities, today, timezone } = content;
  const years = newestFirst(countBy(postmortems.map((row) => yearOf(row, timezone))));
  const promises = judgePromises(actions, today);
  return {
    postmortems: postmortems.map(({ slug, updatedAt }) => ({ slug, updatedAt })),
    moves: movesOf(postmortems),
    movedYears: movedYearsOf(postmortems, timezone),
    pages: content.pages,
    services: countEach(
      services,
      postmortems.flatMap((row) => row.services),
    ),
    severities: countEach(
      severities,
      postmortems.map((row) => row.severity),
    ),
    pairs: countPairs(content),
    years,
    yearsWithNumbers: postmortems.length > mostValues ? years : [],
    tags: countBy(postmortems.flatMap((row) => row.tags)),
    promises: promises.length,
    currentPromises: currentPromises(promises).length,
    promiseYears: newestFirst(countBy(promises.map(({ action }) => action.due.slice(0, 4)))),
    promisesOfServices: countEach(
      services,
      promises.flatMap((promise) => promise.services),
    ),
    revisions: postmortems.reduce((sum, { revisedAt }) => sum + revisedAt.length, 0),
    promiseEvents: promises.reduce((sum, { action }) => sum + promiseEvents(action).length, 0),
  };
}

/** Earlier slugs that no postmortem has now, in the order of the postmortems. */
export function movesOf(postmortems: ShownContent['postmortems']): SiteContents['moves'] {
  const taken = new Set(postmortems.map(({ slug }) => slug));
  const moves = new Map<string, { from: string; to: string }>();
  for (const { slug: to, redirectFrom } of postmortems)
    for (const from of redirectFrom) if (!taken.has(from) && !moves.has(from)) moves.set(from, { from, to });
  return [...moves.values()];
}

export function movedYearsOf(postmortems: ShownContent['postmortems'], timezone: string): SiteContents['movedYears'] {
  const present = new Set(postmortems.map((row) => yearOf(row, timezone)));
  const moved = new Map<string, string>();
  for (const row of postmortems) {
    const from = yearOf(row, 'UTC');
    if (!present.has(from) && !moved.has(from)) moved.set(from, yearOf(row, timezone));
  }
  return [...moved].map(([from, to]) => ({ from, to }));
}

function countPairs({ postmortems, services, severities }: ShownContent): SiteContents['pairs'] {
  const keyOf = (service: string, severity: string) => `${service} ${severity}`;
  const all = postmortems.flatMap((row) => row.services.map((service) => keyOf(service, row.severity)));
  const counts = new Map(countBy(all).map(({ name, count }) => [name, count]));
  return services.flatMap((service) =>
    severities.map((severity) => ({ service, severity, count: counts.get(keyOf(service, severity)) ?? 0 })),
  );
}

/** How often each of `names` is in a list. */
function countEach(names: readonly string[], all: readonly string[]): CountedLists {
  const counts = new Map(countBy(all).map(({ name, count }) => [name, count]));
  return names.map((name) => ({ name, count: counts.get(name) ?? 0 }));
}

function newestFirst(years: CountedLists): CountedLists {
  return [...years].sort((a, b) => (a.name < b.name ? 1 : a.name > b.name ? -1 : 0));
}
