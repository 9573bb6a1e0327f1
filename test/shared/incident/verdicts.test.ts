import { describe, expect, test } from 'vitest';
import { availabilityHistory } from '../../../src/shared/incident/availability-history.ts';
import { findVerdicts } from '../../../src/shared/incident/find-verdicts.ts';
import { indexRecords } from '../../../src/shared/incident/record-index.ts';
import { parseRecordedTime, type RecordedTime } from '../../../src/shared/incident/recorded-time.ts';
import { type Agreement, serviceSchema } from '../../../src/shared/incident/service-schema.ts';
import { minutesOf } from '../../../src/shared/incident/shown-figures.ts';
import type { AvailabilityVerdict, IncidentRecord, ResponseVerdict } from '../../../src/shared/incident/verdict.ts';

const time = (text: string): RecordedTime => parseRecordedTime(text) ?? { certainty: 'unknown' };

type Windows = { from: string; to?: string; level?: 'down' | 'partial' | 'degraded'; share?: number }[];

function record(windows: Windows, rest: Partial<IncidentRecord['times']> & { slug?: string } = {}): IncidentRecord {
  const { slug = 'one', ...times } = rest;
  return {
    slug,
    severity: 'sev1',
    publishedAt: '2025-06-10T12:00:00Z',
    times: {
      started: time('2025-05-30T08:00Z'),
      firstLogged: time('2025-05-30T15:40Z'),
      resolved: time('2025-06-03T14:00Z'),
      ...times,
    },
    impact: {
      services: [
        {
          service: 'shop',
          windows: windows.map(({ from, to, level = 'down', share }) => ({
            from: time(from),
            ...(to ? { to: time(to) } : {}),
            level,
            ...(share === undefined ? {} : { share }),
          })),
        },
      ],
    },
  };
}

function judge(
  agreement: object,
  incident: IncidentRecord,
  options: { today?: string; others?: IncidentRecord[]; service?: object } = {},
) {
  const service = serviceSchema.parse({
    name: 'Shop',
    agreements: [{ from: '2025-01-01', ...agreement }],
    ...options.service,
  });
  return findVerdicts(incident, {
    services: [{ id: 'shop', ...service }],
    records: indexRecords([incident, ...(options.others ?? [])]),
    today: options.today ?? '2026-01-01',
  });
}

const month = { kind: 'availability', target: 99.9, window: 'calendar-month' } satisfies Partial<Agreement>;
const outcomes = (verdicts: { outcome: string }[]) => verdicts.map(({ outcome }) => outcome);
const used = (verdicts: unknown[]) =>
  (verdicts as AvailabilityVerdict[]).map(({ figures }) => minutesOf(figures?.used ?? 0).value);
const missing = (verdicts: { missing: { fact: string }[] }[]) =>
  verdicts.flatMap((verdict) => verdict.missing.map(({ fact }) => fact));

describe('availability', () => {
  test('an impact over the end of a month counts in both months', () => {
    const verdicts = judge(month, record([{ from: '2025-05-31T23:00Z', to: '2025-06-01T00:30Z' }]));
    expect(used(verdicts)).toEqual([60, 30]);
    expect(outcomes(verdicts)).toEqual(['breached', 'met']);
  });

  test('an impact that ends at midnight does not touch the next month', () => {
    expect(used(judge(month, record([{ from: '2025-05-31T23:00Z', to: '2025-06-01T00:00Z' }])))).toEqual([60]);
  });

  test('what two postmortems overlap counts once, at the heavier weight, and for each as its own', () => {
    const first = record([{ from: '2025-06-02T10:00Z', to: '2025-06-02T11:00Z', level: 'partial', share: 0.5 }]);
    const second = record([{ from: '2025-06-02T10:30Z', to: '2025-06-02T11:30Z' }], { slug: 'two' });
    const [verdict] = judge(month, first, { others: [second] }) as AvailabilityVerdict[];
    expect(used([verdict])).toEqual([75]);
    expect(minutesOf(verdict?.figures?.own ?? 0).value).toBe(30);
  });

  test('announced maintenance is taken off the window and off the downtime where the agreement says so', () => {
    const maintenance = [{ from: '2025-06-02T10:00Z', to: '2025-06-02T12:00Z' }];
    const incident = record([{ from: '2025-06-02T11:00Z', to: '2025-06-02T12:10Z' }]);
    const [with_] = judge({ ...month, excludesMaintenance: true }, incident, {
      service: { maintenance },
    }) as AvailabilityVerdict[];
    const [without] = judge(month, incident, { service: { maintenance } }) as AvailabilityVerdict[];
    expect([used([with_]), with_?.figures?.measuredSeconds]).toEqual([[10], 718 * 3600]);
    expect([used([without]), without?.figures?.measuredSeconds]).toEqual([[70], 720 * 3600]);
  });

  test('a month in which the clocks change has the length that it had', () => {
    const agreement = { ...month, timezone: 'Europe/London' };
    const [march] = judge(
      agreement,
      record([{ from: '2025-03-30T00:30Z', to: '2025-03-30T01:30Z' }]),
    ) as AvailabilityVerdict[];
    expect(march?.figures?.measuredSeconds).toBe((31 * 24 - 1) * 3600);
    expect(used([march])).toEqual([60]);
  });

  test('an agreement that begins within the month is measured from its first day', () => {
    const [verdict] = judge(
      { ...month, from: '2025-06-16' },
      record([{ from: '2025-06-20T10:00Z', to: '2025-06-20T10:10Z' }]),
    ) as AvailabilityVerdict[];
    expect(verdict?.figures).toMatchObject({
      measuredSeconds: 15 * 86_400,
      isWhole: false,
      days: { first: '2025-06-16', last: '2025-06-30' },
    });
  });

  test('an agreement is in force through its last day', () => {
    const incident = record([{ from: '2025-06-20T23:00Z', to: '2025-06-20T23:10Z' }]);
    expect(judge({ ...month, until: '2025-06-20' }, incident)).toHaveLength(1);
    expect(judge({ ...month, until: '2025-06-19' }, incident)).toHaveLength(0);
  });

  test('a limit used to the last second is met', () => {
    const incident = (seconds: string) => record([{ from: '2025-06-02T10:00Z', to: `2025-06-02T10:43:${seconds}Z` }]);
    expect(outcomes(judge(month, incident('12')))).toEqual(['met']);
    expect(outcomes(judge(month, incident('13')))).toEqual(['breached']);
  });

  test('a begin that is unknown leaves a month open, unless the rest breaches it already', () => {
    const incident = (to: string) =>
      record([
        { from: 'unknown', to: '2025-06-02T10:00Z', level: 'partial', share: 0.5 },
        { from: '2025-06-02T10:00Z', to, level: 'partial', share: 0.5 },
      ]);
    const open = judge(month, incident('2025-06-02T10:20Z'));
    expect([outcomes(open), missing(open), used(open)]).toEqual([['unknown'], ['impact-begin'], [10]]);
    expect(outcomes(judge(month, incident('2025-06-02T12:00Z')))).toEqual(['breached']);
  });

  test('a share that is not recorded may be anything', () => {
    const incident = (to: string) => record([{ from: '2025-06-02T10:00Z', to, level: 'partial' }]);
    const long = judge(month, incident('2025-06-02T12:00Z'));
    expect([outcomes(long), missing(long)]).toEqual([['unknown'], ['share']]);
    expect(outcomes(judge(month, incident('2025-06-02T10:40Z')))).toEqual(['met']);
  });

  test('a month that is not over cannot be called met, but can be breached', () => {
    const incident = (to: string) => record([{ from: '2025-06-02T10:00Z', to }]);
    const open = judge(month, incident('2025-06-02T10:10Z'), { today: '2025-06-20' });
    expect([outcomes(open), missing(open)]).toEqual([['unknown'], ['window-end']]);
    expect(outcomes(judge(month, incident('2025-06-02T11:10Z'), { today: '2025-06-20' }))).toEqual(['breached']);
  });

  test('an impact that lasts has lasted until today at least', () => {
    const { resolved: _, ...times } = record([]).times;
    const ongoing = { ...record([{ from: '2025-06-02T10:00Z' }]), times };
    expect(used(judge(month, ongoing, { today: '2025-06-03' }))).toEqual([14 * 60]);
  });

  test('a service that is named without windows cannot be judged', () => {
    const verdicts = judge(month, record([]));
    expect([outcomes(verdicts), missing(verdicts)]).toEqual([['unknown'], ['windows']]);
  });

  test('the credit is that of the lowest tier reached', () => {
    const credits = [
      { below: 99.9, percent: 10 },
      { below: 99, percent: 30 },
    ];
    const creditOf = (to: string) =>
      (judge({ ...month, credits }, record([{ from: '2025-06-02T00:00Z', to }])) as AvailabilityVerdict[]).map(
        ({ figures }) => figures?.creditPercent,
      );
    expect(creditOf('2025-06-02T00:40Z')).toEqual([0]);
    expect(creditOf('2025-06-02T01:00Z')).toEqual([10]);
    expect(creditOf('2025-06-02T07:12Z')).toEqual([10]);
    expect(creditOf('2025-06-02T07:13Z')).toEqual([30]);
  });

  test('a rolling window reaches back to an earlier incident', () => {
    const rolling = { ...month, window: 'rolling-30-days' as const };
    const first = record([{ from: '2025-05-20T10:00Z', to: '2025-05-20T10:30Z' }], { slug: 'earlier' });
    const second = record([{ from: '2025-06-10T10:00Z', to: '2025-06-10T10:20Z' }]);
    const [verdict] = judge(rolling, second, { others: [first] }) as AvailabilityVerdict[];
    expect([used([verdict]), verdict?.outcome, verdict?.figures?.window.to]).toEqual([
      [50],
      'breached',
      '2025-06-10T10:20:00Z',
    ]);
  });
});

describe('response', () => {
  const resolve = {
    kind: 'resolve',
    severity: 'sev1',
    within: 'PT8H',
    hours: 'Mon-Fri 09:00-17:30 Europe/London',
  } as const;
  const judged = (agreement: object, incident = record([]), today = '2026-01-01') =>
    judge(agreement, incident, { today }).map(({ outcome, missing: facts, ...rest }) => ({
      outcome,
      minutes: ((rest as ResponseVerdict).usedSeconds ?? Number.NaN) / 60,
      facts: facts.map(({ fact }) => fact),
    }));

  test('the clock of business hours stands still over the weekend', () => {
    expect(judged(resolve)).toEqual([{ outcome: 'breached', minutes: 920, facts: [] }]);
  });

  test('it stands still on holidays', () => {
    expect(judged({ ...resolve, holidays: ['2025-06-02'] })).toEqual([{ outcome: 'met', minutes: 410, facts: [] }]);
  });

  test('an agreement about another severity says nothing', () => {
    expect(judged({ ...resolve, severity: 'sev2' })).toEqual([]);
  });

  test('a postmortem is published in time up to the last second', () => {
    expect(judged({ kind: 'publish', within: 'P6DT22H' })).toEqual([{ outcome: 'met', minutes: 9960, facts: [] }]);
    expect(judged({ kind: 'publish', within: 'P6DT21H59M' }).map(({ outcome }) => outcome)).toEqual(['breached']);
  });

  test('an acknowledgement that is not recorded cannot be judged', () => {
    expect(judged({ ...resolve, kind: 'acknowledge' })).toMatchObject([
      { outcome: 'unknown', facts: ['acknowledged'] },
    ]);
  });

  test('while the incident lasts, the clock has run until today', () => {
    const { resolved: _, ...times } = record([]).times;
    const lasting = { ...record([]), times };
    expect(judged(resolve, lasting, '2025-05-31')).toMatchObject([
      { outcome: 'unknown', minutes: 50, facts: ['resolved'] },
    ]);
    expect(judged(resolve, lasting, '2025-06-04')).toMatchObject([{ outcome: 'breached' }]);
  });

  test('what rests on a rough time is itself rough', () => {
    const rough = record([], { firstLogged: time('about 2025-05-30T15:40Z') });
    expect(judge(resolve, rough).map(({ certainty }) => certainty)).toEqual(['about']);
  });
});

describe('the history of a service', () => {
  const service = {
    id: 'shop',
    ...serviceSchema.parse({ name: 'Shop', since: '2025-03-10', agreements: [{ ...month, from: '2025-01-01' }] }),
  };
  const incident = record([{ from: '2025-05-31T23:00Z', to: '2025-06-01T00:30Z' }]);
  const [history] = availabilityHistory(service, indexRecords([incident]), '2025-07-15');

  test('has 24 months, the present one last', () => {
    expect(history?.rows).toHaveLength(24);
    expect(history?.rows.at(-1)).toMatchObject({ begins: '2025-07-01', figures: { outcome: 'unknown' } });
  });

  test('is empty before the service began, and not 100 percent', () => {
    const begun = history?.rows.filter(({ figures }) => figures).map(({ begins }) => begins);
    expect(begun).toEqual(['2025-03-01', '2025-04-01', '2025-05-01', '2025-06-01', '2025-07-01']);
  });

  test('names the postmortems behind each month', () => {
    const behind = history?.rows
      .filter((row) => row.behind.length > 0)
      .map(({ begins, figures }) => [begins, figures?.outcome]);
    expect(behind).toEqual([
      ['2025-05-01', 'breached'],
      ['2025-06-01', 'met'],
    ]);
  });

  test('has nothing to say of an agreement that ended before', () => {
    const old = { ...service, agreements: service.agreements.map((rule) => ({ ...rule, until: '2023-01-01' })) };
    expect(availabilityHistory(old, indexRecords([incident]), '2025-07-15')).toEqual([]);
  });
});
