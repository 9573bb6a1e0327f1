/** How the index of a large site is divided, and what the search page is told of it. */
import { describe, expect, test } from 'vitest';
import { divideIntoShelves, listShelves, shelfSize } from '../../../src/site/search/shelves.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
const sizes = (count: number) => divideIntoShelves(numbers(count)).map(({ folder, items }) => [folder, items.length]);

describe('the shelves of an index', () => {
  test.each([
    [0, [['', 0]]],
    [1, [['', 1]]],
    [shelfSize, [['', shelfSize]]],
    [
      shelfSize + 1,
      [
        ['1/', shelfSize],
        ['', 1],
      ],
    ],
    [
      2 * shelfSize,
      [
        ['1/', shelfSize],
        ['', shelfSize],
      ],
    ],
    [
      3 * shelfSize - 1,
      [
        ['1/', shelfSize],
        ['2/', shelfSize],
        ['', shelfSize - 1],
      ],
    ],
  ])('of %i postmortems are full, oldest first, but for the newest', (count, expected) => {
    expect(sizes(count)).toEqual(expected);
  });

  test('hold everything once, in order', () => {
    const all = numbers(2 * shelfSize + 7);
    expect(divideIntoShelves(all).flatMap(({ items }) => items)).toEqual(all);
  });

  test('that are full stay as they are, whatever is published later', () => {
    const [before, after] = [numbers(shelfSize + 1), numbers(4 * shelfSize)].map(divideIntoShelves);
    expect(after?.[0]).toEqual(before?.[0]);
  });
});

describe('the list of shelves', () => {
  test('is newest first, with the years of each, whatever the order of the years', () => {
    const years = [
      { name: '2024', count: shelfSize - 1 },
      { name: '2026', count: 3 },
      { name: '2025', count: shelfSize - 1 },
    ];
    // The first shelf has all of 2024 and one of 2025.
    expect(listShelves(years)).toEqual([
      { folder: '', from: '2026', to: '2026' },
      { folder: '2/', from: '2025', to: '2026' },
      { folder: '1/', from: '2024', to: '2025' },
    ]);
  });

  test('splits a year that is larger than a shelf', () => {
    expect(listShelves([{ name: '2025', count: 2 * shelfSize + 1 }])).toEqual(
      ['', '2/', '1/'].map((folder) => ({ folder, from: '2025', to: '2025' })),
    );
  });

  test('of a small site, and of an empty one, is one shelf', () => {
    expect(listShelves([{ name: '2025', count: shelfSize }])).toEqual([{ folder: '', from: '2025', to: '2025' }]);
    expect(listShelves([])).toEqual([{ folder: '', from: '', to: '' }]);
  });

  test('names the shelves that the index is divided into', () => {
    for (const count of [0, 1, shelfSize, shelfSize + 1, 5 * shelfSize + 2])
      expect(listShelves([{ name: '2025', count }]).map(({ folder }) => folder)).toEqual(
        divideIntoShelves(numbers(count))
          .map(({ folder }) => folder)
          .reverse(),
      );
  });
});
