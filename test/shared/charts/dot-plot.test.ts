import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dotPlotWidth, layOutDots } from '../../../src/shared/charts/dot-plot.ts';
import { spreadOf } from '../../../src/shared/incident/distribution.ts';
import { drawSpread } from '../../../src/shared/incident/draw-spread.ts';

const layOut = (minutes: number[]) =>
  layOutDots(
    drawSpread(
      spreadOf(
        minutes.map((value, index) => ({
          slug: `${index}`,
          title: '',
          duration: { certainty: 'exact', minutes: value },
        })),
      ),
    ),
  );

test('no two dots lie on each other, and all lie within the drawing', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(600_000), { minLength: 1, maxLength: 60 }), (minutes) => {
      const { dots, height, radius } = layOut(minutes);
      dots.forEach((dot, index) => {
        expect(dot.x).toBeGreaterThanOrEqual(0);
        expect(dot.x).toBeLessThanOrEqual(dotPlotWidth);
        expect(dot.y).toBeGreaterThanOrEqual(radius);
        expect(dot.y).toBeLessThan(height);
        for (const other of dots.slice(index + 1))
          expect(Math.hypot(dot.x - other.x, dot.y - other.y)).toBeGreaterThanOrEqual(radius * 2 - 0.2);
      });
    }),
  );
});

test('dots become smaller, then lie on each other, before the drawing becomes higher than it is wide', () => {
  const alike = (count: number) => layOut(Array.from({ length: count }, () => 5));
  expect([12, 34, 35, 60, 200].map((count) => alike(count).radius)).toEqual([6, 6, 5, 3, 3]);
  for (const count of [60, 200]) {
    const { dots, height, radius } = alike(count);
    expect(height).toBeLessThan(560);
    expect(Math.min(...dots.map(({ y }) => y))).toBeGreaterThanOrEqual(radius);
    expect(new Set(dots.map(({ y }) => y)).size).toBe(count);
  }
});

test('equal steps are equal factors', () => {
  const { dots } = layOut([1, 10, 100, 100_000]);
  expect((dots[1]?.x ?? 0) - (dots[0]?.x ?? 0)).toBeCloseTo((dots[2]?.x ?? 0) - (dots[1]?.x ?? 0), 0);
});

test('less than a minute is drawn at one minute', () => {
  const { dots, left } = layOut([0, 500]);
  expect(dots[0]?.x).toBe(left);
});
