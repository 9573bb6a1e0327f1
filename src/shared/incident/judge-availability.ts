/** The verdicts on one availability agreement about one incident: one for each window that the incident touched. */
import { type BoundedImpact, boundImpacts } from './impact-bounds.ts';
import { type EpochSeconds, type Span, secondsOf } from './instant.ts';
import { type MeasureOptions, measureRolling, measureWindow, usedBy } from './measure-availability.ts';
import { calendarWindows, intersect, rollingSeconds, timeInForce } from './measuring-window.ts';
import type { RecordIndex } from './record-index.ts';
import type { PublicService } from './service-schema.ts';
import type { AvailabilityAgreement, AvailabilityFigures, AvailabilityVerdict, IncidentRecord } from './verdict.ts';

export interface JudgeOptions {
  service: Pick<PublicService, 'id' | 'since' | 'maintenance'>;
  /** Every public postmortem of the service, this one among them. */
  records: RecordIndex;
  /** The begin of the build's day. */
  today: EpochSeconds;
}

/** Empty where the incident touched no window in which the agreement was in force. */
export function judgeAvailability(
  record: IncidentRecord,
  agreement: AvailabilityAgreement,
  { service, records, today }: JudgeOptions,
): AvailabilityVerdict[] {
  const own = boundImpacts([record], service.id, { counts: agreement.counts, today });
  const inForce = timeInForce(agreement, service, agreement.timezone);
  const base = { service: service.id, agreement };
  const touched = touchedTime(own);
  if (!touched) {
    const started = record.times.started;
    const applies = started.certainty === 'unknown' || isWithin(secondsOf(started.at), inForce);
    const missing = [{ fact: 'windows' as const, slug: record.slug }];
    return applies ? [{ ...base, outcome: 'unknown', certainty: 'exact', missing }] : [];
  }
  const options = (span: Span): MeasureOptions => ({
    agreement,
    impacts: boundImpacts(records.near(service.id, span), service.id, { counts: agreement.counts, today }),
    maintenance: service.maintenance,
    inForce,
    today,
  });
  const verdict = (figures: AvailabilityFigures, measuring: MeasureOptions): AvailabilityVerdict => {
    const { outcome, certainty, missing, window } = figures;
    const used = usedBy(own, { from: secondsOf(window.from), to: secondsOf(window.to) }, measuring);
    return { ...base, outcome, certainty, missing, figures: { ...figures, own: used } };
  };
  if (agreement.window === 'rolling-30-days') {
    if (!own.some((impact) => touches(impact, inForce))) return [];
    const ends = { from: touched.from, to: endOf(own, touched, today) };
    const measuring = options({ from: ends.from - rollingSeconds, to: ends.to });
    const figures = measureRolling(ends, measuring);
    return figures ? [verdict(figures, measuring)] : [];
  }
  return calendarWindows(agreement, touched).flatMap((window) => {
    const inside = intersect(window, inForce);
    if (!inside || !own.some((impact) => touches(impact, inside))) return [];
    const measuring = options(window);
    const figures = measureWindow(window, measuring);
    return figures ? [verdict(figures, measuring)] : [];
  });
}

/** From the first to behind the last moment known to lie within the impact; `undefined` when none is. */
function touchedTime(own: readonly BoundedImpact[]): Span | undefined {
  const moments = own.flatMap(({ known, least }) => [...known, ...(least.to > least.from ? [least.to - 1] : [])]);
  return moments.length === 0 ? undefined : { from: Math.min(...moments), to: Math.max(...moments) + 1 };
}

function touches({ known, least }: BoundedImpact, window: Span): boolean {
  return known.some((moment) => isWithin(moment, window)) || intersect(least, window) !== undefined;
}

/** The last moment at which a rolling window of this incident may end: its impact's end, or today while it lasts. */
function endOf(own: readonly BoundedImpact[], touched: Span, today: EpochSeconds): EpochSeconds {
  return own.some(({ most }) => most.to === Number.POSITIVE_INFINITY) ? Math.max(touched.to, today) : touched.to;
}

function isWithin(moment: EpochSeconds, { from, to }: Span): boolean {
  return moment >= from && moment < to;
}

/** `YYYY-MM-DD` as the begin of that day in UTC. */
export function beginOfToday(today: string): EpochSeconds {
  return secondsOf(`${today}T00:00:00Z`);
}
