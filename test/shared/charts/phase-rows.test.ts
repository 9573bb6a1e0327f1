import { expect, test } from 'vitest';
import { layOutPhases } from '../../../src/shared/charts/phase-rows.ts';
import { parseRecordedTime, type RecordedTime } from '../../../src/shared/incident/recorded-time.ts';

const at = (time: string): RecordedTime => parseRecordedTime(`2026-03-14T${time}Z`) ?? { certainty: 'unknown' };
const unknown: RecordedTime = { certainty: 'unknown' };
const whole = { started: at('09:00'), firstLogged: at('09:10'), mitigated: at('09:40'), resolved: at('10:00') };

test('phases are drawn to scale, one after the other', () => {
  const picture = layOutPhases(whole, []);
  const [undetected, detected, mitigated, resolved] = picture?.rows ?? [];
  expect(picture?.rows.map(({ phase }) => phase)).toEqual(['undetected', 'detected', 'mitigated', 'resolved']);
  expect((detected?.width ?? 0) / (undetected?.width ?? 1)).toBeCloseTo(3, 1);
  expect((undetected?.x ?? 0) + (undetected?.width ?? 0)).toBeCloseTo(detected?.x ?? 0, 1);
  expect(resolved).toMatchObject({ x: picture?.right, width: 0 });
  expect(mitigated?.to).toEqual(whole.resolved);
});

test('an unknown start leaves out what it would begin', () => {
  const picture = layOutPhases({ ...whole, started: unknown }, []);
  expect(picture?.rows.map(({ phase }) => phase)).toEqual(['detected', 'mitigated', 'resolved']);
  expect(picture?.rows[0]?.x).toBe(picture?.left);
});

test('an incident that lasts is drawn up to its last known event', () => {
  const picture = layOutPhases({ started: at('09:00'), firstLogged: at('09:10') }, [at('09:50'), unknown]);
  expect(picture?.rows.map(({ phase, to }) => [phase, to !== undefined])).toEqual([
    ['undetected', true],
    ['detected', false],
  ]);
  expect(picture?.events).toEqual([picture?.right]);
});

test('events outside the incident are not drawn', () => {
  expect(layOutPhases(whole, [at('08:00'), at('09:30'), at('12:00')])?.events).toHaveLength(1);
});

test('without two known moments there is no picture', () => {
  expect(layOutPhases({ started: unknown, firstLogged: at('09:10') }, [])).toBeUndefined();
});
