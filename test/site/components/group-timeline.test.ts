import { expect, test } from 'vitest';
import { groupTimeline } from '../../../src/site/components/postmortem/group-timeline.ts';

const row = (text: string, at?: string) => ({
  at: at ? { certainty: 'exact' as const, at } : { certainty: 'unknown' as const },
  kind: 'note' as const,
  what: { text, html: text },
});
const shown = [
  row('first', '2026-03-14T09:00:00Z'),
  row('late', '2026-03-14T23:59:00Z'),
  row('next day', '2026-03-15T00:00:00Z'),
  row('some time'),
];

test('rows stand under their day in UTC, those without a time beside the row before', () => {
  const days = groupTimeline(shown, [], 'UTC');
  expect(days.map(({ day, rows }) => [day, rows.length])).toEqual([
    ['2026-03-14', 2],
    ['2026-03-15', 2],
  ]);
});

test('internal rows take their place in time and are marked', () => {
  const days = groupTimeline(
    shown,
    [row('between', '2026-03-14T10:00:00Z'), row('last', '2026-03-16T10:00:00Z')],
    'UTC',
  );
  const rows = days.flatMap((day) => day.rows.map(({ what, internal }) => `${what.text}${internal ? ' *' : ''}`));
  expect(rows).toEqual(['first', 'between *', 'late', 'next day', 'some time', 'last *']);
});

test('a timeline that knows no time has one group without a day', () => {
  const days = groupTimeline([row('one'), row('two')], [], 'UTC');
  expect(days.map(({ day, rows }) => [day, rows.length])).toEqual([[undefined, 2]]);
});

test('days are those of the zone', () => {
  const days = groupTimeline(shown, [], 'America/New_York');
  expect(days.map(({ day, rows }) => [day, rows.length])).toEqual([['2026-03-14', 4]]);
});
