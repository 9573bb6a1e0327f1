import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLiteralSearch } from '../../../src/shared/text/literal-search.ts';
import { fuzzRuns } from '../../support/fuzz-runs.ts';

const letters = fc.constantFrom('a', 'b', 'c', '@', ' ', 'ö', '青', '狐', 'Ā', '\u{20000}');
const words = fc.array(letters, { maxLength: 6 }).map((row) => row.join(''));

test('it finds the rows of which a word stands in the text, and no others', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(words, { maxLength: 3 }), { maxLength: 12 }),
      words,
      words,
      (rows, before, behind) => {
        const text = `${before}${rows[0]?.[0] ?? ''}${behind}`;
        const wanted = rows.flatMap((row, index) =>
          row.some((word) => word !== '' && text.includes(word)) ? [index] : [],
        );
        expect(createLiteralSearch(rows)(text)).toEqual(wanted);
      },
    ),
    { numRuns: fuzzRuns(3000) },
  );
});

test.each([
  ['Ember', [0]],
  ['embe', []],
  ['', []],
  ['e', []],
  ['x@y', [1]],
  ['@', [1]],
  ['the EMBER @', [0, 1]],
  ['Ä EMBER', [0]],
])('of %s', (text, rows) => {
  expect(createLiteralSearch([['ember'], ['@']])(text)).toEqual(rows);
  const many = Array.from({ length: 20 }, (_, index) => `other${index}`);
  expect(createLiteralSearch([['ember'], ['@'], many])(text)).toEqual(rows);
});
