import { expect, test } from 'vitest';
import { parseRecordedTime } from '../../../src/shared/incident/recorded-time.ts';
import { timelineAnchors } from '../../../src/shared/incident/timeline-anchors.ts';

test('a row is found by its moment, the second of one moment by a number', () => {
  const rows = [
    '2026-03-14T10:40Z',
    'about 2026-03-14T12:40:00+02:00',
    '2026-03-14T10:00:30Z',
    'unknown',
    '2026-03-14T10:00Z',
    'unknown',
  ];
  expect(timelineAnchors(rows.map((at) => ({ at: parseRecordedTime(at) ?? { certainty: 'unknown' } })))).toEqual([
    't-20260314T1040Z',
    't-20260314T1040Z-2',
    't-20260314T100030Z',
    't-unknown',
    't-20260314T1000Z',
    't-unknown-2',
  ]);
});
