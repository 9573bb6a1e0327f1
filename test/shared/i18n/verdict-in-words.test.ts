import { expect, test } from 'vitest';
import { useLocale } from '../../../src/shared/i18n/use-locale.ts';
import { verdictInWords } from '../../../src/shared/i18n/verdict-in-words.ts';
import { findVerdicts } from '../../../src/shared/incident/find-verdicts.ts';
import { indexRecords } from '../../../src/shared/incident/record-index.ts';
import { parseRecordedTime, type RecordedTime } from '../../../src/shared/incident/recorded-time.ts';
import { serviceSchema } from '../../../src/shared/incident/service-schema.ts';
import type { PublicSite } from '../../../src/shared/incident/site-schema.ts';
import type { IncidentRecord } from '../../../src/shared/incident/verdict.ts';

const time = (text: string): RecordedTime => parseRecordedTime(text) ?? { certainty: 'unknown' };
const site = { severities: [{ id: 'sev1', name: 'Severity 1', meaning: '' }] } as unknown as PublicSite;

function shown(agreement: object, window: { from: string; to: string; share?: number }, today = '2026-01-01') {
  const share = window.share === undefined ? {} : { share: window.share };
  const record: IncidentRecord = {
    slug: 'one',
    severity: 'sev1',
    publishedAt: '2025-06-10T12:00:00Z',
    times: { started: time('unknown'), firstLogged: time('2025-06-02T10:00Z'), resolved: time('2025-06-02T12:00:30Z') },
    impact: {
      services: [
        {
          service: 'shop',
          windows: [{ from: time(window.from), to: time(window.to), level: 'partial', ...share }],
        },
      ],
    },
  };
  const service = serviceSchema.parse({ name: 'Shop', agreements: [{ from: '2025-01-01', ...agreement }] });
  const [verdict] = findVerdicts(record, {
    services: [{ id: 'shop', ...service }],
    records: indexRecords([record]),
    today,
  });
  if (!verdict) throw new Error('The agreement was in force.');
  const {
    name,
    measured,
    used,
    share: own,
    credit,
  } = verdictInWords(verdict, { site, locale: useLocale('en'), titleOf: (slug) => slug });
  return [name, measured, used, own, credit];
}

const month = {
  kind: 'availability',
  target: 99.95,
  window: 'calendar-month',
  credits: [{ below: 99.95, percent: 10 }],
};
const hour = { from: '2025-06-02T10:00Z', to: '2025-06-02T11:00Z' };

test('a month is shown with its exact minutes', () => {
  expect(shown(month, { ...hour, share: 0.3 })).toEqual([
    'Available, June 2025',
    '99.958%',
    '18.00 of 21.60 min',
    '83%',
    'none',
  ]);
});

test('rough times make rough figures', () => {
  const rough = { from: 'about 2025-06-02T10:00Z', to: '2025-06-02T11:00Z', share: 0.5 };
  expect(shown(month, rough)).toEqual([
    'Available, June 2025',
    'about 99.930%',
    'about 30.00 of 21.60 min',
    'about 139%',
    '10% of the fee',
  ]);
});

test('what is certain is shown as a bound, and nothing as unknown', () => {
  expect(shown(month, hour)).toEqual(['Available, June 2025', '–', 'unknown of 21.60 min', 'unknown', '–']);
});

test('a month that is not over has no availability yet', () => {
  expect(shown(month, { ...hour, share: 0.1 }, '2025-06-20')).toEqual([
    'Available, June 2025',
    'not over yet',
    '6.00 so far of 21.60 min',
    '28% so far',
    '–',
  ]);
});

test('a rolling window is named by its last day', () => {
  expect(shown({ ...month, window: 'rolling-30-days' }, { ...hour, share: 0.1 })[0]).toBe(
    'Available, 30 days to June 2, 2025',
  );
});

test('seconds are said where there are any, so that no limit looks kept that was not', () => {
  expect(shown({ kind: 'resolve', severity: 'sev1', within: 'PT2H' }, hour)[1]).toBe('2 hours, 30 seconds');
});
