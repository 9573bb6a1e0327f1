import { expect, test } from 'vitest';
import { codeFence, ticksFor } from '../../../src/shared/text/code-fence.ts';

test.each([
  ['plain', 3, '```'],
  ['a ``` b', 3, '````'],
  ['a `````` b ``', 1, '```````'],
])('a fence around %j is longer than what stands in it', (text, atLeast, ticks) => {
  expect(ticksFor(text, atLeast)).toBe(ticks);
  expect(codeFence(text, 'text').split('\n')[0]).toBe(`${ticksFor(text, 3)}text`);
});

test('any number of backticks is counted', () => {
  expect(ticksFor('` '.repeat(500_000), 3)).toBe('```');
});
