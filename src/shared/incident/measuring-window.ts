/** The stretches over which an availability agreement is measured. */
import { addToDay, type CalendarDate, dayAt, type Span, startOfDay } from './instant.ts';
import type { Agreement, Service } from './service-schema.ts';
import type { AvailabilityAgreement } from './verdict.ts';

export const rollingSeconds = 30 * 86_400;

/** From the later of the agreement's first day and the service's, to the end of its last, in `timezone`. */
export function timeInForce({ from, until }: Agreement, { since }: Pick<Service, 'since'>, timezone: string): Span {
  const first = since !== undefined && since > from ? since : from;
  return {
    from: startOfDay(first, timezone),
    to: until === undefined ? Number.POSITIVE_INFINITY : startOfDay(addToDay(until, { days: 1 }), timezone),
  };
}

/** The calendar months or quarters of the agreement's zone that hold any of `span`, in order, whole. */
export function calendarWindows({ window, timezone }: AvailabilityAgreement, span: Span): Span[] {
  const months = window === 'calendar-quarter' ? 3 : 1;
  const windows: Span[] = [];
  for (let day = firstDay(dayAt(span.from, timezone), months); ; day = addToDay(day, { months })) {
    const from = startOfDay(day, timezone);
    if (from >= span.to) return windows;
    windows.push({ from, to: startOfDay(addToDay(day, { months }), timezone) });
  }
}

/** The first day of the month, or of the quarter, that `day` lies in. */
export function firstDay(day: CalendarDate, months: 1 | 3): CalendarDate {
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % months);
  return `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
}

/** `undefined` where they have nothing in common. */
export function intersect(a: Span, b: Span): Span | undefined {
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
  return from < to ? { from, to } : undefined;
}

/** The first and last day that a window holds any of. */
export function daysOf({ from, to }: Span, timezone: string): { first: CalendarDate; last: CalendarDate } {
  return { first: dayAt(from, timezone), last: dayAt(to - 1, timezone) };
}
