/** The last 24 months of a service by the gravest impact in each: what an overview shows of its history. */
import { monthsShown } from './availability-history.ts';
import { addToDay, type CalendarDate, secondsOf, startOfDay } from './instant.ts';
import { beginOfToday } from './judge-availability.ts';
import { firstDay } from './measuring-window.ts';
import { impactLevels } from './postmortem-schema.ts';
import type { RecordIndex } from './record-index.ts';
import { momentOf } from './recorded-time.ts';
import type { PublicService } from './service-schema.ts';
import type { IncidentRecord } from './verdict.ts';

export interface ServiceMonth {
  /** First day of the month. */
  begins: CalendarDate;
  /** The gravest impact within it. */
  level: (typeof impactLevels)[number] | 'none' | 'not-begun';
}

/** Oldest first; the last is the month of `today`. Months begin by the clock of `timezone`. */
export function serviceMonths(
  { id, since }: PublicService,
  records: RecordIndex,
  { today, timezone }: { today: CalendarDate; timezone: string },
): ServiceMonth[] {
  const now = beginOfToday(today);
  const last = firstDay(today, 1);
  return Array.from({ length: monthsShown }, (_, index): ServiceMonth => {
    const begins = addToDay(last, { months: index - monthsShown + 1 });
    const end = addToDay(begins, { months: 1 });
    const month = { from: startOfDay(begins, timezone), to: startOfDay(end, timezone) };
    const windows = records
      .near(id, month)
      .flatMap((record) =>
        record.impact.services
          .filter(({ service }) => service === id)
          .flatMap((entry) =>
            entry.windows.map((window) => ({ level: window.level, ...extentOf(window, record, now) })),
          ),
      );
    const within = windows.filter(({ from, to }) => from < month.to && to >= month.from);
    const gravest = impactLevels.find((level) => within.some((window) => window.level === level));
    return { begins, level: gravest ?? (since !== undefined && since >= end ? 'not-begun' : 'none') };
  });
}

/** Where an end is not known, the impact counts for the month of the other one. What lasts has lasted until now. */
function extentOf(
  window: IncidentRecord['impact']['services'][number]['windows'][number],
  { times }: IncidentRecord,
  now: number,
): { from: number; to: number } {
  const from = momentOf(window.from) ?? momentOf(times.started) ?? momentOf(times.firstLogged);
  const to = momentOf(window.to ?? times.resolved);
  const isOngoing = window.to === undefined && times.resolved === undefined;
  const begin = from === undefined ? undefined : secondsOf(from);
  const end = to === undefined ? (isOngoing ? Math.max(now, begin ?? now) : begin) : secondsOf(to);
  return { from: begin ?? end ?? Number.POSITIVE_INFINITY, to: end ?? Number.NEGATIVE_INFINITY };
}
