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
