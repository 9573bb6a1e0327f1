/** The one module that does arithmetic with instants; everything else passes them on as canonical text. */
import { Temporal } from 'temporal-polyfill';

/** A moment as canonical UTC text, `2026-03-14T09:12:00Z`: whole seconds, so that text order is time order. */
export type Instant = string;
/** A calendar day, `2026-03-14`. */
export type CalendarDate = string;

const instantForm = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|z|[+-]\d{2}:?\d{2})$/;
const dateForm = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads an ISO 8601 date-time with an offset. `undefined` when the offset is missing or the moment does not exist
 * (30 February, 25:00); seconds are optional, fractions of a second are cut off.
 */
export function parseInstant(text: string): Instant | undefined {
  if (!instantForm.test(text)) return undefined;
  try {
    return Temporal.Instant.from(text).round({ smallestUnit: 'second', roundingMode: 'floor' }).toString();
  } catch {
    return undefined;
  }
}

/** What `text`, which is no instant, lacks to be one. */
export function faultOfInstant(text: string): string {
  const [, day, clock] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d?:\d\d(?::\d\d)?))?$/.exec(text.replace(/^about /, '')) ?? [];
  if (day !== undefined && clock === undefined) return `\`${text}\` has no time of day.`;
  if (clock !== undefined) return `\`${text}\` does not say its offset from UTC.`;
  return `\`${text}\` is not a moment that exists, with its offset from UTC.`;
}

/** Reads `2026-03-14`; `undefined` for a day that does not exist. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  if (!dateForm.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

/**
 * What the clocks of a zone show, `2026-03-14 10:12`, as a moment with its offset: `2026-03-14T10:12+01:00`, `Z` for UTC.
 * Text with an offset comes back in the form with `T`. `undefined` for a moment that does not exist or, where clocks go
 * back, exists twice.
 */
export function withOffset(text: string, timezone: string): string | undefined {
  const trimmed = text.trim().replace(' ', 'T');
  if (parseInstant(trimmed) !== undefined) return trimmed;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(trimmed)) return undefined;
  try {
    const zoned = Temporal.PlainDateTime.from(trimmed, { overflow: 'reject' }).toZonedDateTime(timezone, {
      disambiguation: 'reject',
    });
    return `${trimmed}${zoned.offset === '+00:00' ? 'Z' : zoned.offset}`;
  } catch {
    return undefined;
  }
}

/** Whole minutes from `from` to `to`, rounded down; negative when `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.floor(secondsBetween(from, to) / 60);
}

/** Whole seconds from `from` to `to`; negative when `to` is earlier. */
export function secondsBetween(from: Instant, to: Instant): number {
  return secondsOf(to) - secondsOf(from);
}

/** True for an IANA zone name this runtime knows, `Europe/London`; false for offsets. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** Seconds since 1970-01-01T00:00Z: instants as whole numbers, for arithmetic over many of them. */
export type EpochSeconds = number;

/** A stretch of time; its end is not part of it. */
export interface Span {
  from: EpochSeconds;
  to: EpochSeconds;
}

/** Takes the canonical form, and nothing else: reading it is all that is asked of `Date`, which is many times faster. */
export function secondsOf(instant: Instant): EpochSeconds {
  return Date.parse(instant) / 1000;
}

export function instantAt(seconds: EpochSeconds): Instant {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/** The first moment of a day in an IANA zone: 01:00 where midnight is skipped. */
export function startOfDay(day: CalendarDate, timezone: string): EpochSeconds {
  return Temporal.PlainDate.from(day).toZonedDateTime(timezone).epochMilliseconds / 1000;
}

/** The calendar day that the clocks of a zone show. */
export function dayAt(seconds: EpochSeconds, timezone: string): CalendarDate {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
    .toZonedDateTimeISO(timezone)
    .toPlainDate()
    .toString();
}

/** As people read it: `America/New York`. */
export function zoneName(timezone: string): string {
  return timezone.replaceAll('_', ' ');
}

/** Seconds by which the clocks of an IANA zone are ahead of UTC. */
export function offsetAt(instant: Instant, timezone: string): number {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timezone).offsetNanoseconds / 1e9;
}

/** The calendar day of an instant in an IANA zone. */
export function dayOf(instant: Instant, timezone: string): CalendarDate {
  return timezone === 'UTC' ? instant.slice(0, 10) : dayAt(secondsOf(instant), timezone);
}

/** `days` and `months` may be negative; a day that its new month lacks becomes that month's last. */
export function addToDay(day: CalendarDate, by: { days?: number; months?: number }): CalendarDate {
  return Temporal.PlainDate.from(day).add(by).toString();
}

/** Days since 1970-01-01, a Thursday. */
export function epochDayOf(day: CalendarDate): number {
  return Temporal.PlainDate.from('1970-01-01').until(day).days;
}

/** Seconds of an ISO 8601 duration of days, hours and minutes; a day is 24 hours. */
export function secondsOfDuration(duration: string): number {
  return Temporal.Duration.from(duration).total({ unit: 'seconds', relativeTo: '1970-01-01' });
}

/** `span` cut where the clocks of a zone change; `offset` is how many seconds they are ahead of UTC. */
export function splitAtClockChanges({ from, to }: Span, timezone: string): (Span & { offset: number })[] {
  const pieces: (Span & { offset: number })[] = [];
  let begin = from;
  while (begin < to) {
    const zoned = Temporal.Instant.fromEpochMilliseconds(begin * 1000).toZonedDateTimeISO(timezone);
    const change = zoned.getTimeZoneTransition('next');
    const end = Math.min(to, change ? change.epochMilliseconds / 1000 : to);
    pieces.push({ from: begin, to: end, offset: zoned.offsetNanoseconds / 1e9 });
    begin = end;
  }
  return pieces;
}
