import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spelledForms } from '../../../src/shared/redaction/spelled-out.ts';
import { fuzzRuns } from '../../support/fuzz-runs.ts';

const textsOf = (text: string) => spelledForms(text).map((form) => form.text);

test.each([
  ['B.l.u.e', []],
  ['B.l.u.e F', ['BlueF']],
  ['so B.l.u.e F.o.x ran', ['so BlueFox ran']],
  ['B. l. u. e. F', ['BlueF']],
  ['B.  l.u.e.F', []],
  ['a b c d e', ['abcde']],
  ['a b cd e f g', []],
  ['青-い-狐-山-田', ['青い狐山田']],
  ['x 😀 a b c d e', ['x 😀 abcde']],
  ['𝒂.𝒃.𝒄.𝒅.𝒆', ['𝒂𝒃𝒄𝒅𝒆']],
  ['', []],
])('%s', (text, forms) => {
  expect(textsOf(text)).toEqual(forms);
});

test('the cheap look misses nothing', () => {
  const spelled = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[^\p{L}\p{N}]{1,2}[\p{L}\p{N}](?![\p{L}\p{N}])){4,}/u;
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', '.', 'é', '青', '\u0301', '😀', '𝒂', 'b.', 'c '), { maxLength: 16 }),
      (row) => {
        const text = row.join('');
        expect(spelledForms(text).length).toBe(spelled.test(text) ? 1 : 0);
      },
    ),
    { numRuns: fuzzRuns(20_000) },
  );
});
