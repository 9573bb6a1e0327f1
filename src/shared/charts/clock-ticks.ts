/** Moments for an axis of time: full hours and days by the clock of a zone. */
import { scaleUtc } from 'd3-scale';
import { type Instant, offsetAt } from '../incident/instant.ts';

/** About `count` of them within the two ends, by the clock as it goes at the first. `timezone` is an IANA zone. */
export function clockTicks(
  first: Instant,
  last: Instant,
  { count, timezone }: { count: number; timezone: string },
): Date[] {
  const ahead = offsetAt(first, timezone) * 1000;
  const ends = [first, last].map((at) => Date.parse(at) + ahead);
  return scaleUtc(ends, [0, 1])
    .ticks(count)
    .map((clock) => new Date(clock.getTime() - ahead));
}
