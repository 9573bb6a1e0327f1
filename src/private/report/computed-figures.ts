/** What follows from the recorded facts of a postmortem: durations and verdicts on agreements, in words of the site's language. */
import { durationInWords } from '../../shared/i18n/figures.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { verdictInWords } from '../../shared/i18n/verdict-in-words.ts';
import { durationsOf } from '../../shared/incident/durations.ts';
import { findVerdicts } from '../../shared/incident/find-verdicts.ts';
import type { CalendarDate } from '../../shared/incident/instant.ts';
import type { PublicPostmortem } from '../../shared/incident/public-postmortem.ts';
import { indexRecords } from '../../shared/incident/record-index.ts';
import type { SiteSnapshot } from '../publish/site-snapshot.ts';

/** Markdown by the name of each figure, in a fixed order. `today`: the day in UTC on which windows are judged. */
export function figuresOf(
  postmortem: PublicPostmortem,
  snapshot: SiteSnapshot,
  today: CalendarDate,
): Map<string, string> {
  const { settings, services, postmortems } = snapshot;
  const locale = useLocale(settings.language);
  const { detect, acknowledge, mitigate, resolve } = durationsOf(postmortem.times);
  const durations = Object.entries({
    Detected: detect,
    Acknowledged: acknowledge,
    Mitigated: mitigate,
    Resolved: resolve,
  }).flatMap(([name, duration]) => (duration ? [[`${name} after`, durationInWords(duration, locale)] as const] : []));
  const titleOfSlug = (slug: string) => postmortems.find((other) => other.slug === slug)?.title ?? slug;
  const verdicts = findVerdicts(postmortem, { services, records: indexRecords(postmortems), today }).map((verdict) => {
    const words = verdictInWords(verdict, { site: settings, locale, titleOf: titleOfSlug });
    const service = services.find(({ id }) => id === verdict.service)?.name ?? verdict.service;
    const outcome = locale.words.verdict.outcome[verdict.outcome];
    return [`${service}: ${words.name}`, `**${outcome}**, ${words.measured} (${words.target}); ${words.used}`] as const;
  });
  return new Map([...durations, ...verdicts]);
}
