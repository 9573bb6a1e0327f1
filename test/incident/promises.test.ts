import { expect, test } from 'vitest';
import { judgePromises, promiseState } from '../../src/incident/promises.ts';

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
