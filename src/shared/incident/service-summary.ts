/** How a service stands in a word or two, for badges and embeds: its availability this year, and its last grave incident. */
import { measureThisYear } from './availability-history.ts';
import { type CalendarDate, dayAt, secondsOf } from './instant.ts';
import { beginOfToday } from './judge-availability.ts';
import type { RecordIndex } from './record-index.ts';
import { momentOf } from './recorded-time.ts';
import type { PublicService } from './service-schema.ts';
import type { AvailabilityAgreement, AvailabilityFigures, IncidentRecord } from './verdict.ts';

export interface ServiceSummary {
  /** The day of the build, in UTC. */
  today: CalendarDate;
  /**
   * Of this year up to the begin of `today`, counted as the first availability agreement in force counts. Absent without
   * such an agreement, and on the first of January.
   */
  availability?: { agreement: AvailabilityAgreement; figures: AvailabilityFigures };
  /** The last published incident of the gravest severity that affected the service. */
  lastGravest: { state: 'none' } | { state: 'lasting'; slug: string } | { state: 'over'; slug: string; days: number };
}

/** `gravest` is the id of a severity. Days are whole, by calendar days of UTC. */
export function serviceSummaryOf(
  service: PublicService,
  {
    records,
    index,
    gravest,
    today,
  }: { records: readonly IncidentRecord[]; index: RecordIndex; gravest: string; today: CalendarDate },
): ServiceSummary {
  const availability = measureThisYear(service, index, today);
  return {
    today,
    ...(availability && { availability }),
    lastGravest: lastOf(
      records.filter(
        ({ severity, impact }) => severity === gravest && impact.services.some((entry) => entry.service === service.id),
      ),
      today,
    ),
  };
}

function lastOf(records: readonly IncidentRecord[], today: CalendarDate): ServiceSummary['lastGravest'] {
  const lasting = records.find(({ times }) => !times.resolved);
  if (lasting) return { state: 'lasting', slug: lasting.slug };
  const ends = records.map((record) => ({ slug: record.slug, day: dayAt(secondsOf(endOf(record)), 'UTC') }));
  const [last] = ends.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  if (!last) return { state: 'none' };
  const days = Math.max(0, (beginOfToday(today) - beginOfToday(last.day)) / 86_400);
  return { state: 'over', slug: last.slug, days };
}

/** When it was resolved; where that is not known, the latest moment of it that is. */
function endOf({ times, publishedAt }: IncidentRecord): string {
  const { resolved, mitigated, acknowledged, firstLogged, started } = times;
  return [resolved, mitigated, acknowledged, firstLogged, started].map(momentOf).find((at) => at) ?? publishedAt;
}
