import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadOf } from '../../../src/shared/incident/distribution.ts';
import { drawSpread, mostValues } from '../../../src/shared/incident/draw-spread.ts';

const draw = (minutes: number[], certainty: 'exact' | 'about' = 'exact') =>
  drawSpread(
    spreadOf(
      minutes.map((value, index) => ({ slug: `s${index}`, title: 'T', duration: { certainty, minutes: value } })),
    ),
  );
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

test.each([
  [1, 1, 1],
  [200, 1, 200],
  [201, 2, 101],
  [400, 2, 200],
  [401, 5, 81],
  [10_000, 50, 200],
  [10_001, 100, 101],
])('of %d values a dot stands for about %d, so that there are %d dots', (count, perDot, dots) => {
  const drawn = draw(upTo(count));
  expect([drawn.count, drawn.perDot, drawn.dots.length]).toEqual([count, perDot, dots]);
});

test('every value is listed as long as there are few', () => {
  expect(draw(upTo(mostValues)).values?.length).toBe(mostValues);
  expect(draw(upTo(mostValues + 1)).values).toBeUndefined();
});

test('a dot that stands for several is no estimate; how many of the values are is said', () => {
  expect(draw(upTo(200), 'about').dots.every(({ isAbout }) => isAbout)).toBe(true);
  const many = draw(upTo(300), 'about');
  expect(many.dots.some(({ isAbout }) => isAbout)).toBe(false);
  expect(many.rough).toBe(300);
});

test('no values make an empty drawing', () => {
  expect(draw([])).toEqual({ count: 0, leftOut: 0, rough: 0, dots: [], perDot: 1, values: [] });
});

test('dots are values, in order, and as many lie below the median as above it, but for one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 900 }), (minutes) => {
      const drawn = draw(minutes);
      const dots = drawn.dots.map((dot) => dot.minutes);
      expect([...dots].sort((a, b) => a - b)).toEqual(dots);
      expect(dots.every((dot) => minutes.includes(dot))).toBe(true);
      const [least, most] = [Math.min(...minutes), Math.max(...minutes)];
      expect([drawn.shortest, drawn.longest]).toEqual([least, most]);
      const sorted = [...minutes].sort((a, b) => a - b);
      const middle = ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
      const [below, above] = [dots.filter((dot) => dot < middle), dots.filter((dot) => dot > middle)];
      expect(Math.abs(below.length - above.length)).toBeLessThanOrEqual(1);
    }),
  );
});
