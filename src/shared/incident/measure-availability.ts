/** Downtime of a service within one window, held against what the agreement allows. */
import { type BoundedImpact, leastOf, mayCountIn, mostOf } from './impact-bounds.ts';
import { type EpochSeconds, instantAt, type Span, secondsOf } from './instant.ts';
import { daysOf, intersect, rollingSeconds } from './measuring-window.ts';
import type { Service } from './service-schema.ts';
import type { AvailabilityAgreement, AvailabilityFigures, MissingFact, Outcome } from './verdict.ts';
import { cutOut, forbiddenWeight, lengthOf, type WeightedSpan, weightedSeconds } from './weighted-time.ts';

export interface MeasureOptions {
  agreement: AvailabilityAgreement;
  /** Of every postmortem of the service that may count in the window. */
  impacts: readonly BoundedImpact[];
  maintenance: Service['maintenance'];
  inForce: Span;
  /** The begin of the build's day. */
  today: EpochSeconds;
}

/** Within a calendar window, cut to the time in force. `undefined` where nothing of it is left to measure. */
export function measureWindow(whole: Span, options: MeasureOptions): AvailabilityFigures | undefined {
  const window = intersect(whole, options.inForce);
  if (!window) return undefined;
  const sums = sumUp(window, options, { least: leastOf(options.impacts), most: mostOf(options.impacts) });
  if (sums.measuredSeconds === 0) return undefined;
  const isOpen = window.to > options.today;
  return judge(window, options, {
    ...sums,
    isWhole: window.from === whole.from && window.to === whole.to,
    mayBreach: isOpen || sums.most > sums.allowed,
    missing: isOpen ? [{ fact: 'window-end', until: instantAt(window.to) }] : [],
  });
}

/**
 * Over the worst 30 × 24 hours that end within `ends`, both ends included: those that exceed their budget most, or come
 * nearest to it, the earliest of equals. The excess grows and falls in straight lines between the moments at which an
 * impact or a maintenance begins or ends, now or 30 days before, so only those moments need trying.
 */
export function measureRolling(ends: Span, options: MeasureOptions): AvailabilityFigures | undefined {
  const within = { from: Math.max(ends.from, options.inForce.from), to: Math.min(ends.to, options.inForce.to) };
  const merged = { least: leastOf(options.impacts), most: mostOf(options.impacts) };
  const window = worstWindow(within, options, merged.least);
  const worstCase = worstWindow(within, options, merged.most);
  if (!window || !worstCase) return undefined;
  const sums = sumUp(window, options, merged);
  const most = sumUp(worstCase, options, merged);
  const mayGrow = options.impacts.some((impact) => mayCountIn(impact, within) && impact.most.to === Infinity);
  return judge(window, options, {
    ...sums,
    isWhole: window.to - window.from === rollingSeconds,
    mayBreach: mayGrow || most.most > most.allowed,
    missing: [],
  });
}

function worstWindow(within: Span, options: MeasureOptions, merged: readonly WeightedSpan[]): Span | undefined {
  const borders = [...merged, ...holesOf(options)].flatMap(({ from, to }) => [from, to]);
  const ends = [within.from, within.to, ...borders, ...borders.map((border) => border + rollingSeconds)]
    .filter((end) => Number.isFinite(end) && end >= within.from && end <= within.to)
    .sort((a, b) => a - b);
  let worst: { window: Span; excess: number } | undefined;
  for (const end of new Set(ends)) {
    const window = intersect({ from: end - rollingSeconds, to: end }, options.inForce);
    if (!window) continue;
    const { measuredSeconds, least, allowed } = sumUp(window, options, { least: merged, most: [] });
    if (measuredSeconds > 0 && (!worst || least - allowed > worst.excess)) worst = { window, excess: least - allowed };
  }
  return worst?.window;
}

function holesOf({ agreement, maintenance }: MeasureOptions): Span[] {
  return agreement.excludesMaintenance
    ? maintenance.map(({ from, to }) => ({ from: secondsOf(from), to: secondsOf(to) }))
    : [];
}

interface Sums {
  measuredSeconds: number;
  allowed: number;
  least: number;
  most: number;
}

function sumUp(
  window: Span,
  options: MeasureOptions,
  merged: { least: readonly WeightedSpan[]; most: readonly WeightedSpan[] },
): Sums {
  const parts = cutOut(window, holesOf(options));
  const measuredSeconds = lengthOf(parts);
  return {
    measuredSeconds,
    allowed: measuredSeconds * forbiddenWeight(options.agreement.target),
    least: weightedSeconds(merged.least, parts),
    most: weightedSeconds(merged.most, parts),
  };
}

/** What one postmortem's impacts alone use of a window. */
export function usedBy(impacts: readonly BoundedImpact[], window: Span, options: MeasureOptions): number {
  return weightedSeconds(leastOf(impacts), cutOut(window, holesOf(options)));
}

interface Judged extends Sums {
  isWhole: boolean;
  /** Whether what is not known may exceed the budget. */
  mayBreach: boolean;
  missing: MissingFact[];
}

function judge(window: Span, { agreement, impacts }: MeasureOptions, judged: Judged): AvailabilityFigures {
  const { measuredSeconds, allowed, least, most, mayBreach } = judged;
  const outcome: Outcome = least > allowed ? 'breached' : mayBreach ? 'unknown' : 'met';
  const counting = impacts.filter((impact) => mayCountIn(impact, window));
  const reached = agreement.credits.filter(({ below }) => least > measuredSeconds * forbiddenWeight(below));
  return {
    outcome,
    certainty: counting.some(({ isAbout }) => isAbout) ? 'about' : 'exact',
    missing: outcome === 'unknown' ? [...judged.missing, ...counting.flatMap((impact) => impact.missing)] : [],
    window: { from: instantAt(window.from), to: instantAt(window.to) },
    days: daysOf(window, agreement.timezone),
    isWhole: judged.isWhole,
    measuredSeconds,
    allowed,
    used: least,
    isAtLeast: most > least || judged.missing.length > 0,
    creditPercent: Math.max(0, ...reached.map(({ percent }) => percent)),
  };
}
