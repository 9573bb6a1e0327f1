/** A spread made small enough for a page: over many incidents a dot stands for several of them. */
import type { Spread } from './distribution.ts';

export interface DrawnSpread {
  /** Incidents with a known duration. */
  count: number;
  /** Incidents whose duration is unknown, or that are not over. */
  leftOut: number;
  /** Estimates among the known. */
  rough: number;
  /** Absent without values. */
  shortest?: number;
  longest?: number;
  quartiles?: { lower: number; median: number; upper: number };
  /** Shortest first. */
  dots: { minutes: number; isAbout: boolean }[];
  /** For about how many incidents a dot stands. */
  perDot: number;
  /** Every value, where there are at most `mostValues`. */
  values?: Spread['values'];
}

/** Most dots of a drawing: of more incidents not every one is drawn. */
const mostDots = 200;
/** Most values listed beside a drawing. */
export const mostValues = 100;

/**
 * Where there are more values than `mostDots`, neighbours share a dot at the middle one of them: a quantile dot plot (Kay
 * et al., CHI 2016). Such a dot is no estimate and no measurement.
 */
export function drawSpread({ values, leftOut, quartiles }: Spread): DrawnSpread {
  const [first, last] = [values[0], values.at(-1)];
  const perDot = perDotOf(values.length);
  return {
    count: values.length,
    leftOut,
    rough: values.filter(({ isAbout }) => isAbout).length,
    ...(first && last ? { shortest: first.minutes, longest: last.minutes } : {}),
    ...(quartiles ? { quartiles } : {}),
    dots: perDot === 1 ? values.map(({ minutes, isAbout }) => ({ minutes, isAbout })) : gather(values, perDot),
    perDot,
    ...(values.length > mostValues ? {} : { values }),
  };
}

/** 1, 2, 5, 10, 20, 50 and so on. */
function perDotOf(count: number): number {
  for (let power = 1; ; power *= 10)
    for (const factor of [1, 2, 5]) if (count <= mostDots * factor * power) return factor * power;
}

/** Groups of equal size, as nearly as may be. */
function gather(values: Spread['values'], perDot: number): DrawnSpread['dots'] {
  const groups = Math.ceil(values.length / perDot);
  const begin = (group: number) => Math.floor((group * values.length) / groups);
  return Array.from({ length: groups }, (_, group) => {
    const middle = Math.floor((begin(group) + begin(group + 1) - 1) / 2);
    return { minutes: values[middle]?.minutes ?? 0, isAbout: false };
  });
}
