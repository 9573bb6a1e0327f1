/** What a document says of times that is not certain is asked about, and what agrees wins over what does not. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { importMarkdown } from '../../../src/author/importers/markdown.ts';

function draftOf(text: string): {
  times: Record<string, string>;
  timeline: { at: string; what: string }[];
  todo: string;
} {
  const [draft] = importMarkdown({ fileName: 'kiln.md', text }, { severity: 'sev3' });
  const matter = /^---\n([\s\S]*?)\n---/.exec(draft?.mdx ?? '')?.[1] ?? '';
  const todo = matter.split('\n').filter((line) => line.startsWith('#'));
  return { times: {}, timeline: [], ...parse(matter), todo: todo.join('\n') };
}

test('clocks that only the text tells are asked about, and those of rows are not', () => {
  const { todo } = draftOf(`# Kiln on 2026-07-03

All times in UTC.

## Impact

The kiln was cold (between 9:46am - 13:30), at the latest until 1:46pm. See https://kiln.example/10:55 and a ratio of 3:2.

\`\`\`
11:11 a line of a log
\`\`\`

## Timeline

- 10:00 the fire went out
- 13:30 the fire burns again
`);
  expect(todo).toContain('Are these clock times of the text rows, too: 9:46am, 1:46pm?');
});

test.each([
  ['Fault occurs 2026-07-03 10:00', 'Fault detected 2026-07-03 10:20', 'Resolved 2026-07-03 11:00'],
  ['Problem began: 2026-07-03 10:00', 'Issue identified at 2026-07-03 10:20', 'Outage ended 2026-07-03 11:00'],
])('key events are read by their own names: %s', (...events) => {
  const list = events.map((event) => `- ${event}\n`).join('');
  const { times } = draftOf(`# Kiln\n\nAll times in UTC.\n\n## Key events\n\n${list}`);
  expect(times).toEqual({
    started: 'about 2026-07-03T10:00Z',
    firstLogged: 'about 2026-07-03T10:20Z',
    resolved: 'about 2026-07-03T11:00Z',
  });
});

test('a key event with a day and no clock is asked about', () => {
  const { times, todo } = draftOf(
    '# Kiln\n\nAll times in UTC.\n\n## Key events\n\n- First detected 2026-07-03 (time to be confirmed)\n- Incident declared: 2026-07-04 08:56\n- Resolved 2026-07-05 10:30\n',
  );
  expect(times['firstLogged']).toBe('unknown');
  expect(todo).toContain('The source states no clock for: First detected 2026-07-03.');
});

test('where a start stands behind a report and an end that agree, the start is asked about', () => {
  const { times, todo } = draftOf(`# Kiln on 26 March 2026

All times in UTC.

## Timeline

- [03-26 23:04] The kiln is emptied (**outage starts**)
- [03-26 02:50] The outage is reported by a customer
- [03-26 08:10] A new kiln is lit (**outage ends**)
`);
  expect(times).toEqual({
    started: 'unknown',
    firstLogged: 'about 2026-03-26T02:50Z',
    resolved: 'about 2026-03-26T08:10Z',
  });
  expect(todo).toContain('2026-03-26T23:04Z for started, which does not fit');
});

test('whoever confirms that all is well ends an incident', () => {
  const { times } = draftOf(`# Kiln on 2026-07-03

All times in UTC.

## Timeline

- 10:00 A stoker noticed that the kiln was cold
- 10:30 The stoker cleaned it, and confirmed the kiln is healthy.
- 11:00 The stoker wrote to the list
`);
  expect(times['resolved']).toBe('about 2026-07-03T10:30Z');
});

test('a dash that was meant as a bullet begins a row', () => {
  const { timeline } = draftOf(`# Kiln

All times in UTC.

## Timeline

- 2026-07-03 10:00: the fire went out
\u2013 2026-07-03 10:30: the fire burns again
- 2026-07-03 11:00: all is well
`);
  expect(timeline.map(({ at }) => at)).toEqual(['2026-07-03T10:00Z', '2026-07-03T10:30Z', '2026-07-03T11:00Z']);
});

test('clocks that were carried over midnight are named', () => {
  const { timeline, todo } = draftOf(
    '# Kiln on 2026-07-03\n\nAll times in UTC.\n\n## Timeline\n\n- 22:00 cold\n- 23:50 colder\n- 00:40 warm\n- 01:10 hot\n',
  );
  expect(timeline.map(({ at }) => at).slice(2)).toEqual(['about 2026-07-04T00:40Z', 'about 2026-07-04T01:10Z']);
  expect(todo).toContain('please confirm: 00:40, 01:10.');
});

test.each([
  ['5 PM the fire went out', 'about 2026-07-03T17:00Z'],
  ['9am: the fire went out', 'about 2026-07-03T09:00Z'],
  ['shortly before 10: the fire went out', 'about 2026-07-03T10:00Z'],
  ["around 10 o'clock the fire went out", 'about 2026-07-03T10:00Z'],
  ['about 10 UTC, the fire went out', 'about 2026-07-03T10:00Z'],
  ['ca. 10 Uhr: the fire went out', 'about 2026-07-03T10:00Z'],
])('an hour alone is never exact: %s', (row, at) => {
  const { timeline } = draftOf(`# Kiln on 2026-07-03\n\nAll times in UTC.\n\n## Timeline\n\n- ${row}\n- 23:30 warm\n`);
  expect(timeline.map((found) => found.at)).toEqual([at, '2026-07-03T23:30Z']);
});

test.each([
  'about 10 kilns went out',
  'around 10, 12 and 14 were cold',
  '10 percent were lost',
  '5 amphoras broke',
  '5 Am Ofen war es kalt',
])('a number is no hour: %s', (row) => {
  const { timeline } = draftOf(
    `# Kiln on 2026-07-03\n\nAll times in UTC.\n\n## Timeline\n\n- 08:00 cold\n- ${row}\n- 23:30 warm\n`,
  );
  expect(timeline.map((found) => found.at)).toEqual(['2026-07-03T08:00Z', '2026-07-03T23:30Z']);
});

test('times without a zone are read in the only one that others name, as about', () => {
  const rows = '- 16:22 PST the fire went out\n- 17:07 nobody was there\n- 17:20 PST the fire burns again\n';
  const { timeline, todo } = draftOf(`# Kiln on 2026-11-30\n\n## Timeline\n\n${rows}`);
  expect(timeline.map(({ at }) => at)).toEqual([
    '2026-11-30T16:22-08:00',
    'about 2026-11-30T17:07-08:00',
    '2026-11-30T17:20-08:00',
  ]);
  expect(todo).toContain('Times without a zone were read in PST, as about');
});

test('where rows name two zones, times without are in neither', () => {
  const rows = '- 16:22 PST the fire went out\n- 17:07 nobody was there\n- 17:20 UTC the fire burns again\n';
  const { timeline, todo } = draftOf(`# Kiln on 2026-11-30\n\n## Timeline\n\n${rows}`);
  expect(timeline[1]?.at).toBe('about 2026-11-30T17:07Z');
  expect(todo).toContain('The source names no time zone');
});

test('a row of a timeline that states a day alone is kept, with its moment open', () => {
  const { timeline } = draftOf(`# Kiln

## Timeline

All times in UTC

### 2026-07-01

A stoker found the kiln damp.

### 2026-07-03 10:00

The fire went out.
`);
  expect(timeline).toMatchObject([
    { at: 'unknown', what: '2026-07-01: A stoker found the kiln damp.' },
    { at: '2026-07-03T10:00Z' },
  ]);
});

test.each(['2026-07-03 (*all times UTC*)', '2026-07-03: all times are in CET', '2026-07-03\n\nTimes in UTC'])(
  'a line that says a day and a zone is no row: %j',
  (line) => {
    const { timeline } = draftOf(`# Kiln\n\n## Timeline\n\n${line}\n\n- 10:00 the fire went out\n- 10:30 it burns\n`);
    expect(timeline).toHaveLength(2);
  },
);

test('the end of a range is no event by itself', () => {
  const { timeline } = draftOf(
    '# Kiln on 2026-07-03\n\nAll times in UTC.\n\n## Timeline\n\n### ~13:30 - 13:45\n\nThe fire goes out.\n\n### 14:00\n\nIt burns.\n\n### 14:10\n\nIt is hot.\n',
  );
  expect(timeline[0]).toMatchObject({ at: 'about 2026-07-03T13:30Z', what: '13:45 The fire goes out.' });
});

test.each([
  ['Problem starts', 'Team alerted', 'The stove is cleaned and the issue goes away'],
  ['Launch success reaches 0%', 'We notice that guests are cold', 'The kiln returned to normal'],
  ['The kiln went down', 'Users report cold plates', 'All is lit, and everything is working'],
])('plain words tell phases: %s', (...events) => {
  const rows = events.map((event, index) => `- 1${index}:00 ${event}\n`).join('');
  const { times } = draftOf(`# Kiln on 2026-07-03\n\nAll times in UTC.\n\n## Timeline\n\n${rows}`);
  expect(times).toEqual({
    started: 'about 2026-07-03T10:00Z',
    firstLogged: 'about 2026-07-03T11:00Z',
    resolved: 'about 2026-07-03T12:00Z',
  });
});

test('late in a long list, words of a begin are about something else', () => {
  const rows = Array.from(
    { length: 30 },
    (_, index) =>
      `- ${10 + Math.floor(index / 6)}:${(index % 6) * 10 || '00'} ${index === 20 ? 'The stove starts to fail, users report' : 'stoked'}\n`,
  );
  const { times } = draftOf(`# Kiln on 2026-07-03\n\nAll times in UTC.\n\n## Timeline\n\n${rows.join('')}`);
  expect(times).toMatchObject({ started: 'unknown', firstLogged: 'unknown' });
});
