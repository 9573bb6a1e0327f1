import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadOf } from '../../../src/shared/incident/distribution.ts';
import type { Duration } from '../../../src/shared/incident/durations.ts';
import type { RecordedCount } from '../../../src/shared/incident/recorded-count.ts';
import { sumCounts } from '../../../src/shared/incident/sum-counts.ts';

const exact = (minutes: number): Duration => ({ certainty: 'exact', minutes });
const spread = (durations: (Duration | undefined)[]) =>
  spreadOf(durations.map((duration, index) => ({ slug: `s${index}`, title: 'T', duration })));

test('the median of an even number lies between the two in the middle', () => {
  expect(spread([exact(10), exact(1), exact(4), exact(2)]).quartiles).toEqual({ lower: 1, median: 3, upper: 5 });
});

test('one value is its own median', () => {
  expect(spread([exact(7)]).quartiles).toEqual({ lower: 7, median: 7, upper: 7 });
});

test('unknown durations and incidents that are not over are counted, and not drawn', () => {
  expect(spread([{ certainty: 'unknown' }, undefined, exact(3)])).toMatchObject({
    leftOut: 2,
    values: [{ minutes: 3 }],
  });
});

test('without a known duration there are no quartiles', () => {
  expect(spread([undefined]).quartiles).toBeUndefined();
});

test('quartiles lie in order within the values', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100_000), { minLength: 1 }), (minutes) => {
      const { values, quartiles } = spread(minutes.map(exact));
      const line = [
        values[0]?.minutes,
        quartiles?.lower,
        quartiles?.median,
        quartiles?.upper,
        values.at(-1)?.minutes,
      ].map((value) => value ?? Number.NaN);
      expect([...line].sort((a, b) => a - b)).toEqual(line);
    }),
  );
});

test.each([
  { name: 'exact parts give an exact sum', parts: ['4', '5'], is: { kind: 'exact', value: 9 }, lacking: 0 },
  { name: 'a rough part makes it rough', parts: ['4', '~5'], is: { kind: 'about', value: 9 }, lacking: 0 },
  { name: 'a range makes it a range', parts: ['4', '5-8'], is: { kind: 'range', from: 9, to: 12 }, lacking: 0 },
  { name: 'a lower bound makes it one', parts: ['4', '5-8', '>3'], is: { kind: 'atLeast', value: 12 }, lacking: 0 },
  { name: 'an unknown part makes it a lower bound', parts: ['4', '?'], is: { kind: 'atLeast', value: 4 }, lacking: 1 },
  { name: 'unknown parts alone give nothing', parts: ['?', '?'], is: { kind: 'unknown' }, lacking: 2 },
  { name: 'no parts give zero', parts: [], is: { kind: 'exact', value: 0 }, lacking: 0 },
])('$name', ({ parts, is, lacking }) => {
  expect(sumCounts(parts.map(read))).toEqual({ sum: is, lacking });
});

function read(text: string): RecordedCount {
  if (text === '?') return { kind: 'unknown' };
  const [from = 0, to] = text.replace(/^[~>]/, '').split('-').map(Number);
  if (to !== undefined) return { kind: 'range', from, to };
  return { kind: text.startsWith('~') ? 'about' : text.startsWith('>') ? 'atLeast' : 'exact', value: from };
}
