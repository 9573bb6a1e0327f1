/** Every verdict against a count of minutes that knows no algorithm. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSeconds } from '../../../src/shared/incident/business-hours.ts';
import { findVerdicts } from '../../../src/shared/incident/find-verdicts.ts';
import { startOfDay } from '../../../src/shared/incident/instant.ts';
import { indexRecords } from '../../../src/shared/incident/record-index.ts';
import type { AvailabilityVerdict } from '../../../src/shared/incident/verdict.ts';
import { clockOf, paint, sumMinutes } from './minute-oracle.ts';
import {
  agreements,
  incidents,
  type PlainImpact,
  paintedMinutes,
  recordOf,
  serviceOf,
  spans,
  startMinute,
  zones,
} from './random-incidents.ts';

const maintenances = fc.array(spans, { maxLength: 2 });
const today = '2026-01-01';

function judge(service: ReturnType<typeof serviceOf>, windows: PlainImpact[][]) {
  const records = windows.map((list, index) => recordOf(`incident-${index}`, list));
  const [first] = records;
  if (!first) throw new Error('There is always an incident.');
  return findVerdicts(first, { services: [service], records: indexRecords(records), today }) as AvailabilityVerdict[];
}

test('calendar months and quarters agree with a count of minutes', () => {
  fc.assert(
    fc.property(agreements, fc.boolean(), incidents, maintenances, (rule, isQuarter, windows, maintenance) => {
      const agreement = { ...rule, window: isQuarter ? ('calendar-quarter' as const) : rule.window };
      const clock = clockOf(agreement.timezone);
      const quarterOf = (month: string) => `${month.slice(0, 4)}-${Math.ceil(Number(month.slice(5)) / 3)}`;
      const nameOf = isQuarter ? quarterOf : (month: string) => month;
      const holes = agreement.excludesMaintenance ? maintenance : [];
      const all = paint(windows.flat(), holes, paintedMinutes);
      const own = paint(windows[0] ?? [], holes, paintedMinutes);
      const touched = new Set<string>();
      for (const { from, to } of windows[0] ?? [])
        for (let minute = from; minute < to; minute += 1) touched.add(nameOf(clock(startMinute + minute).month));
      const forbidden = Math.round((100 - agreement.target) * 10_000_000);
      const expected = [...touched].sort().map((name) => {
        const isIn = (month: string) => nameOf(month) === name;
        const { length, weighted } = sumMinutes(all, clock, isIn);
        return {
          outcome: weighted > length * forbidden ? 'breached' : 'met',
          measuredSeconds: length * 60,
          used: weighted * 60,
          own: sumMinutes(own, clock, isIn).weighted * 60,
        };
      });
      const found = judge(serviceOf(agreement, maintenance), windows).map(({ figures }) => ({
        outcome: figures?.outcome,
        measuredSeconds: figures?.measuredSeconds,
        used: figures?.used,
        own: figures?.own,
      }));
      expect(found).toEqual(expected);
    }),
    { numRuns: 25 },
  );
}, 30_000);

test('the worst rolling 30 days agree with trying every minute', () => {
  fc.assert(
    fc.property(agreements, incidents, maintenances, (rule, windows, maintenance) => {
      const agreement = { ...rule, window: 'rolling-30-days' as const };
      const holes = agreement.excludesMaintenance ? maintenance : [];
      const { weights, measured } = paint(windows.flat(), holes, paintedMinutes);
      const forbidden = Math.round((100 - agreement.target) * 10_000_000);
      const excess = new Float64Array(paintedMinutes + 1);
      for (let minute = 0; minute < paintedMinutes; minute += 1)
        excess[minute + 1] = (excess[minute] ?? 0) + (weights[minute] ?? 0) - (measured[minute] ?? 0) * forbidden;
      const first = Math.min(...(windows[0] ?? []).map(({ from }) => from));
      const last = Math.max(...(windows[0] ?? []).map(({ to }) => to));
      let worst = Number.NEGATIVE_INFINITY;
      for (let end = first; end <= last; end += 1)
        worst = Math.max(worst, (excess[end] ?? 0) - (excess[end - 43_200] ?? 0));
      const [verdict] = judge(serviceOf(agreement, maintenance), windows);
      expect((verdict?.figures?.used ?? 0) - (verdict?.figures?.allowed ?? 0)).toBe(worst * 60);
      expect(verdict?.outcome).toBe(worst > 0 ? 'breached' : 'met');
    }),
    { numRuns: 25 },
  );
}, 30_000);

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const hours = fc
  .record({
    first: fc.constantFrom(...weekdays),
    last: fc.constantFrom(...weekdays),
    opens: fc.integer({ min: 0, max: 23 * 60 + 59 }),
    closes: fc.integer({ min: 0, max: 23 * 60 + 59 }),
    timezone: zones,
  })
  .filter(({ opens, closes }) => opens !== closes);
const clockText = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

test('business hours agree with looking at the clock each minute', () => {
  fc.assert(
    fc.property(hours, spans, fc.integer({ min: 0, max: 20_000 }), (business, { from }, length) => {
      const { first, last, opens, closes, timezone } = business;
      const clock = clockOf(timezone);
      const begin = weekdays.indexOf(first);
      const days = Array.from(
        { length: ((weekdays.indexOf(last) - begin + 7) % 7) + 1 },
        (_, index) => weekdays[(begin + index) % 7],
      );
      const holiday = clock(startMinute + from + 1440).day;
      const isOpenDay = (minute: number, back: number) => {
        const { weekday, day } = clock(minute);
        const opened = weekdays[(weekdays.indexOf(weekday) - back + 7) % 7];
        const openedDay = back === 0 ? day : dayBefore(day);
        return days.includes(opened) && openedDay !== holiday;
      };
      let open = 0;
      for (let minute = startMinute + from; minute < startMinute + from + length; minute += 1) {
        const { minuteOfDay } = clock(minute);
        const isOpen =
          opens < closes
            ? minuteOfDay >= opens && minuteOfDay < closes && isOpenDay(minute, 0)
            : (minuteOfDay >= opens && isOpenDay(minute, 0)) || (minuteOfDay < closes && isOpenDay(minute, 1));
        if (isOpen) open += 1;
      }
      const text = `${first}-${last} ${clockText(opens)}-${clockText(closes)} ${timezone}`;
      const span = { from: (startMinute + from) * 60, to: (startMinute + from + length) * 60 };
      expect(openSeconds(span, text, [holiday])).toBe(open * 60);
    }),
    { numRuns: 60 },
  );
}, 30_000);

function dayBefore(day: string): string {
  const noon = startOfDay(day, 'UTC') - 43_200;
  return new Date(noon * 1000).toISOString().slice(0, 10);
}
