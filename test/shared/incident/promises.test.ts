import { expect, test } from 'vitest';
import { calendarPromises, judgePromises, promiseState } from '../../../src/shared/incident/promises.ts';

test.each([
  { name: 'done on the day it was due', state: 'done', doneOn: '2026-04-15', is: 'kept' },
  { name: 'done a day later', state: 'done', doneOn: '2026-04-16', is: 'late' },
  { name: 'open on the day it is due', state: 'open', today: '2026-04-15', is: 'open' },
  { name: 'open a day later', state: 'open', today: '2026-04-16', is: 'overdue' },
  { name: 'dropped, however late', state: 'dropped', is: 'dropped' },
] as const)('a promise $name is $is', ({ state, is, ...rest }) => {
  const { doneOn, today = '2026-12-31' } = { doneOn: undefined, ...rest } as { doneOn?: string; today?: string };
  expect(promiseState({ state, due: '2026-04-15', doneOn }, today)).toBe(is);
});

test('promises of all postmortems are listed by the day they are due', () => {
  const prose = { text: 'x', html: 'x' };
  const action = (id: string, due: string) =>
    ({ id, due, what: prose, doneWhen: prose, kind: 'fix', owner: 'Team', state: 'open' }) as const;
  const listed = judgePromises(
    [
      {
        id: 'PM-2',
        publishedAt: '2026-02-10T12:00:00Z',
        slug: 'b',
        title: 'B',
        services: [],
        actions: [action('A1', '2026-05-01'), action('A2', '2026-03-01')],
      },
      {
        id: 'PM-1',
        publishedAt: '2026-02-01T12:00:00Z',
        slug: 'a',
        title: 'A',
        services: ['shop'],
        actions: [action('A1', '2026-04-01')],
      },
    ],
    '2026-04-02',
  );
  expect(listed.map(({ slug, action: { id }, state }) => `${slug} ${id} ${state}`)).toEqual([
    'b A2 overdue',
    'a A1 overdue',
    'b A1 open',
  ]);
});

/** Open ones of one postmortem, and one that is done. */
const judged = (dues: string[], today: string) => {
  const prose = { text: 'x', html: 'x' };
  const action = (due: string, index: number) =>
    ({ id: `A${index}`, due, what: prose, doneWhen: prose, kind: 'fix', owner: 'Team', state: 'open' }) as const;
  const done = { ...action('2026-11-01', 9999), state: 'done', doneOn: '2026-11-01' } as const;
  const actions = [...dues.map(action), done];
  return judgePromises(
    [{ id: 'PM-1', publishedAt: '2024-02-01T12:00:00Z', slug: 'a', title: 'A', services: [], actions }],
    today,
  );
};
const calendarDays = (dues: string[], today: string) =>
  calendarPromises(judged(dues, today), today).map(({ action }) => action.due);

test.each([
  { name: 'what is due far ahead', dues: ['2040-01-01'], is: ['2040-01-01'] },
  { name: 'what was due a year ago', dues: ['2025-11-23'], is: ['2025-11-23'] },
  { name: 'nothing that was due earlier', dues: ['2025-11-22', '2024-01-01'], is: [] },
  { name: 'what is due today, in order', dues: ['2026-11-23', '2026-11-22'], is: ['2026-11-22', '2026-11-23'] },
])('a calendar holds $name, and nothing that is done', ({ dues, is }) => {
  expect(calendarDays(dues, '2026-11-23')).toEqual(is);
});

test('a year before a leap day begins with the first of March', () => {
  expect(calendarDays(['2027-02-28', '2027-03-01'], '2028-02-29')).toEqual(['2027-03-01']);
});

test('of very many promises a calendar holds those nearest to the day', () => {
  const days = (year: number) =>
    Array.from({ length: 900 }, (_, index) => {
      const [month, day] = [String(1 + Math.floor(index / 75)), String(1 + (index % 28))];
      return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    }).sort();
  const [past, ahead] = [days(2026), days(2027)];
  expect(calendarDays([...past, ...ahead], '2026-12-31')).toEqual([...past.slice(-500), ...ahead.slice(0, 500)]);
});
