import { expect, test } from 'vitest';
import type { ProjectedPostmortem } from '../../../src/shared/incident/public-postmortem.ts';
import type { RecordedCount } from '../../../src/shared/incident/recorded-count.ts';
import { readLasted, writeLasted } from '../../../src/site/search/lasted.ts';
import { describeForSearch } from '../../../src/site/search/searchable.ts';

const names = {
  services: new Map([['checkout', 'Checkout']]),
  severity: 'Critical',
  outcomes: ['Met', 'Breached'],
  detection: 'Monitoring',
  timezone: 'UTC',
};

function postmortem(users: RecordedCount, times: Partial<ProjectedPostmortem['times']>): ProjectedPostmortem {
  return {
    id: 'PM-1',
    redirectFrom: ['earlier'],
    severity: 'sev1',
    publishedAt: '2025-01-02T00:00:00Z',
    tags: ['database', 'deploy'],
    times: { firstLogged: { certainty: 'exact', at: '2024-12-31T23:50:00Z' }, ...times },
    impact: { users, services: [{ service: 'checkout', windows: [] }] },
  } as unknown as ProjectedPostmortem;
}

test('filters carry the words that readers see', () => {
  const started = { certainty: 'exact' as const, at: '2024-12-31T23:30:00Z' };
  const { filters } = describeForSearch(postmortem({ kind: 'unknown' }, { started }), names);
  expect(filters.map(({ name, value }) => `${name}=${value}`)).toEqual([
    'service=Checkout',
    'severity=Critical',
    'year=2024',
    'tag=database',
    'tag=deploy',
    'agreement=Met',
    'agreement=Breached',
    'detection=Monitoring',
  ]);
});

test('what is unknown sorts last and is still found', () => {
  const { sorts, metadata } = describeForSearch(
    postmortem({ kind: 'unknown' }, { started: { certainty: 'unknown' } }),
    names,
  );
  expect(Object.fromEntries(sorts.map(({ name, value }) => [name, value]))).toEqual({
    newest: '1735776000',
    longest: '-1',
    users: '-1',
  });
  expect(metadata).toContainEqual({ name: 'date', value: '2025-01-02' });
  expect(Object.fromEntries(metadata.map(({ name, value }) => [name, value]))).toMatchObject({
    id: 'PM-1',
    earlier: 'earlier',
    tags: 'database deploy',
    services: 'Checkout',
    grade: 'Critical',
  });
});

test.each<[RecordedCount, string]>([
  [{ kind: 'about', value: 12_000 }, '12000'],
  [{ kind: 'atLeast', value: 500 }, '500'],
  [{ kind: 'range', from: 80, to: 95 }, '80'],
])('sorts %o by what the record vouches for', (users, value) => {
  const { sorts } = describeForSearch(postmortem(users, { started: { certainty: 'unknown' } }), names);
  expect(sorts).toContainEqual({ name: 'users', value });
});

test.each([
  [{ certainty: 'exact', minutes: 97 }, '1 hour, 37 minutes'],
  [{ certainty: 'about', minutes: 2885 }, 'about 2 days, 5 minutes'],
  [{ certainty: 'exact', minutes: 0 }, 'under a minute'],
  [{ certainty: 'unknown' }, undefined],
  [undefined, undefined],
] as const)('%o is kept in the index and read again in words', (duration, words) => {
  const forms = { locale: 'en-GB', about: 'about #', underAMinute: 'under a minute' };
  expect(readLasted(writeLasted(duration), forms)).toBe(words);
});

test('states are kept by their names: of the incident while it is open, of the account until it is final', () => {
  const written = (state: string, resolved: boolean) =>
    describeForSearch(
      {
        ...postmortem({ kind: 'unknown' }, resolved ? { resolved: { certainty: 'unknown' } } : {}),
        times: {
          started: { certainty: 'unknown' },
          firstLogged: { certainty: 'unknown' },
          ...(resolved && { resolved: { certainty: 'unknown' } }),
        },
        state,
      } as ProjectedPostmortem,
      names,
    ).metadata.find(({ name }) => name === 'state')?.value;
  expect([written('final', true), written('preliminary', true), written('preliminary', false)]).toEqual([
    undefined,
    'preliminary',
    'ongoing preliminary',
  ]);
});
