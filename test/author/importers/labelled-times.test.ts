/** Begin, detection and end as documents state them behind labels, and the day that rows without one have by that. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { importMarkdown } from '../../../src/author/importers/markdown.ts';

function read(text: string) {
  const [draft] = importMarkdown({ fileName: 'kiln.md', text: `# Kiln\n\n${text}\n` }, { severity: 'sev3' });
  const values = parse(/^---\n([\s\S]*?)\n---\n/.exec(draft?.mdx ?? '')?.[1] ?? '') as {
    summary: string;
    times: Record<string, string>;
    timeline?: { at: string; what: string }[];
  };
  return { ...values, todo: draft?.todo.join('\n') ?? '', notPlaced: draft?.understood.notPlaced };
}

const whole = {
  started: 'about 2026-03-04T10:02Z',
  firstLogged: 'about 2026-03-04T10:10Z',
  resolved: 'about 2026-03-04T11:45Z',
};

test.each([
  [
    'a table of labels',
    '| Field | Value |\n|---|---|\n| Start (UTC) | 2026-03-04 10:02 |\n| Detected (UTC) | 2026-03-04 10:10 |\n| End (UTC) | 2026-03-04 11:45 |',
  ],
  [
    'bold lines',
    '**Date:** 4 March 2026\n\n**Incident started:** 10:02 UTC\n\n**Time of detection:** 10:10 UTC\n\n**Resolved at:** 11:45 UTC',
  ],
  [
    'a quote',
    '> **Started:** 2026-03-04 10:02 UTC\n> **Detected:** 2026-03-04 10:10 UTC\n> **Resolved:** 2026-03-04 11:45 UTC',
  ],
  [
    'a table with one row',
    '| Date | Start time | Detected | End time |\n|---|---|---|---|\n| 2026-03-04 | 10:02 UTC | 10:10 UTC | 11:45 UTC |',
  ],
  [
    'tables with one row of two columns',
    '| Start | End |\n|---|---|\n| 2026-03-04 10:02 UTC | 2026-03-04 11:45 UTC |\n\n| Severity | High |\n|---|---|\n| Detected | 2026-03-04 10:10 UTC |',
  ],
  [
    'a list, in zones of their own',
    '- Start (CET): 2026-03-04 11:02\n- Reported: 2026-03-04 05:10 EST\n- End: 2026-03-04 11:45 UTC',
  ],
])('%s', (_, text) => {
  const { times, todo } = read(`${text}\n\n## Impact\n\nCold bread.`);
  const moments = Object.fromEntries(
    Object.entries(times).map(([key, at]) => [key, Date.parse(at.replace('about ', ''))]),
  );
  expect(moments).toEqual(
    Object.fromEntries(Object.entries(whole).map(([key, at]) => [key, Date.parse(at.replace('about ', ''))])),
  );
  expect(Object.values(times).every((at) => at.startsWith('about '))).toBe(true);
  expect(todo).toContain('please confirm: started, firstLogged, resolved');
});

test('a date with a span is both ends', () => {
  expect(read('- **Date/Time:** 2026-03-04 10:02 - 11:45 UTC').times).toMatchObject({
    started: whole.started,
    resolved: whole.resolved,
  });
});

test('rows without a day are of the day on which it began and ended, also below a heading with a number', () => {
  const { timeline, summary, notPlaced } = read(
    '| Start (UTC) | 2026-03-04 10:02 |\n|---|---|\n| End (UTC) | 2026-03-04 11:45 |\n\n## 1. Summary\n\nIt was cold.\n\n## 2. Timeline (UTC)\n\n- 10:02 The door opened\n- 11:45 Shut',
  );
  expect(timeline?.map(({ at }) => at)).toEqual(['2026-03-04T10:02Z', '2026-03-04T11:45Z']);
  expect(summary).toBe('It was cold.');
  expect(notPlaced).toBe(0);
});

test('in a timeline the clock may stand behind what happened', () => {
  const { timeline, notPlaced } = read(
    '- Date: 2026-03-04\n\n## Timeline (UTC)\n\n- t0 detection: 10:02\n- Mitigation started: 10:20\n- Pods: 3 of 4\n- Log: 10:30 the door shut by itself',
  );
  expect(timeline?.map(({ at, what }) => [at, what])).toEqual([
    ['2026-03-04T10:02Z', 't0 detection'],
    ['2026-03-04T10:20Z', 'Mitigation started'],
  ]);
  expect(notPlaced).toBe(0);
});

test.each([
  ['a title', '# Postmortem of 2026-03-10\n\n'],
  ['a date', '# Kiln\n\nDate: 2026-03-10\n\n'],
])('the day on which it began and ended goes before that of %s', (_, before) => {
  const [draft] = importMarkdown(
    {
      fileName: 'kiln.md',
      text: `${before}- Start: 2026-03-04 10:02 UTC\n- End: 2026-03-04 11:45 UTC\n\n## Timeline (UTC)\n\n- 10:02 The door opened\n`,
    },
    { severity: 'sev3' },
  );
  expect(draft?.mdx).toContain('  - at: 2026-03-04T10:02Z');
});

test.each(['Postmortem date', 'Review date', 'Due date', 'Published date'])(
  'a %s is not the day of the incident',
  (label) => {
    const { timeline } = read(`${label}: 2026-03-10\n\n## Timeline (UTC)\n\n- 10:02 The door opened`);
    expect(timeline?.map(({ at }) => at)).toEqual(['unknown']);
  },
);

test('one that began on one day and ended on another gives rows no day', () => {
  const { timeline } = read(
    '- Start: 2026-03-04 22:02 UTC\n- End: 2026-03-05 01:45 UTC\n\n## Timeline (UTC)\n\n- 22:02 The door opened\n- 01:45 Shut',
  );
  expect(timeline?.map(({ at }) => at)).toEqual(['unknown', 'unknown']);
});

test('without a zone it is told in UTC, and asked about', () => {
  const { times, todo } = read('- Start: 2026-03-04 10:02\n- End: 2026-03-04 11:45');
  expect(times).toMatchObject({ started: whole.started, resolved: whole.resolved });
  expect(todo).toContain('The source names no time zone');
});

test('what is given in two ways is asked about', () => {
  const { times, todo } = read('Start: 2026-03-04 10:02 UTC\n\nStarted at: 2026-03-04 10:12 UTC');
  expect(times['started']).toBe('unknown');
  expect(todo).toContain('The source gives 2026-03-04T10:02Z and 2026-03-04T10:12Z for started.');
});

test.each([
  ['no day', 'Start: 10:02 UTC', 'started'],
  ['a duration', 'Detection: 00:20 hours\n\nDate: 2026-03-04', 'firstLogged'],
  ['how long it took', 'Time to detection: 00:20\n\nDate: 2026-03-04', 'firstLogged'],
  ['more than a moment', 'Resolution: 2026-03-04 10:02 UTC we shut the door', 'resolved'],
  ['the wrong order', 'Start: 2026-03-04 10:02 UTC\n\nEnd: 2026-03-04 09:02 UTC', 'started'],
  ['something else that ended', '## Action items\n\n- Mend the door\n- End: 2026-03-04 10:02 UTC', 'resolved'],
])('%s is no moment of the incident', (_, text, key) => {
  expect(read(text).times[key] ?? 'unknown').toBe('unknown');
});

test('of several incidents, rows are of the day that the heading around their timeline states', () => {
  const { timeline } = read(
    [
      ...['Outage of March 4, 2026', 'Outage of 2026-03-06', '2026-03-08'].map(
        (heading, index) => `## ${heading}\n\n### Timeline (UTC)\n\n- 1${index}:00 It fell\n- 1${index}:30 It was back`,
      ),
      '## What we learned\n\n### Timeline (UTC) of the review\n\n- 2026-03-20\n- 15:00 All met',
    ].join('\n\n'),
  );
  expect(timeline?.map(({ at }) => at).filter((at) => at !== 'unknown')).toEqual([
    '2026-03-04T10:00Z',
    '2026-03-04T10:30Z',
    '2026-03-06T11:00Z',
    '2026-03-06T11:30Z',
    '2026-03-08T12:00Z',
    '2026-03-08T12:30Z',
    expect.stringContaining('2026-03-20T15:00Z'),
  ]);
});
