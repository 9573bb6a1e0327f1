/** What is projected, as it lies there. Questions are answered from it; what is read here is noted by nobody. */
import type { CalendarDate } from '../../shared/incident/instant.ts';
import { type JudgedPromise, judgePromises, type PromisedActions } from '../../shared/incident/promises.ts';
import type { PublicService } from '../../shared/incident/service-schema.ts';
import type { PublicSite } from '../../shared/incident/site-schema.ts';
import type { CountedRecord } from '../../shared/incident/sum-counts.ts';
import type { ContentPage, PostmortemSummary, Translations } from '../../shared/projection.ts';
import { once, readProjected } from './answers.ts';

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
