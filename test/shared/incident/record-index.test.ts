import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantAt, parseInstant, secondsOf } from '../../../src/shared/incident/instant.ts';
import { indexRecords } from '../../../src/shared/incident/record-index.ts';
import { incidents, recordOf, spans, startMinute } from './random-incidents.ts';

test('the index finds every record that overlaps a stretch of time, in order', () => {
  fc.assert(
    fc.property(incidents, spans, (windows, span) => {
      const records = windows.map((list, index) => recordOf(`incident-${index}`, list));
      const found = indexRecords(records).near('shop', {
        from: (startMinute + span.from) * 60,
        to: (startMinute + span.to) * 60,
      });
      const touching = records.filter((_, index) =>
        (windows[index] ?? []).some(({ from, to }) => from < span.to && to > span.from),
      );
      expect(found).toEqual(expect.arrayContaining(touching));
      expect(found.map(({ slug }) => slug)).toEqual([...found.map(({ slug }) => slug)].sort());
    }),
  );
});

test('an impact that lasts, or whose begin is unknown, is found in every month it may have touched', () => {
  const [record] = [recordOf('one', [{ from: 0, to: 10, level: 'down', percent: 0 }])];
  const window = record.impact.services[0]?.windows[0];
  if (!window) throw new Error('There is a window.');
  const { to: _, ...lasting } = window;
  const { resolved: __, ...times } = record.times;
  const unending = { ...record, times, impact: { services: [{ service: 'shop', windows: [lasting] }] } };
  const later = { from: secondsOf('2031-01-01T00:00:00Z'), to: secondsOf('2031-02-01T00:00:00Z') };
  expect(indexRecords([unending]).near('shop', later)).toHaveLength(1);
  expect(indexRecords([record]).near('shop', later)).toHaveLength(0);
  expect(indexRecords([unending]).near('shop-2', later)).toHaveLength(0);
});

test('canonical text and seconds are read back and forth', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800 }), (seconds) => {
      expect(secondsOf(instantAt(seconds))).toBe(seconds);
      expect(parseInstant(instantAt(seconds))).toBe(instantAt(seconds));
    }),
  );
});
