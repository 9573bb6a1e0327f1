/** The spread of a duration over many incidents: every value, its median and its quartiles, never a mean. */
import type { Duration } from './durations.ts';

export interface DurationOf {
  slug: string;
  title: string;
  duration: Duration | undefined;
}

export interface Spread {
  /** The known ones, shortest first. */
  values: { slug: string; title: string; minutes: number; isAbout: boolean }[];
  /** Incidents whose duration is unknown, or that are not over. */
  leftOut: number;
  /** Absent without values. */
  quartiles?: { lower: number; median: number; upper: number };
}

/** Quartiles are by linear interpolation between the nearest values (Hyndman and Fan's type 7), rounded down to minutes. */
export function spreadOf(durations: readonly DurationOf[]): Spread {
  const values = durations
    .flatMap(({ slug, title, duration }) =>
      duration && duration.certainty !== 'unknown'
        ? [{ slug, title, minutes: duration.minutes, isAbout: duration.certainty === 'about' }]
        : [],
    )
    .sort((a, b) => a.minutes - b.minutes);
  const leftOut = durations.length - values.length;
  if (values.length === 0) return { values, leftOut };
  const minutes = values.map((value) => value.minutes);
  const at = (fraction: number) => Math.floor(quantile(minutes, fraction));
  return { values, leftOut, quartiles: { lower: at(0.25), median: at(0.5), upper: at(0.75) } };
}

/** `sorted` must not be empty. */
export function quantile(sorted: readonly number[], fraction: number): number {
  const position = (sorted.length - 1) * fraction;
  const below = Math.floor(position);
  const [low, high] = [sorted[below] ?? 0, sorted[below + 1] ?? sorted[below] ?? 0];
  return low + (high - low) * (position - below);
}
