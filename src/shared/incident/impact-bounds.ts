/**
 * The impact of incidents on a service as weighted time, with what is not known about it left open: what lasted at least,
 * and what lasted at most. A verdict that is the same for both needs no missing fact.
 */
import { type EpochSeconds, type Span, secondsOf } from './instant.ts';
import { momentOf } from './recorded-time.ts';
import type { AvailabilityAgreement, IncidentRecord, MissingFact } from './verdict.ts';
import { fullWeight, mergeSpans, type WeightedSpan, weightOf } from './weighted-time.ts';

type ImpactWindow = IncidentRecord['impact']['services'][number]['windows'][number];

/** How far an end that nothing in the record bounds is sought from the other one: no month beyond is left open by it. */
const longestGuess = 30 * 86_400;

/** One impact window. The end of `most` is infinite while the impact lasts. */
export interface BoundedImpact {
  slug: string;
  least: WeightedSpan;
  most: WeightedSpan;
  isAbout: boolean;
  missing: MissingFact[];
  /** Ends that are known, as moments within the impact. */
  known: EpochSeconds[];
}

/** Impacts as an agreement counts them. `today` is the begin of the build's day: what lasts has lasted until then. */
export function boundImpacts(
  records: readonly IncidentRecord[],
  service: string,
  { counts, today }: { counts: AvailabilityAgreement['counts']; today: EpochSeconds },
): BoundedImpact[] {
  return records.flatMap((record) =>
    record.impact.services
      .filter((entry) => entry.service === service)
      .flatMap(({ windows }) => windows.map((window) => boundWindow(window, record, { counts, today }))),
  );
}

function boundWindow(
  window: ImpactWindow,
  { slug, times }: IncidentRecord,
  { counts, today }: { counts: AvailabilityAgreement['counts']; today: EpochSeconds },
): BoundedImpact {
  const weight = boundWeight(window, counts);
  const seconds = (time: ImpactWindow['to']) => {
    const at = momentOf(time);
    return at === undefined ? undefined : secondsOf(at);
  };
  const isOngoing = window.to === undefined && times.resolved === undefined;
  const from = seconds(window.from);
  const to = seconds(window.to ?? times.resolved);
  const lasted = to ?? (isOngoing && from !== undefined ? Math.max(from, today) : from);
  const begin = from ?? lasted ?? 0;
  const [earliest, latest] = [(to ?? begin) - longestGuess, begin + longestGuess];
  const missing: MissingFact[] = [
    ...(from === undefined ? [{ fact: 'impact-begin' as const, slug }] : []),
    ...(to === undefined ? [{ fact: 'impact-end' as const, slug }] : []),
    ...(weight.least === weight.most ? [] : [{ fact: 'share' as const, slug }]),
  ];
  return {
    slug,
    least: { from: begin, to: lasted ?? begin, weight: weight.least },
    most: {
      from: from ?? seconds(times.started) ?? earliest,
      to: to ?? (isOngoing ? Number.POSITIVE_INFINITY : (seconds(times.resolved) ?? latest)),
      weight: weight.most,
    },
    isAbout: window.from.certainty === 'about' || (window.to ?? times.resolved)?.certainty === 'about',
    missing,
    known: [...(from === undefined ? [] : [from]), ...(to === undefined ? [] : [Math.max(to - 1, from ?? to - 1)])],
  };
}

/** A service that is down is affected whole, and a share that is not recorded may be anything. */
function boundWeight({ level, share }: ImpactWindow, counts: AvailabilityAgreement['counts']) {
  const rule = counts[level];
  if (rule !== 'share') return { least: weightOf(rule), most: weightOf(rule) };
  if (share !== undefined) return { least: weightOf(share), most: weightOf(share) };
  return { least: level === 'down' ? fullWeight : 0, most: fullWeight };
}

export function leastOf(impacts: readonly BoundedImpact[]): WeightedSpan[] {
  return mergeSpans(impacts.map(({ least }) => least));
}

export function mostOf(impacts: readonly BoundedImpact[]): WeightedSpan[] {
  return mergeSpans(impacts.map(({ most }) => most));
}

/** True where the impact counts, or may, within `span`. */
export function mayCountIn({ most }: BoundedImpact, span: Span): boolean {
  return most.weight > 0 && most.from < span.to && most.to > span.from;
}
