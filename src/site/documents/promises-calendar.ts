/** Due dates of open promises as a calendar (RFC 5545): all-day events that take no time. No clock: two builds give the same. */
import ical, { ICalEventTransparency } from 'ical-generator';
import type { PublicPostmortem } from '../../shared/incident/public-postmortem.ts';

export interface OpenPromise {
  /** Permanent id; a calendar knows the event by it when the day moves. */
  uid: string;
  /** Title of the postmortem. */
  title: string;
  publishedAt: string;
  action: PublicPostmortem['actions'][number];
  /** Full address of the action item. */
  url: string;
}

/** `name` is what calendars show; `doneWhen` and `from` name the lines of the descriptions, and `label` sets a name before its value. */
export function promisesCalendar(
  promises: readonly OpenPromise[],
  { name, doneWhen, from, label }: { name: string; doneWhen: string; from: string; label: (name: string) => string },
): string {
  const calendar = ical({ name, prodId: { company: 'Candor', product: 'Promises' } });
  for (const { uid, title, publishedAt, action, url } of promises) {
    const { due, moved = [], owner, what } = action;
    const event = calendar.createEvent({
      id: uid,
      start: due,
      allDay: true,
      stamp: lastChange(publishedAt, moved.at(-1)?.at),
      summary: `${label(owner)} ${what.text}`,
      description: `${label(doneWhen)} ${action.doneWhen.text}\n${label(from)} ${title}\n${url}`,
      url,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    // A calendar that was given the event before takes the one with the higher number.
    event.sequence(moved.length);
  }
  return `${calendar.toString()}\r\n`;
}

/** When the event became what it is, by the record. */
function lastChange(publishedAt: string, movedAt: string | undefined): string {
  const day = movedAt === undefined ? '' : `${movedAt}T00:00:00Z`;
  return day > publishedAt ? day : publishedAt;
}
