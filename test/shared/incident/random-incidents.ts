/** Random incidents on whole minutes around the clock changes of many zones. */
import fc from 'fast-check';
import { instantAt } from '../../../src/shared/incident/instant.ts';
import type { PublicService } from '../../../src/shared/incident/service-schema.ts';
import type { AvailabilityAgreement, IncidentRecord } from '../../../src/shared/incident/verdict.ts';

/** 2024-12-30T00:00Z in minutes of the epoch. The painted stretch holds the first half of 2025 in every zone. */
export const startMinute = 28_925_280;
export const paintedMinutes = 60 * 24 * 185;

export interface PlainSpan {
  /** Minutes after `startMinute`. */
  from: number;
  to: number;
}

export interface PlainImpact extends PlainSpan {
  level: 'down' | 'partial' | 'degraded';
  percent: number;
}

/** Partial and degraded impacts weigh their share, a service that is down weighs in full. */
export function mostWeight({ level, percent }: PlainImpact): number {
  return level === 'down' ? 1_000_000_000 : percent * 10_000_000;
}

export const zones = fc.constantFrom(
  'UTC',
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Santiago',
  'Africa/Cairo',
  'Pacific/Chatham',
);

/** Within the months from March to May 2025. */
export const spans = fc
  .record({ from: fc.integer({ min: 60 * 24 * 62, max: 60 * 24 * 150 }), length: fc.integer({ min: 1, max: 2500 }) })
  .map(({ from, length }): PlainSpan => ({ from, to: from + length }));

const impacts = fc
  .record({
    span: spans,
    level: fc.constantFrom('down' as const, 'partial' as const, 'degraded' as const),
    percent: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ span, level, percent }): PlainImpact => ({ ...span, level, percent }));

/** One to four postmortems of one to three impact windows each. */
export const incidents = fc.array(fc.array(impacts, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });

export const agreements = fc
  .record({
    target: fc.constantFrom(99.99, 99.95, 99.9, 99.5, 99, 97.5, 90),
    timezone: zones,
    excludesMaintenance: fc.boolean(),
  })
  .map(
    (rule): AvailabilityAgreement => ({
      kind: 'availability',
      window: 'calendar-month',
      counts: { down: 1, partial: 'share', degraded: 'share' },
      credits: [],
      from: '2020-01-01',
      ...rule,
    }),
  );

export const at = (minute: number) => instantAt((startMinute + minute) * 60);
const exact = (minute: number) => ({ certainty: 'exact' as const, at: at(minute) });

export function recordOf(slug: string, windows: readonly PlainImpact[]): IncidentRecord {
  const from = Math.min(...windows.map((window) => window.from));
  const to = Math.max(...windows.map((window) => window.to));
  return {
    slug,
    severity: 'sev1',
    publishedAt: at(to),
    times: { started: exact(from), firstLogged: exact(from), resolved: exact(to) },
    impact: {
      services: [
        {
          service: 'shop',
          windows: windows.map((window) => ({
            from: exact(window.from),
            to: exact(window.to),
            level: window.level,
            share: window.percent / 100,
          })),
        },
      ],
    },
  };
}

export function serviceOf(agreement: AvailabilityAgreement, maintenance: readonly PlainSpan[] = []): PublicService {
  return {
    id: 'shop',
    name: 'Shop',
    internal: false,
    agreements: [agreement],
    maintenance: maintenance.map(({ from, to }) => ({ from: at(from), to: at(to) })),
  };
}
