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

/** Reads `2026-03-14`; `undefined` for a day that does not exist. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  if (!dateForm.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
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
  return Temporal.Instant.from(to).since(Temporal.Instant.from(from)).total('seconds');
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
