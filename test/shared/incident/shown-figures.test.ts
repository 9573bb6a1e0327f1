import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownAvailability, shownMinutes } from '../../../src/shared/incident/shown-figures.ts';
import { forbiddenWeight, fullWeight } from '../../../src/shared/incident/weighted-time.ts';

const monthSeconds = 30 * 86_400;
const sums = (target: number, used: number, measuredSeconds = monthSeconds) => ({
  measuredSeconds,
  allowed: measuredSeconds * forbiddenWeight(target),
  used,
});

test('the target itself and the least below it are shown apart', () => {
  const limit = sums(99.95, monthSeconds * forbiddenWeight(99.95));
  expect(shownAvailability(limit, 99.95)).toEqual({ value: 99.95, digits: 3 });
  expect(shownAvailability({ ...limit, used: limit.used + 1 }, 99.95)).toEqual({ value: 99.949, digits: 3 });
});

test('99.95 and 99.9499 differ', () => {
  expect(shownAvailability(sums(99.95, monthSeconds * forbiddenWeight(99.9499)), 99.95).value).toBe(99.949);
  expect(shownAvailability(sums(99.9499, monthSeconds * forbiddenWeight(99.9499)), 99.9499).value).toBe(99.9499);
});

test('minutes get as many decimals as it takes to show a breach', () => {
  const limit = sums(99.95, monthSeconds * forbiddenWeight(99.95));
  expect(shownMinutes(limit)).toEqual({ used: { value: 21.6, digits: 2 }, allowed: { value: 21.6, digits: 2 } });
  const { used, allowed } = shownMinutes({ ...limit, used: limit.used + 1000 * 60_000 });
  expect(used.value).toBeGreaterThan(allowed.value);
});

test('what is shown never says otherwise than the exact comparison', () => {
  const targets = fc.constantFrom(90, 99, 99.5, 99.9, 99.95, 99.99, 99.995, 99.999);
  const nearby = fc.record({
    target: targets,
    over: fc.integer({ min: -100_000, max: 100_000 }),
    days: fc.integer({ min: 1, max: 92 }),
  });
  fc.assert(
    fc.property(nearby, ({ target, over, days }) => {
      const seconds = days * 86_400;
      // Downtime comes in whole seconds of a weight with few decimals: steps of a millionth of a minute.
      const used = Math.max(0, seconds * forbiddenWeight(target) + over * 60_000);
      const figures = sums(target, used, seconds);
      const isBreached = figures.used > figures.allowed;
      expect(shownAvailability(figures, target).value < target).toBe(isBreached);
      const minutes = shownMinutes(figures);
      expect(minutes.used.value > minutes.allowed.value).toBe(isBreached);
      expect(shownAvailability(figures, target).value === 100).toBe(used === 0);
    }),
  );
  expect(fullWeight).toBe(1e9);
});
