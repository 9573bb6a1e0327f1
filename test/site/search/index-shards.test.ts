/** How the index of a large site is divided, and what the search page is told of it. */
import { describe, expect, test } from 'vitest';
import { divideIntoIndexShards, indexShardSize, listIndexShards } from '../../../src/site/search/index-shards.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
const sizes = (count: number) =>
  divideIntoIndexShards(numbers(count)).map(({ folder, items }) => [folder, items.length]);

describe('the shards of an index', () => {
  test.each([
    [0, [['', 0]]],
    [1, [['', 1]]],
    [indexShardSize, [['', indexShardSize]]],
    [
      indexShardSize + 1,
      [
        ['1/', indexShardSize],
        ['', 1],
      ],
    ],
    [
      2 * indexShardSize,
      [
        ['1/', indexShardSize],
        ['', indexShardSize],
      ],
    ],
    [
      3 * indexShardSize - 1,
      [
        ['1/', indexShardSize],
        ['2/', indexShardSize],
        ['', indexShardSize - 1],
      ],
    ],
  ])('of %i postmortems are full, oldest first, but for the newest', (count, expected) => {
    expect(sizes(count)).toEqual(expected);
  });

  test('hold everything once, in order', () => {
    const all = numbers(2 * indexShardSize + 7);
    expect(divideIntoIndexShards(all).flatMap(({ items }) => items)).toEqual(all);
  });

  test('that are full stay as they are, whatever is published later', () => {
    const [before, after] = [numbers(indexShardSize + 1), numbers(4 * indexShardSize)].map(divideIntoIndexShards);
    expect(after?.[0]).toEqual(before?.[0]);
  });
});

describe('the list of shards', () => {
  test('is newest first, with the years of each, whatever the order of the years', () => {
    const years = [
      { name: '2024', count: indexShardSize - 1 },
      { name: '2026', count: 3 },
      { name: '2025', count: indexShardSize - 1 },
    ];
    // The first shard has all of 2024 and one of 2025.
    expect(listIndexShards(years)).toEqual([
      { folder: '', from: '2026', to: '2026' },
      { folder: '2/', from: '2025', to: '2026' },
      { folder: '1/', from: '2024', to: '2025' },
    ]);
  });

  test('splits a year that is larger than a shard', () => {
    expect(listIndexShards([{ name: '2025', count: 2 * indexShardSize + 1 }])).toEqual(
      ['', '2/', '1/'].map((folder) => ({ folder, from: '2025', to: '2025' })),
    );
  });

  test('of a small site, and of an empty one, is one shard', () => {
    expect(listIndexShards([{ name: '2025', count: indexShardSize }])).toEqual([
      { folder: '', from: '2025', to: '2025' },
    ]);
    expect(listIndexShards([])).toEqual([{ folder: '', from: '', to: '' }]);
  });

  test('names the shards that the index is divided into', () => {
    for (const count of [0, 1, indexShardSize, indexShardSize + 1, 5 * indexShardSize + 2])
      expect(listIndexShards([{ name: '2025', count }]).map(({ folder }) => folder)).toEqual(
        divideIntoIndexShards(numbers(count))
          .map(({ folder }) => folder)
          .reverse(),
      );
  });
});
