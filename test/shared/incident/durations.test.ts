import { describe, expect, test } from 'vitest';
import { durationBetween, durationsOf } from '../../../src/shared/incident/durations.ts';
import type { RecordedTime } from '../../../src/shared/incident/recorded-time.ts';

const at = (time: string): RecordedTime => ({ certainty: 'exact', at: `2026-03-14T${time}Z` });
const about = (time: string): RecordedTime => ({ certainty: 'about', at: `2026-03-14T${time}Z` });
const unknown: RecordedTime = { certainty: 'unknown' };

describe('durationBetween', () => {
  test.each([
    { name: 'counts whole minutes', from: at('09:12:00'), to: at('09:31:00'), is: { certainty: 'exact', minutes: 19 } },
    { name: 'rounds down', from: at('09:12:30'), to: at('09:13:29'), is: { certainty: 'exact', minutes: 0 } },
    {
      name: 'is about when it begins about',
      from: about('09:00:00'),
      to: at('10:00:00'),
      is: { certainty: 'about', minutes: 60 },
    },
    {
      name: 'is about when it ends about',
      from: at('09:00:00'),
      to: about('10:00:00'),
      is: { certainty: 'about', minutes: 60 },
    },
    { name: 'is unknown when its begin is', from: unknown, to: at('10:00:00'), is: { certainty: 'unknown' } },
    { name: 'is unknown when its end is', from: about('09:00:00'), to: unknown, is: { certainty: 'unknown' } },
  ])('$name', ({ from, to, is }) => {
    expect(durationBetween(from, to)).toEqual(is);
  });
});

describe('durationsOf', () => {
  test('measures acknowledgement from the first log and the rest from the start', () => {
    const times = {
      started: at('09:12:00'),
      firstLogged: at('09:31:00'),
      acknowledged: at('09:36:00'),
      mitigated: about('10:05:00'),
      resolved: at('10:40:00'),
    };
    expect(durationsOf(times)).toEqual({
      detect: { certainty: 'exact', minutes: 19 },
      acknowledge: { certainty: 'exact', minutes: 5 },
      mitigate: { certainty: 'about', minutes: 53 },
      resolve: { certainty: 'exact', minutes: 88 },
    });
  });

  test('leaves out phases that have not ended', () => {
    expect(durationsOf({ started: at('09:00:00'), firstLogged: at('09:00:00') })).toEqual({
      detect: { certainty: 'exact', minutes: 0 },
    });
  });

  test('still measures acknowledgement when the start is unknown', () => {
    const times = {
      started: unknown,
      firstLogged: at('09:00:00'),
      acknowledged: at('09:10:00'),
      resolved: at('11:00:00'),
    };
    expect(durationsOf(times)).toEqual({
      detect: { certainty: 'unknown' },
      acknowledge: { certainty: 'exact', minutes: 10 },
      resolve: { certainty: 'unknown' },
    });
  });
});
