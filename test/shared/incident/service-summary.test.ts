/** How a service stands: this year's availability, and the days since the last grave incident. */
import { expect, test } from 'vitest';
import { serviceSummaryInWords } from '../../../src/shared/i18n/service-summary-in-words.ts';
import { useLocale } from '../../../src/shared/i18n/use-locale.ts';
import { indexRecords } from '../../../src/shared/incident/record-index.ts';
import { parseRecordedTime, type RecordedTime } from '../../../src/shared/incident/recorded-time.ts';
import { serviceSchema } from '../../../src/shared/incident/service-schema.ts';
import { serviceSummaryOf } from '../../../src/shared/incident/service-summary.ts';
import type { IncidentRecord } from '../../../src/shared/incident/verdict.ts';

const time = (text: string): RecordedTime => parseRecordedTime(text) ?? { certainty: 'unknown' };

interface Incident {
  from: string;
  to?: string;
  severity?: string;
  service?: string;
  resolved?: string | undefined;
  slug?: string;
}

function record({
  from,
  to,
  severity = 'sev1',
  service = 'shop',
  resolved = to,
  slug = 'one',
}: Incident): IncidentRecord {
  return {
    slug,
    severity,
    publishedAt: '2026-01-01T00:00:00Z',
    times: {
      started: time(from),
      firstLogged: time(from),
      ...(resolved === undefined ? {} : { resolved: time(resolved) }),
    },
    impact: {
      services: [{ service, windows: [{ from: time(from), ...(to ? { to: time(to) } : {}), level: 'down' }] }],
    },
  };
}

function said(incidents: Incident[], { today = '2026-11-24', service = {} } = {}) {
  const records = incidents.map(record);
  const agreements = [{ kind: 'availability', target: 99.9, window: 'calendar-month', from: '2024-01-01' }];
  const parsed = serviceSchema.parse({ name: 'Shop', agreements, ...service });
  const serviceSummary = serviceSummaryOf(
    { id: 'shop', ...parsed },
    { records, index: indexRecords(records), gravest: 'sev1', today },
  );
  const { available, gravest } = serviceSummaryInWords(serviceSummary, 'Severity 1', useLocale('en'));
  return { available, gravest };
}

test('the year is one window up to the begin of the day, counted as the agreement counts', () => {
  // 327 days of 1,440 minutes; 470.88 minutes are 0.1 % of them.
  const hours = { from: '2026-03-01T00:00Z', to: '2026-03-01T07:50:52Z' };
  expect(said([hours]).available).toBe('99.900% available in 2026');
  expect(said([]).available).toBe('100.000% available in 2026');
  expect(said([{ from: '2025-12-31T00:00Z', to: '2025-12-31T23:00Z' }]).available).toBe('100.000% available in 2026');
});

test('what is not known is not counted as nothing', () => {
  expect(said([{ from: '2026-11-23T12:00Z' }]).available).toBe('99.847% available in 2026');
  const vague = { from: 'unknown', to: '2026-11-01T10:00Z' };
  expect(said([vague]).available).toBe('availability in 2026 not known');
  const half = { from: '2026-03-01T00:00Z', to: '2026-03-01T10:00Z', slug: 'two' };
  expect(said([vague, half]).available).toMatch(/^at most 99\.8\d\d% available in 2026$/);
  expect(said([{ from: 'about 2026-03-01T00:00Z', to: '2026-03-01T10:00Z' }]).available).toMatch(/^about 99\.8/);
});

test('a year that the agreement or the service joined late is told by its first day', () => {
  const late = { since: '2026-07-01' };
  expect(said([], { service: late }).available).toBe('100.000% available since July 1, 2026');
});

test('nothing is said of availability without an agreement in force, nor on the first of January', () => {
  expect(said([], { service: { agreements: [] } }).available).toBeUndefined();
  expect(said([], { today: '2026-01-01' }).available).toBeUndefined();
  const ended = [
    { kind: 'availability', target: 99.9, window: 'rolling-30-days', from: '2024-01-01', until: '2026-10-31' },
  ];
  expect(said([], { service: { agreements: ended } }).available).toBeUndefined();
});

test.each<[string, Incident[], string]>([
  ['none', [], 'No Severity 1 on record'],
  [
    'one of another service',
    [{ from: '2026-11-01T00:00Z', to: '2026-11-01T01:00Z', service: 'other' }],
    'No Severity 1 on record',
  ],
  [
    'one less grave',
    [{ from: '2026-11-01T00:00Z', to: '2026-11-01T01:00Z', severity: 'sev2' }],
    'No Severity 1 on record',
  ],
  ['one of yesterday', [{ from: '2026-11-23T20:00Z', to: '2026-11-23T23:59Z' }], '1 day since Severity 1'],
  [
    'the later of two',
    [
      { from: '2026-01-01T00:00Z', to: '2026-01-02T00:00Z' },
      { from: '2026-11-14T00:00Z', to: '2026-11-14T01:00Z' },
    ],
    '10 days since Severity 1',
  ],
  ['one that lasts', [{ from: '2026-11-01T00:00Z' }], 'Severity 1 ongoing'],
  ['one whose end is not known', [{ from: '2026-11-14T00:00Z', to: 'unknown' }], '10 days since Severity 1'],
  [
    'one over in the course of the day',
    [{ from: '2026-11-24T00:00Z', to: '2026-11-24T01:00Z' }],
    '0 days since Severity 1',
  ],
])('of the gravest severity: %s', (_, incidents, expected) => {
  expect(said(incidents).gravest).toBe(expected);
});
