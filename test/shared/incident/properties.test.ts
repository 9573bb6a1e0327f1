import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSeconds } from '../../../src/shared/incident/business-hours.ts';
import { findVerdicts } from '../../../src/shared/incident/find-verdicts.ts';
import { indexRecords } from '../../../src/shared/incident/record-index.ts';
import type { AvailabilityVerdict, IncidentRecord } from '../../../src/shared/incident/verdict.ts';
import {
  cutOut,
  fullWeight,
  lengthOf,
  mergeSpans,
  weightedSeconds,
} from '../../../src/shared/incident/weighted-time.ts';
import { agreements, incidents, recordOf, serviceOf, spans, startMinute, zones } from './random-incidents.ts';

const weighted = fc
  .array(fc.record({ from: fc.integer({ min: 0, max: 500 }), length: fc.nat(100), weight: fc.nat(fullWeight) }), {
    maxLength: 12,
  })
  .map((list) => list.map(({ from, length, weight }) => ({ from, to: from + length, weight })));
const everything = [{ from: -1000, to: 2000 }];

test('merging does not depend on the order of the windows', () => {
  fc.assert(
    fc.property(weighted, fc.infiniteStream(fc.nat()), (list, keys) => {
      const shuffled = list
        .map((span) => ({ span, key: keys.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ span }) => span);
      expect(mergeSpans(shuffled)).toEqual(mergeSpans(list));
    }),
  );
});

test('merging what is merged changes nothing, and merging with itself counts nothing twice', () => {
  fc.assert(
    fc.property(weighted, (list) => {
      const merged = mergeSpans(list);
      expect(mergeSpans(merged)).toEqual(merged);
      expect(mergeSpans([...list, ...list, ...merged])).toEqual(merged);
    }),
  );
});

test('each moment counts by the heaviest window over it', () => {
  fc.assert(
    fc.property(weighted, (list) => {
      const merged = mergeSpans(list);
      for (let second = 0; second < 600; second += 1) {
        const over = ({ from, to }: { from: number; to: number }) => from <= second && second < to;
        const heaviest = Math.max(0, ...list.filter(over).map(({ weight }) => weight));
        expect(merged.filter(over).map(({ weight }) => weight)).toEqual(heaviest > 0 ? [heaviest] : []);
      }
    }),
    { numRuns: 30 },
  );
});

test('a window split in two adds up, and maintenance takes off exactly what it covers', () => {
  fc.assert(
    fc.property(weighted, weighted, fc.integer({ min: 1, max: 599 }), (list, holes, border) => {
      const merged = mergeSpans(list);
      const sum = (span: { from: number; to: number }) => weightedSeconds(merged, cutOut(span, holes));
      const halves = [
        { from: 0, to: border },
        { from: border, to: 600 },
      ];
      expect(halves.reduce((total, half) => total + sum(half), 0)).toBe(sum({ from: 0, to: 600 }));
      const outside = weightedSeconds(merged, cutOut({ from: 0, to: 600 }, holes));
      const inside = weightedSeconds(
        merged,
        mergeSpans(holes.map((hole) => ({ ...hole, weight: 1 }))).filter(({ from }) => from >= 0),
      );
      expect(outside + inside).toBe(weightedSeconds(merged, everything));
      expect(lengthOf(cutOut({ from: 0, to: 600 }, holes))).toBeLessThanOrEqual(600);
    }),
  );
});

test('availability stays within 0 and 100 percent, and one incident uses no more than all together', () => {
  fc.assert(
    fc.property(agreements, incidents, (agreement, windows) => {
      for (const { figures } of judge(agreement, windows)) {
        expect(figures?.used).toBeGreaterThanOrEqual(0);
        expect(figures?.used).toBeLessThanOrEqual((figures?.measuredSeconds ?? 0) * fullWeight);
        expect(figures?.own).toBeLessThanOrEqual(figures?.used ?? 0);
        expect(Number.isSafeInteger(figures?.used)).toBe(true);
      }
    }),
  );
});

test('another incident never makes a month better', () => {
  fc.assert(
    fc.property(agreements, incidents, (agreement, windows) => {
      const alone = judge(agreement, windows.slice(0, 1));
      const together = judge(agreement, windows);
      alone.forEach(({ figures }, index) => {
        expect(together[index]?.figures?.used).toBeGreaterThanOrEqual(figures?.used ?? 0);
      });
    }),
  );
});

test('business hours never exceed elapsed time, and add up over a border', () => {
  fc.assert(
    fc.property(zones, spans, fc.nat(1), fc.nat(2500), (zone, span, kind, border) => {
      const hours = `${['Mon-Fri 09:00-17:30', 'Fri-Mon 22:00-06:15'][kind]} ${zone}`;
      const [from, to] = [(startMinute + span.from) * 60, (startMinute + span.to) * 60];
      const middle = Math.min(to, from + border * 60);
      const all = openSeconds({ from, to }, hours, []);
      expect(all).toBeLessThanOrEqual(to - from);
      expect(openSeconds({ from, to: middle }, hours, []) + openSeconds({ from: middle, to }, hours, [])).toBe(all);
    }),
  );
});

test('a verdict reached without a fact holds whatever the fact turns out to be', () => {
  const unknown = { certainty: 'unknown' as const };
  fc.assert(
    fc.property(agreements, incidents, fc.boolean(), fc.boolean(), (agreement, windows, hideBegin, hideShare) => {
      const known = windows.map((list, index) => recordOf(`incident-${index}`, list));
      const [first] = known;
      const window = first?.impact.services[0]?.windows[0];
      if (!first || !window) return;
      const { share, ...rest } = window;
      const hidden = {
        ...(hideShare ? rest : { ...rest, ...(share === undefined ? {} : { share }) }),
        ...(hideBegin ? { from: unknown } : {}),
      };
      const windowsLeft = first.impact.services[0]?.windows.slice(1) ?? [];
      const lacking = {
        ...first,
        impact: { services: [{ service: 'shop', windows: [hidden, ...windowsLeft] }] },
      } as IncidentRecord;
      const [full, part] = [first, lacking].map((record) => {
        const records = [record, ...known.slice(1)];
        const options = { services: [serviceOf(agreement)], records: indexRecords(records), today: '2026-01-01' };
        return findVerdicts(record, options) as AvailabilityVerdict[];
      });
      for (const verdict of part ?? []) {
        const same = full?.find(({ figures }) => figures?.window.from === verdict.figures?.window.from);
        if (verdict.outcome !== 'unknown' && same) expect(verdict.outcome).toBe(same.outcome);
        if (verdict.outcome === 'unknown') expect(verdict.missing.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 200 },
  );
});

function judge(
  agreement: Parameters<typeof serviceOf>[0],
  windows: Parameters<typeof recordOf>[1][],
): AvailabilityVerdict[] {
  const records = windows.map((list, index) => recordOf(`incident-${index}`, list));
  const [first] = records;
  if (!first) throw new Error('There is always an incident.');
  const options = { services: [serviceOf(agreement)], records: indexRecords(records), today: '2026-01-01' };
  return findVerdicts(first, options) as AvailabilityVerdict[];
}
