/** What a text lacks to be an instant. */
import { expect, test } from 'vitest';
import { faultOfInstant } from '../../../src/shared/incident/instant.ts';

test.each([
  ['2026-11-27', '`2026-11-27` has no time of day.'],
  ['about 2026-11-27', '`about 2026-11-27` has no time of day.'],
  ['2026-11-20 08:12', '`2026-11-20 08:12` does not say its offset from UTC.'],
  ['2026-11-20T08:12:30', '`2026-11-20T08:12:30` does not say its offset from UTC.'],
  ['2026-02-30T08:12Z', '`2026-02-30T08:12Z` is not a moment that exists, with its offset from UTC.'],
  ['soon', '`soon` is not a moment that exists, with its offset from UTC.'],
])('what %j lacks to be an instant is said', (text, fault) => {
  expect(faultOfInstant(text)).toBe(fault);
});
