/** What pages may ask for. Reads the projection only; whatever a page asked for decides when it is rendered again. */

import { movedYearsOf, movesOf } from '../../shared/addresses/count-contents.ts';
import { documentName, updatesFeed } from '../../shared/addresses/feed-documents.ts';
import { findAddress } from '../../shared/addresses/find-address.ts';
import { countBy } from '../../shared/incident/count-by.ts';
import type { CalendarDate } from '../../shared/incident/instant.ts';
import type { ProjectedPostmortem } from '../../shared/incident/public-postmortem.ts';
import { momentOf } from '../../shared/incident/recorded-time.ts';
import type { PublicService } from '../../shared/incident/service-schema.ts';
import type { PublicSite } from '../../shared/incident/site-schema.ts';
import { yearOf } from '../../shared/incident/year-of.ts';
import type { ContentPage, PostmortemSummary, Translations } from '../../shared/projection.ts';
import type { PublicTheme } from '../../shared/theme/public-theme.ts';
import { defineQuery, isProjected, once, queryFile } from './answers.ts';
import { projected } from './projection.ts';

/** What one entry of a feed is about: a postmortem, or one of its revisions by its index. */
export interface FeedRow {
  slug: string;
  at: string;
  revision?: number;
}

/** The site's public settings. */
export const getSite = queryFile<PublicSite>('site', 'site.json');

/** The owner's look, and the places that are filled. */
export const getTheme = queryFile<PublicTheme>('theme', 'theme.json');

/** All postmortems, the most recently started first; an unknown start sorts by publication. */
export const listPostmortems = queryFile<PostmortemSummary[]>('postmortems', 'postmortems.json');

/** One postmortem whole; `undefined` when there is none of that slug. */
export const getPostmortem = queryFile<ProjectedPostmortem | undefined>('postmortem', (slug) =>
  isKnownSlug(slug) ? `postmortems/${slug}.json` : undefined,
);

/** The row of one postmortem by its id; `undefined` when it is not public. */
export const findPostmortemById = defineQuery('postmortem-by-id', (id) => indexed().byId.get(id)?.row);

/** The row of the postmortem that had `slug` earlier; `undefined` when none had. */
export const findSuccessor = defineQuery('successor', (slug) =>
  projected.summaries().find((row) => row.redirectFrom.includes(slug)),
);

/** Earlier slugs that no postmortem has now, and the present ones, in the order of the list of all. */
export const listMoves = defineQuery('moves', () => movesOf(projected.summaries()));

/** When a postmortem was translated, by language. */
export const getTranslations = defineQuery('translations', (slug): Translations[string] => {
  const all = projected.translations();
  return (Object.hasOwn(all, slug) ? all[slug] : undefined) ?? {};
});

/** The newest `limit` postmortems. */
export const listLatest = defineQuery('latest', (limit) => projected.summaries().slice(0, Number(limit)));

export const listPostmortemsOfYear = defineQuery('year', (year) =>
  projected.summaries().filter((row) => yearOf(row, projected.site().timezone) === year),
);
/** The newest ten of a year. */
export const listLatestOfYear = defineQuery('latest-of-year', (year) =>
  projected
    .summaries()
    .filter((row) => yearOf(row, projected.site().timezone) === year)
    .slice(0, 10),
);
export const listPostmortemsWithTag = defineQuery('tag', (tag) =>
  projected.summaries().filter((row) => row.tags.includes(tag)),
);
export const listPostmortemsOfService = defineQuery('service-postmortems', (id) =>
  projected.summaries().filter((row) => row.services.includes(id)),
);
export const listPostmortemsOfSeverity = defineQuery('severity-postmortems', (id) =>
  projected.summaries().filter((row) => row.severity === id),
);

/** What the feed at `path` (a `FeedPlace`) has entries for, newest first. */
export const listFeedRows = defineQuery('feed', (path): FeedRow[] => {
  const { kind, parts } = findAddress(`/${path}${documentName('atom')}`) ?? {};
  const rows = projected
    .summaries()
    .filter(
      ({ services, severity, tags }) =>
        (parts?.service === undefined || services.includes(parts.service)) &&
        (parts?.severity === undefined || severity === parts.severity) &&
        (parts?.tag === undefined || tags.includes(parts.tag)),
    )
    .flatMap(({ slug, publishedAt, revisedAt }): FeedRow[] => [
      { slug, at: publishedAt },
      ...(kind === updatesFeed.kind ? revisedAt.map((at, revision) => ({ slug, at, revision })) : []),
    ]);
  return rows.sort((a, b) => compare(b.at, a.at) || compare(b.slug, a.slug) || (b.revision ?? -1) - (a.revision ?? -1));
});

/** The year whose archive has now what that of `year` had by the clock of UTC; `undefined` where it has any itself. */
export const findMovedYear = defineQuery(
  'moved-year',
  (year) => movedYearsOf(projected.summaries(), projected.site().timezone).find(({ from }) => from === year)?.to,
);

/** Years with postmortems, newest first, with how many. */
export const listYears = defineQuery('years', () =>
  countBy(projected.summaries().map((row) => yearOf(row, projected.site().timezone))).sort((a, b) =>
    compare(b.name, a.name),
  ),
);

/** Tags in use, in alphabetical order, with how many postmortems. */
export const listTags = defineQuery('tags', () => countBy(projected.summaries().flatMap((row) => row.tags)));

/** How many postmortems there are. */
export const countPostmortems = defineQuery('count', () => projected.summaries().length);

/** What is not resolved yet, the most recently started first. */
export const listOpen = defineQuery('open', () =>
  projected
    .summaries()
    .filter(({ times }) => !times.resolved)
    .map(({ slug, title, times }) => ({ slug, title, times })),
);

/** When the last incident was resolved that is known to be; `undefined` where none is. */
export const lastResolvedAt = defineQuery('last-resolved', () =>
  projected
    .summaries()
    .flatMap(({ times }) => momentOf(times.resolved) ?? [])
    .sort(compare)
    .at(-1),
);

/** Services in order of their name. */
export const listServices = queryFile<PublicService[]>('services', 'services.json');

export const getService = defineQuery('service', (id) => projected.services().find((service) => service.id === id));

/** The day of the build in UTC, `2026-03-14`. A page that asks for it is rendered anew each day. */
export const getToday = queryFile<CalendarDate>('today', 'today.json');

/** Whether a day was over on the day of the build: a page that asks for it is rendered anew once. */
export const isDayOver = defineQuery('day-over', (day): boolean => day < projected.today());

/** The title of one postmortem; `undefined` when there is none of that slug. */
export const getPostmortemTitle = defineQuery('title', (slug) => indexed().bySlug.get(slug)?.row.title);

/** The owner's pages. */
export const listContentPages = defineQuery('pages', (): Pick<ContentPage, 'id' | 'title' | 'languages'>[] =>
  projected.pages().map(({ id, title, languages }) => ({ id, title, languages })),
);

export const getContentPage = defineQuery('page', (id) => projected.pages().find((page) => page.id === id));

/** Slug and title of the later (`newer`) and earlier (`older`) neighbour of a postmortem in the list of all. */
export const getNeighbours = defineQuery('neighbours', (slug) => {
  const all = projected.summaries();
  const index = indexed().bySlug.get(slug)?.index;
  return index === undefined
    ? { newer: undefined, older: undefined }
    : { newer: nameOf(all[index - 1]), older: nameOf(all[index + 1]) };
});

/** Rows and their places in the list of all. */
function indexed() {
  return once('places', () => {
    const entries = projected.summaries().map((row, index) => ({ row, index }));
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

function isKnownSlug(slug: string): boolean {
  return /^[a-z0-9-]+$/.test(slug) && isProjected(`postmortems/${slug}.json`);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
