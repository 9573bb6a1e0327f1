import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageNumbers } from '../../../src/site/components/page-numbers.ts';

test('a list of few pages links to each', () => {
  expect(pageNumbers({ number: 3, count: 12 })).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(pageNumbers({ number: 1, count: 1 })).toEqual([1]);
});

test.each([
  [1, 13, [1, 2, 3, 5, 10, 13]],
  [7, 13, [1, 5, 6, 7, 8, 9, 10, 13]],
  [87, 100, [1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 86, 87, 88, 89, 90, 95, 100]],
])('page %d of %d links to its neighbours, the ends and round numbers', (number, count, numbers) => {
  expect(pageNumbers({ number, count })).toEqual(numbers);
});

test('however long a list is, a page links to few, and to itself, its neighbours and the ends', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 20_000 })
        .chain((count) => fc.record({ count: fc.constant(count), number: fc.integer({ min: 1, max: count }) })),
      ({ number, count }) => {
        const numbers = pageNumbers({ number, count });
        expect(numbers.length).toBeLessThanOrEqual(27);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        const wanted = [1, count, number, number - 1, number + 1].filter((page) => page >= 1 && page <= count);
        expect(numbers).toEqual(expect.arrayContaining(wanted));
      },
    ),
    { numRuns: 50 },
  );
});
