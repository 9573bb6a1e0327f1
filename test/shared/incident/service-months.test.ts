/** The months of a service: the gravest impact in each, also where a window has no known end. */
import { expect, test } from 'vitest';
import { indexRecords } from '../../../src/shared/incident/record-index.ts';
import { parseRecordedTime, type RecordedTime } from '../../../src/shared/incident/recorded-time.ts';
import { serviceMonths } from '../../../src/shared/incident/service-months.ts';
import { serviceSchema } from '../../../src/shared/incident/service-schema.ts';
import type { IncidentRecord } from '../../../src/shared/incident/verdict.ts';

const time = (text: string): RecordedTime => parseRecordedTime(text) ?? { certainty: 'unknown' };

type Window = [level: 'down' | 'partial' | 'degraded', from: string, to?: string];

function levels(
  windows: Window[],
  { today = '2026-11-24', since = '2020-01-01', resolved = true, timezone = 'UTC' } = {},
) {
  const records = windows.map(
    ([level, from, to], index): IncidentRecord => ({
      slug: `incident-${index}`,
      severity: 'sev1',
      publishedAt: '2026-01-01T00:00:00Z',
      times: {
        started: time('2026-03-01T00:00Z'),
        firstLogged: time('2026-03-01T00:00Z'),
        ...(resolved ? { resolved: time('2026-03-02T00:00Z') } : {}),
      },
      impact: {
        services: [{ service: 'shop', windows: [{ level, from: time(from), ...(to ? { to: time(to) } : {}) }] }],
      },
    }),
  );
  const service = { id: 'shop', ...serviceSchema.parse({ name: 'Shop', since }) };
  const months = serviceMonths(service, indexRecords(records), { today, timezone });
  expect(months).toHaveLength(24);
  expect([months[0]?.begins, months[23]?.begins]).toEqual(['2024-12-01', '2026-11-01']);
  return Object.fromEntries(
    months.filter(({ level }) => level !== 'none').map(({ begins, level }) => [begins.slice(0, 7), level]),
  );
}

test('a month says the gravest that happened in it', () => {
  expect(
    levels([
      ['degraded', '2026-02-03T10:00Z', '2026-02-03T11:00Z'],
      ['down', '2026-02-09T10:00Z', '2026-02-09T10:05Z'],
      ['partial', '2026-04-30T23:00Z', '2026-05-01T01:00Z'],
    ]),
  ).toEqual({ '2026-02': 'down', '2026-04': 'partial', '2026-05': 'partial' });
});

test('what lasts has lasted until today; an unknown end counts for the month of the other one', () => {
  expect(levels([['degraded', '2026-09-30T10:00Z']], { resolved: false })).toEqual({
    '2026-09': 'degraded',
    '2026-10': 'degraded',
    '2026-11': 'degraded',
  });
  expect(levels([['down', 'unknown', '2026-03-02T10:00Z']])).toEqual({ '2026-03': 'down' });
  expect(levels([['down', '2026-02-02T10:00Z', 'unknown']])).toEqual({ '2026-02': 'down' });
});

test('months before the service began are told apart', () => {
  expect(levels([], { since: '2025-02-14' })).toEqual({ '2024-12': 'not-begun', '2025-01': 'not-begun' });
});

test('months begin by the clock of the site', () => {
  const window: Window = ['down', '2026-02-01T04:30Z', '2026-02-01T04:40Z'];
  expect(levels([window])).toEqual({ '2026-02': 'down' });
  expect(levels([window], { timezone: 'America/New_York' })).toEqual({ '2026-01': 'down' });
});
