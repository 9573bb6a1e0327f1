import { expect, test } from 'vitest';
import { layOutPhases } from '../../../src/shared/charts/phase-rows.ts';
import { parseRecordedTime, type RecordedTime } from '../../../src/shared/incident/recorded-time.ts';

const at = (time: string): RecordedTime => parseRecordedTime(`2026-03-14T${time}Z`) ?? { certainty: 'unknown' };
const time = (text: string): RecordedTime => parseRecordedTime(text) ?? { certainty: 'unknown' };
const unknown: RecordedTime = { certainty: 'unknown' };
const whole = { started: at('09:00'), firstLogged: at('09:10'), mitigated: at('09:40'), resolved: at('10:00') };

test('phases are drawn to scale, one after the other', () => {
  const picture = layOutPhases(whole, []);
  const [undetected, detected, mitigated, resolved] = picture?.rows ?? [];
  expect(picture?.rows.map(({ phase }) => phase)).toEqual(['undetected', 'detected', 'mitigated', 'resolved']);
  expect((detected?.width ?? 0) / (undetected?.width ?? 1)).toBeCloseTo(3, 1);
  expect((undetected?.x ?? 0) + (undetected?.width ?? 0)).toBeCloseTo(detected?.x ?? 0, 1);
  expect(resolved).toMatchObject({ x: 100, width: 0 });
  expect(mitigated?.to).toEqual(whole.resolved);
});

test('an unknown start leaves out what it would begin', () => {
  const picture = layOutPhases({ ...whole, started: unknown }, []);
  expect(picture?.rows.map(({ phase }) => phase)).toEqual(['detected', 'mitigated', 'resolved']);
  expect(picture?.rows[0]?.x).toBe(0);
});

test('an incident that lasts is drawn up to its last known event', () => {
  const picture = layOutPhases({ started: at('09:00'), firstLogged: at('09:10') }, [at('09:50'), unknown]);
  expect(picture?.rows.map(({ phase, to }) => [phase, to !== undefined])).toEqual([
    ['undetected', true],
    ['detected', false],
  ]);
  expect(picture?.events).toEqual([{ rows: [0], dots: [100] }]);
});

test('events outside the incident are not drawn', () => {
  expect(layOutPhases(whole, [at('08:00'), at('09:30'), at('12:00')])?.events).toHaveLength(1);
});

test('without two known moments there is no picture', () => {
  expect(layOutPhases({ started: unknown, firstLogged: at('09:10') }, [])).toBeUndefined();
});

test('words of a row run to the side that has more room', () => {
  const picture = layOutPhases(whole, []);
  expect(picture?.rows.map(({ label }) => label.anchor)).toEqual(['start', 'start', 'end', 'end']);
  for (const { label } of picture?.rows ?? [])
    expect(label.anchor === 'start' ? 100 - label.x : label.x).toBeGreaterThanOrEqual(50);
});

test('links to events lie apart; those nearer to each other share one', () => {
  const minutes = Array.from({ length: 60 }, (_, minute) => at(`09:${String(minute).padStart(2, '0')}`));
  const events = layOutPhases(whole, minutes)?.events ?? [];
  const first = events.map(({ dots }) => dots[0] ?? 0);
  for (const [index, x] of first.slice(1).entries()) expect(x - (first[index] ?? 0)).toBeGreaterThanOrEqual(9);
  expect(events.flatMap(({ rows }) => rows)).toEqual(minutes.map((_, index) => index));
});

test('ticks say the day where it changes, and days alone where it lasts longer', () => {
  const shows = (from: string, to: string) =>
    layOutPhases({ started: time(from), firstLogged: time(from), resolved: time(to) }, [])?.ticks.map(
      (tick) => tick.shows,
    );
  expect(new Set(shows('2026-03-14T09:00Z', '2026-03-14T12:00Z'))).toEqual(new Set(['time']));
  expect(shows('2026-03-14T21:30Z', '2026-03-15T02:30Z')).toEqual(['both', 'time', 'both', 'time', 'time']);
  expect(new Set(shows('2026-03-14T21:30Z', '2026-03-19T02:30Z'))).toEqual(new Set(['day']));
});
