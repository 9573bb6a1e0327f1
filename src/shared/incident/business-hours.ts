/** The time for which the clock of an agreement ran: day and night, or in business hours. */
import { type CalendarDate, epochDayOf, type Span, splitAtClockChanges } from './instant.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const form =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:-(Mon|Tue|Wed|Thu|Fri|Sat|Sun))? ([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00) (\S+)$/;
const daySeconds = 86_400;

export interface BusinessHours {
  /** Monday is 0. */
  weekdays: ReadonlySet<number>;
  /** Seconds after midnight on the clocks of the zone; `closes` is more than a day where it is on the next. */
  opens: number;
  closes: number;
  timezone: string;
}

/** Reads `Mon-Fri 09:00-17:30 Europe/London`; `Fri-Mon` and `22:00-06:00` run over their borders. */
export function parseBusinessHours(text: string): BusinessHours | undefined {
  const match = form.exec(text);
  if (!match) return undefined;
  const [, first = '', last = first, openHour, openMinute, closeHour = '24', closeMinute = '0', timezone = ''] = match;
  const begin = weekdays.indexOf(first);
  const count = ((weekdays.indexOf(last) - begin + 7) % 7) + 1;
  const opens = Number(openHour) * 3600 + Number(openMinute) * 60;
  const closes = Number(closeHour) * 3600 + Number(closeMinute) * 60;
  return {
    weekdays: new Set(Array.from({ length: count }, (_, index) => (begin + index) % 7)),
    opens,
    closes: closes <= opens ? closes + daySeconds : closes,
    timezone,
  };
}

/** The zone whose days an agreement of these hours knows: UTC for `24x7`. */
export function zoneOfHours(hours: string): string {
  return parseBusinessHours(hours)?.timezone ?? 'UTC';
}

/**
 * Seconds within `span` at which the clocks of the zone showed an open time of a weekday that is no holiday; all of them
 * for `24x7`. An hour that the clocks skip is not open, one that they repeat is open twice. Hours that run past
 * midnight belong to the day on which they begin. Never negative; 0 where `span` runs backwards.
 */
export function openSeconds(span: Span, hours: string, holidays: readonly CalendarDate[]): number {
  const business = parseBusinessHours(hours);
  if (!business) return Math.max(0, span.to - span.from);
  const closed = new Set(holidays.map(epochDayOf));
  let sum = 0;
  for (const { from, to, offset } of splitAtClockChanges(span, business.timezone)) {
    const lastDay = Math.floor((to + offset) / daySeconds);
    for (let day = Math.floor((from + offset) / daySeconds) - 1; day <= lastDay; day += 1) {
      // Day 0 of the epoch was a Thursday.
      if (!business.weekdays.has((((day + 3) % 7) + 7) % 7) || closed.has(day)) continue;
      const midnight = day * daySeconds - offset;
      sum += Math.max(0, Math.min(to, midnight + business.closes) - Math.max(from, midnight + business.opens));
    }
  }
  return sum;
}
