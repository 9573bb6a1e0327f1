/** The slow way to every figure: minute by minute, with nothing but `Intl` to tell what the clocks of a zone show. */
import { mostWeight, type PlainImpact, type PlainSpan, startMinute } from './random-incidents.ts';

const blockMinutes = 15;

type Clock = (minute: number) => { month: string; day: string; weekday: string; minuteOfDay: number };

/** Kept between runs: asking `Intl` is what takes time. */
const clocks = new Map<string, Clock>();

/** What the clocks show at the begin of each quarter of an hour; zones change their clocks at none of the minutes between. */
export function clockOf(timezone: string): Clock {
  const shared = clocks.get(timezone);
  if (shared) return shared;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
    hourCycle: 'h23',
  });
  const known = new Map<number, { month: string; day: string; weekday: string; minuteOfDay: number }>();
  const clock: Clock = (minute) => {
    const block = Math.floor(minute / blockMinutes);
    const shown = known.get(block);
    if (shown) return { ...shown, minuteOfDay: shown.minuteOfDay + (minute - block * blockMinutes) };
    const parts = Object.fromEntries(
      format.formatToParts(block * blockMinutes * 60_000).map(({ type, value }) => [type, value]),
    );
    const month = `${parts['year']}-${parts['month']}`;
    const value = {
      month,
      day: `${month}-${parts['day']}`,
      weekday: parts['weekday'] ?? '',
      minuteOfDay: Number(parts['hour']) * 60 + Number(parts['minute']),
    };
    known.set(block, value);
    return { ...value, minuteOfDay: value.minuteOfDay + (minute - block * blockMinutes) };
  };
  clocks.set(timezone, clock);
  return clock;
}

/** Weight in billionths of each minute from `startMinute`, maintenance counting as nothing, and which minutes are measured. */
export function paint(impacts: readonly PlainImpact[], maintenance: readonly PlainSpan[], minutes: number) {
  const weights = new Float64Array(minutes);
  const measured = new Uint8Array(minutes).fill(1);
  for (const impact of impacts)
    for (let minute = Math.max(0, impact.from); minute < Math.min(minutes, impact.to); minute += 1)
      weights[minute] = Math.max(weights[minute] ?? 0, mostWeight(impact));
  for (const { from, to } of maintenance)
    for (let minute = Math.max(0, from); minute < Math.min(minutes, to); minute += 1) {
      measured[minute] = 0;
      weights[minute] = 0;
    }
  return { weights, measured };
}

/** Minutes measured and weighted minutes of the months `isIn` names. */
export function sumMinutes(
  { weights, measured }: ReturnType<typeof paint>,
  clock: Clock,
  isIn: (month: string) => boolean,
) {
  let [length, weighted] = [0, 0];
  let isInside = false;
  for (let minute = 0; minute < weights.length; minute += 1) {
    if (minute % blockMinutes === 0) isInside = isIn(clock(startMinute + minute).month);
    if (!isInside) continue;
    length += measured[minute] ?? 0;
    weighted += weights[minute] ?? 0;
  }
  return { length, weighted };
}
