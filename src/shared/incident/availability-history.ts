/** How much of a service's error budget each month used, by each availability agreement, over the last two years. */
import { boundImpacts, mayCountIn } from './impact-bounds.ts';
import { addToDay, type CalendarDate, dayAt, type EpochSeconds, type Span, secondsOf, startOfDay } from './instant.ts';
import { beginOfToday } from './judge-availability.ts';
import { type MeasureOptions, measureRolling, measureWindow } from './measure-availability.ts';
import { firstDay, rollingSeconds, timeInForce } from './measuring-window.ts';
import type { RecordIndex } from './record-index.ts';
import type { PublicService } from './service-schema.ts';
import type { AvailabilityAgreement, AvailabilityFigures } from './verdict.ts';

/** Months shown, the one that holds today among them. */
export const monthsShown = 24;

export interface HistoryRow {
  /** First day of the month or quarter. */
  begins: CalendarDate;
  /** Absent where the agreement was not in force, or the service had not begun. */
  figures?: AvailabilityFigures;
  /** Slugs of the postmortems whose impact counts, or may count, in the window measured. */
  behind: string[];
}

export interface AgreementHistory {
  agreement: AvailabilityAgreement;
  /** Oldest first: months, or the quarters that hold them. A rolling agreement has the worst 30 days that end in each. */
  rows: HistoryRow[];
}

/** Agreements in their order; those that were in force in none of the months are left out. */
export function availabilityHistory(
  service: PublicService,
  records: RecordIndex,
  today: CalendarDate,
): AgreementHistory[] {
  return service.agreements.flatMap((agreement) => {
    if (agreement.kind !== 'availability') return [];
    const measure = createMeasure(agreement, service, records, beginOfToday(today));
    const rows = listPeriods(agreement, today).map(({ begins, span }) => ({ begins, ...measure(span) }));
    return rows.some(({ figures }) => figures) ? [{ agreement, rows }] : [];
  });
}

/**
 * This year of the agreement's zone up to the begin of `today`, by the first availability agreement that was in force in it and
 * is still. `undefined` where there is none, and where nothing of the year is over.
 */
export function measureThisYear(
  service: PublicService,
  records: RecordIndex,
  today: CalendarDate,
): { agreement: AvailabilityAgreement; figures: AvailabilityFigures } | undefined {
  for (const agreement of service.agreements) {
    if (agreement.kind !== 'availability') continue;
    const { timezone } = agreement;
    const to = beginOfToday(today);
    const from = startOfDay(`${dayAt(to, timezone).slice(0, 4)}-01-01`, timezone);
    const isInForce = timeInForce(agreement, service, timezone).to > to;
    if (!isInForce || from >= to) continue;
    // A year is one window, also where the agreement's own roll.
    const measure = createMeasure({ ...agreement, window: 'calendar-month' }, service, records, to);
    const { figures } = measure({ from, to });
    if (figures) return { agreement, figures };
  }
  return undefined;
}

function createMeasure(
  agreement: AvailabilityAgreement,
  service: PublicService,
  records: RecordIndex,
  today: EpochSeconds,
): (span: Span) => Omit<HistoryRow, 'begins'> {
  const isRolling = agreement.window === 'rolling-30-days';
  const inForce = timeInForce(agreement, service, agreement.timezone);
  return (span) => {
    const near = records.near(service.id, isRolling ? { ...span, from: span.from - rollingSeconds } : span);
    const impacts = boundImpacts(near, service.id, { counts: agreement.counts, today });
    const options: MeasureOptions = { agreement, impacts, maintenance: service.maintenance, inForce, today };
    const figures = isRolling
      ? measureRolling({ from: span.from, to: Math.min(span.to, today) }, options)
      : measureWindow(span, options);
    if (!figures) return { behind: [] };
    const window = { from: secondsOf(figures.window.from), to: secondsOf(figures.window.to) };
    const counting = impacts.filter((impact) => mayCountIn(impact, window));
    return { figures, behind: [...new Set(counting.map(({ slug }) => slug))] };
  };
}

function listPeriods(
  { window, timezone }: AvailabilityAgreement,
  today: CalendarDate,
): { begins: CalendarDate; span: Span }[] {
  const months = window === 'calendar-quarter' ? 3 : 1;
  const last = firstDay(dayAt(beginOfToday(today), timezone), months);
  const count = monthsShown / months;
  return Array.from({ length: count }, (_, index) => {
    const begins = addToDay(last, { months: (index - count + 1) * months });
    const span = { from: startOfDay(begins, timezone), to: startOfDay(addToDay(begins, { months }), timezone) };
    return { begins, span };
  });
}
