/** How long the phases of an incident took, derived from its recorded times. */
import { minutesBetween } from './instant.ts';
import type { PublicPostmortem } from './public-postmortem.ts';
import type { RecordedTime } from './recorded-time.ts';

/** Whole minutes, rounded down. `about` when either end is; unknown, never zero, when either end is. */
export type Duration = { certainty: 'exact' | 'about'; minutes: number } | { certainty: 'unknown' };

/** A phase is absent while its end is: not acknowledged, not mitigated, not resolved yet. */
export interface Durations {
  /** From started to first logged. */
  detect: Duration;
  /** From first logged to acknowledged. */
  acknowledge?: Duration;
  /** From started to mitigated. */
  mitigate?: Duration;
  /** From started to resolved. */
  resolve?: Duration;
}

export function durationsOf({ started, ...times }: PublicPostmortem['times']): Durations {
  const { firstLogged, acknowledged, mitigated, resolved } = times;
  return {
    detect: durationBetween(started, firstLogged),
    ...(acknowledged && { acknowledge: durationBetween(firstLogged, acknowledged) }),
    ...(mitigated && { mitigate: durationBetween(started, mitigated) }),
    ...(resolved && { resolve: durationBetween(started, resolved) }),
  };
}

/** The schema has already refused a `to` before `from`, so the result is never negative. */
export function durationBetween(from: RecordedTime, to: RecordedTime): Duration {
  if (from.certainty === 'unknown' || to.certainty === 'unknown') return { certainty: 'unknown' };
  const certainty = from.certainty === 'about' || to.certainty === 'about' ? 'about' : 'exact';
  return { certainty, minutes: minutesBetween(from.at, to.at) };
}

/** A stretch of the incident, named by the recorded time that ends it. */
export interface Phase {
  until: 'firstLogged' | 'mitigated' | 'resolved';
  certainty: 'exact' | 'about';
  minutes: number;
}

/**
 * The incident from started to resolved, cut at the recorded times between, in order of time. Empty when its start,
 * first log or resolution is unknown or absent: the stretches would not add up to the whole.
 */
export function phasesOf(times: PublicPostmortem['times']): Phase[] {
  const ends = (['firstLogged', 'mitigated', 'resolved'] as const).flatMap((until) => {
    const time = times[until];
    return time && time.certainty !== 'unknown' ? [{ until, time }] : [];
  });
  const known = new Set(ends.map(({ until }) => until));
  if (times.started.certainty === 'unknown' || !known.has('firstLogged') || !known.has('resolved')) return [];
  ends.sort((a, b) => (a.time.at < b.time.at ? -1 : a.time.at > b.time.at ? 1 : 0));
  return ends.map(({ until, time }, index) => {
    const duration = durationBetween(ends[index - 1]?.time ?? times.started, time);
    if (duration.certainty === 'unknown') throw new Error('A phase between known times has no duration.');
    return { until, ...duration };
  });
}
