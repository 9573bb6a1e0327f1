/** The calendar of promises, read by an independent parser. */
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { type OpenPromise, promisesCalendar } from '../../../src/site/documents/promises-calendar.ts';

const prose = (text: string) => ({ text, html: text });
const promise: OpenPromise = {
  uid: 'tag:a.example,2024-01-01:PM-1/action/A1',
  title: 'Checkout; failed, "twice"',
  publishedAt: '2026-03-20T10:00:00Z',
  url: 'https://a.example/postmortems/x/#action-A1',
  action: {
    id: 'A1',
    what: prose(
      'Alert, when 2 % fail; a long line of עברית and 日本語 and 🔥 that has to be folded somewhere, but not in a letter',
    ),
    kind: 'fix',
    owner: 'Payments',
    due: '2026-04-15',
    doneWhen: prose('It fires.\r\nBEGIN:VALARM'),
    state: 'open',
  },
};
const words = { name: 'Promises', doneWhen: 'Done when', from: 'Promised in', label: (name: string) => `${name}:` };
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

test('a promise is an event on the day it is due, which takes no time', () => {
  const text = promisesCalendar([promise], words);
  const [event] = eventsOf(text);
  expect(event?.uid).toBe(promise.uid);
  expect(event?.startDate.toString()).toBe('2026-04-15');
  expect(event?.startDate.isDate).toBe(true);
  expect(event?.summary).toBe(`Payments: ${promise.action.what.text}`);
  expect(event?.description).toContain('Promised in: Checkout; failed, "twice"');
  expect(event?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  expect(event?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-03-20T10:00:00Z');
  expect(event?.component.getAllSubcomponents('valarm')).toEqual([]);
});

test('lines end as the format asks and are short', () => {
  const text = promisesCalendar([promise], words);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test('a promise whose day moves stays the same event, with a higher number and the day of the move', () => {
  const moved = [{ at: '2026-04-02', from: '2026-04-15', because: prose('Late.') }];
  const [event] = eventsOf(
    promisesCalendar([{ ...promise, action: { ...promise.action, due: '2026-06-30', moved } }], words),
  );
  expect(event?.uid).toBe(promise.uid);
  expect(event?.sequence).toBe(1);
  expect(event?.startDate.toString()).toBe('2026-06-30');
  expect(event?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-04-02T00:00:00Z');
});

test('two calendars of the same promises have the same bytes, and one of none is a calendar', () => {
  expect(promisesCalendar([promise], words)).toBe(promisesCalendar([promise], words));
  expect(eventsOf(promisesCalendar([], words))).toEqual([]);
});
