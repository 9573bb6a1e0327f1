/** What is projected, as it lies there. Questions are answered from it; what is read here is noted by nobody. */
import type { CalendarDate } from './incident/instant.ts';
import { type JudgedPromise, judgePromises, type PromisedActions } from './incident/promises.ts';
import type { InternalDetails, ProjectedPostmortem } from './incident/public-postmortem.ts';
import type { PublicService } from './incident/service-schema.ts';
import type { PublicSite } from './incident/site-schema.ts';
import type { CountedRecord } from './incident/sum-counts.ts';
import { once, readProjected } from './site-answers.ts';

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

/** By slug, when each postmortem was translated into which language; without those that never were. */
export type Translations = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Each file is read once. */
export const projected = {
  site: () => once<PublicSite>('site', () => readProjected('site.json')),
  /** The day of the build. */
  today: () => once<CalendarDate>('today', () => readProjected('today.json')),
  services: () => once<PublicService[]>('services', () => readProjected('services.json')),
  summaries: () => once<PostmortemSummary[]>('postmortems', () => readProjected('postmortems.json')),
  translations: () => once<Translations>('all-translations', () => readProjected('translations.json')),
  pages: () => once<ContentPage[]>('all-pages', () => readProjected('pages.json')),
  records: () => once<CountedRecord[]>('records', () => readProjected('records.json')),
  actions: () => once<PromisedActions[]>('all-actions', () => readProjected('actions.json')),
  /** Action items by the day they are due, with what became of each by the day of the build. */
  promises: () => once<JudgedPromise[]>('all-promises', () => judgePromises(projected.actions(), projected.today())),
};
