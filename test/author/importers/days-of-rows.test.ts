/** Which day the rows of a timeline are of, where columns or lines say it, and whether their times are meant exactly. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { importMarkdown } from '../../../src/author/importers/markdown.ts';

function draftOf(text: string, fileName = '2026-03-12-kiln.md'): { moments: string[]; texts: string[]; todo: string } {
  const [draft] = importMarkdown({ fileName, text }, { severity: 'sev3' });
  const matter = /^---\n([\s\S]*?)\n---/.exec(draft?.mdx ?? '')?.[1] ?? '';
  const rows: { at: string; what: string }[] = parse(matter).timeline ?? [];
  const todo = matter.split('\n').filter((line) => line.startsWith('#'));
  return { moments: rows.map(({ at }) => at), texts: rows.map(({ what }) => what), todo: todo.join('\n') };
}

const table = (head: string, ...rows: string[]) =>
  `# Kiln\n\n## Timeline (UTC)\n\n${head}\n${head.replace(/[^|]+/g, ' --- ')}\n${rows.join('\n')}\n`;

test.each([
  ['| Day | Date (2026) | Time (UTC) | Event |', '| Fri | Mar 6 |', '| Sat | Mar 7 |'],
  ['| Weekday | Day | Time (UTC) | Event |', '| Friday | 6 March |', '| Saturday | 7 March |'],
  ['| Datum | Zeit (UTC) | Ereignis |', '| 06.03.2026 |', '| 07.03.2026 |'],
  ['| On | Time (UTC) | Event |', '| Mar 6 |', '| Mar 7 |'],
  ['| Where | On | Time (UTC) | Event |', '| The shed | 2026-03-06 |', '| The yard | 2026-03-07 |'],
])('the column of days is known by its head or by its cells: %s', (head, first, second) => {
  const text = table(head, `${first} 23:50 | The fire went out. |`, `${second} 00:20 | It burns again. |`);
  expect(draftOf(text).moments).toEqual(['2026-03-06T23:50Z', '2026-03-07T00:20Z']);
});

test('the year stands in the head of the column, whatever the year of the document', () => {
  const text = table('| Date (2025) | Time (UTC) | Event |', '| Dec 30 | 10:00 | The fire went out. |');
  expect(draftOf(text, '2026-11-12-kiln.md').moments).toEqual(['2025-12-30T10:00Z']);
});

test('names of weekdays are no words of a row, and a day on which something is due is not that of a row', () => {
  const text = table('| Day | Time (UTC) | Event | Due |', '| Thu | 10:00 | The fire went out. | 2026-04-01 |');
  const { moments, texts } = draftOf(text);
  expect(moments).toEqual(['2026-03-12T10:00Z']);
  expect(texts).toEqual(['The fire went out. – 2026-04-01']);
});

test.each(['01-10-2026', '_10/01/2026_', '**01/10/2026**', '1/10/26'])(
  'below %s, which may be two days, times stay open',
  (day) => {
    const rows = '10:00 PM - The fire went out.\n\n10:20 PM - Somebody saw it.\n\n10:40 PM - It burns again.';
    const { moments, texts, todo } = draftOf(`# Kiln\n\n## Timeline (UTC)\n\n${day}\n\n${rows}\n`);
    expect(moments).toEqual(['unknown', 'unknown', 'unknown']);
    expect(texts[0]).toBe('22:00: The fire went out.');
    expect(todo).toContain('22:00, 22:20, 22:40');
  },
);

test.each([
  ['13/03/26', '2026-03-13'],
  ['3/14/26', '2026-03-14'],
  ['26-03-11', '2026-03-11'],
])('of the days that %s may be, the one that alone is near is taken', (day, meant) => {
  const { moments } = draftOf(`# Kiln\n\n## Timeline (UTC)\n\n${day}\n\n10:00 - Out.\n\n10:20 - It burns.\n`);
  expect(moments).toEqual([`${meant}T10:00Z`, `${meant}T10:20Z`]);
});

test('a row that begins with such a day is there with its words, and its moment is open', () => {
  const list = '- 01-10-2026 10:00 PM - The fire went out.\n- 10:20 PM - It burns again.';
  const { moments, texts } = draftOf(`# Kiln\n\n## Timeline (UTC)\n\n${list}\n`);
  expect(moments).toEqual(['unknown', 'unknown']);
  expect(texts).toEqual(['01-10-2026 10:00 PM - The fire went out.', '22:20: It burns again.']);
});

test('a column of such days leaves every row open', () => {
  const text = table('| Date | Time (UTC) | Event |', '| 01/10/2026 | 10:00 | Out. |', '| | 10:20 | It burns. |');
  const { moments, texts } = draftOf(text);
  expect(moments).toEqual(['unknown', 'unknown']);
  expect(texts[0]).toBe('01/10/2026 10:00 Out.');
});

test('a day that is certain ends what was open', () => {
  const text = '# Kiln\n\n## Timeline (UTC)\n\n01-10-2026\n\n10:00 - Out.\n\n2026-10-02\n\n11:00 - It burns again.\n';
  expect(draftOf(text).moments).toEqual(['unknown', '2026-10-02T11:00Z']);
});

test.each([
  '## Timeline (all times UTC). All times approximations',
  '## Timeline (all times UTC, approximate)',
  '## Timeline\n\nAll times are in UTC and are estimates.',
  '## Approximate timeline\n\nAll times in UTC.',
  '## Timeline (approximate)\n\nAll times in UTC.',
])('where a document calls its times approximate, none is exact: %s', (heading) => {
  const text = `# Kiln\n\n${heading}\n\n- 10:00 The fire went out.\n- 10:20 It burns again.\n`;
  expect(draftOf(text).moments).toEqual(['about 2026-03-12T10:00Z', 'about 2026-03-12T10:20Z']);
});

test.each([
  'Response times were approximately 5 seconds.',
  'The times of most requests doubled, by a rough count.',
  'An estimated 300 people saw it.',
])('%s is said of something else', (sentence) => {
  const text = `# Kiln\n\n${sentence}\n\n## Timeline (UTC)\n\n- 10:00 The fire went out.\n- 10:20 It burns again.\n`;
  expect(draftOf(text).moments).toEqual(['2026-03-12T10:00Z', '2026-03-12T10:20Z']);
});

test('days are read with whatever hyphen a program writes, and headings with a number alone', () => {
  const text =
    '# Kiln on 2026\u201103\u201106\n\n## 1  Summary\n\nIt was cold.\n\n## 2  Timeline (UTC)\n\n- 10:00\u202fAM Out.\n- 2026\u201003\u201007 10:20 It burns.\n';
  const { moments, todo } = draftOf(text, 'kiln.md');
  expect(moments).toEqual(['2026-03-06T10:00Z', '2026-03-07T10:20Z']);
  expect(todo).not.toContain('summary: Write');
});

test.each(['08:41–09:54 UTC (1 h 13 m)', '08:41 - 09:54 UTC', '08:41-09:54 UTC', '08:41 to 09:54 UTC'])(
  'begin and end of a span are read with and without spaces: %s',
  (span) => {
    const text = `# Kiln on 2026-03-06\n\n**Duration:** ${span}\n\n## Timeline (UTC)\n\n- 08:46 Somebody looks.\n`;
    const [draft] = importMarkdown({ fileName: 'kiln.md', text }, { severity: 'sev3' });
    const { times } = parse(/^---\n([\s\S]*?)\n---/.exec(draft?.mdx ?? '')?.[1] ?? '');
    expect(times).toMatchObject({ started: 'about 2026-03-06T08:41Z', resolved: 'about 2026-03-06T09:54Z' });
  },
);

const two = '- 10:00 The fire went out.\n- 10:20 It burns again.\n';

test.each([
  ['a heading around', `# Kiln\n\n## 01/10/2026\n\n### Timeline (UTC)\n\n${two}`],
  ['the heading', `# Kiln\n\n## Timeline (UTC) 01/10/2026\n\n${two}`],
  ['the title', `# Kiln on 01/10/2026\n\n## Timeline (UTC)\n\n${two}`],
  ['a label', `# Kiln\n\nDate: 01/10/2026\n\n## Timeline (UTC)\n\n${two}`],
  ['a label of its begin', `# Kiln\n\n- Start (UTC): 01/10/2026 10:00\n\n## Timeline (UTC)\n\n${two}`],
  ['a span', `# Kiln\n\n**Duration:** 01/10/2026 08:41-09:54 UTC\n\n## Timeline (UTC)\n\n${two}`],
  ['the frontmatter', `---\ndate: 01/10/2026\n---\n\n# Kiln\n\n## Timeline (UTC)\n\n${two}`],
  ['the first line', `# Kiln\n\n01/10/2026\n\n## Timeline (UTC)\n\n${two}`],
  ['a sentence', `# Kiln\n\nAll events happened on 01/10/2026.\n\n## Timeline (UTC)\n\n${two}`],
])('where %s says a day that may be two, rows are not of the day in the name of the file', (_, text) => {
  expect(draftOf(text).moments).toEqual(['unknown', 'unknown']);
});

test('a report that is due on such a day leaves the day of the incident as it is', () => {
  const text = `# Kiln\n\nReport date: 01/10/2026\n\n## Timeline (UTC)\n\n${two}`;
  expect(draftOf(text).moments).toEqual(['2026-03-12T10:00Z', '2026-03-12T10:20Z']);
});

test.each([
  ['- Thu 10:00 Out.\n- Mon 09:00 It burns.', ['2026-03-12T10:00Z', 'unknown']],
  ['**Thursday**\n\n- 10:00 Out.\n\n**Friday**\n\n- 11:00 It burns.', ['2026-03-12T10:00Z', 'unknown']],
  ['- 10:00 Out.\n- The next day 11:00 It burns.', ['2026-03-12T10:00Z', 'unknown']],
  ['Day 1\n\n- 10:00 Out.\n\nDay 2\n\n- 11:00 It burns.', ['2026-03-12T10:00Z', 'unknown']],
])('another day that is only counted or called by its weekday is asked about: %s', (rows, moments) => {
  const { moments: read, todo } = draftOf(`# Kiln on 2026-03-12\n\n## Timeline (UTC)\n\n${rows}\n`);
  expect(read).toEqual(moments);
  expect(todo).toContain('The day of some times is not certain');
});

test('a column of weekdays tells that a row is of another day', () => {
  const text = table('| Day | Time (UTC) | Event |', '| Thu | 10:00 | Out. |', '| Mon | 10:20 | It burns. |');
  expect(draftOf(text).moments).toEqual(['2026-03-12T10:00Z', 'unknown']);
});

test('below a clock that runs backwards nothing is exact until a clock is past all before, or a day is said', () => {
  const clocks = [
    '22:59 On.',
    '23:21 Out.',
    '21:31 Somebody looks.',
    '21:41 Gas.',
    '23:40 It burns.',
    'March 13, 08:00 Done.',
  ];
  const text = `# Kiln on 2026-03-12\n\n## Timeline (UTC)\n\n${clocks.map((row) => `- ${row}`).join('\n')}\n`;
  expect(draftOf(text).moments).toEqual([
    '2026-03-12T22:59Z',
    '2026-03-12T23:21Z',
    'about 2026-03-12T21:31Z',
    'about 2026-03-12T21:41Z',
    '2026-03-12T23:40Z',
    '2026-03-13T08:00Z',
  ]);
});

test.each([
  ['lines', '10:00 Out.\n\n10:20 Seen.\n\n10:40 It burns.'],
  ['headings', '### 10:00\n\nOut.\n\n### 10:20\n\nSeen.\n\n### 10:40\n\nIt burns.'],
  [
    'a table in another language',
    '| 時刻 (UTC) | イベント |\n|---|---|\n| 10:00 | Out. |\n| 10:20 | Seen. |\n| 10:40 | It burns. |',
  ],
])('a timeline of a document without any day is unknown, with its clocks: %s', (_, rows) => {
  const { moments, texts } = draftOf(`# Kiln\n\n## Timeline (UTC)\n\n${rows}\n`, 'kiln.md');
  expect(moments).toEqual(['unknown', 'unknown', 'unknown']);
  expect(texts).toEqual(['10:00: Out.', '10:20: Seen.', '10:40: It burns.']);
});

test('days without a year are near begin and end, also where these are of two days', () => {
  const head = '- Start: 2025-12-31 23:12 UTC\n- End: 2026-01-01 00:40 UTC';
  const rows = '- Dec 31, 23:12 Out.\n- Jan 1, 00:20 Gas.\n- 00:40 It burns.';
  expect(draftOf(`# Kiln\n\n${head}\n\n## Timeline (UTC)\n\n${rows}\n`, 'kiln.md').moments).toEqual([
    '2025-12-31T23:12Z',
    '2026-01-01T00:20Z',
    '2026-01-01T00:40Z',
  ]);
});

test('a timeline of days alone becomes rows that ask for a clock', () => {
  const rows =
    '| Date | Event |\n|---|---|\n| 2026-03-12 | The gas was ordered late. |\n| 2026-03-14 | The fire went out. |';
  const { moments, texts } = draftOf(`# Kiln\n\n## Timeline\n\n${rows}\n`, 'kiln.md');
  expect(moments).toEqual(['unknown', 'unknown']);
  expect(texts[1]).toBe('2026-03-14: The fire went out.');
});

describe('a clock behind or before which another day is told in words', () => {
  const rowsOf = (moment: string) =>
    draftOf(`# Kiln on 2026-03-12\n\n## Timeline (UTC)\n\n- ${moment}: Gas.\n- 09:00: Out.\n`);
  test.each([
    '08:00 (next day)',
    '08:00 (the following day, local time)',
    '08:00 (next day around lunch)',
    '08:00 UTC, next day',
    '08:00 the following morning',
    '08:00 (2 days later)',
    '08:00 (+1)',
    '08:00 (+1d)',
    '08:00 +1',
    '08:00 (D+1)',
    '08:00 (day 2)',
    '08:00 (Mon)',
    'tomorrow 08:00',
    'am nächsten Tag 08:00',
    'le lendemain 08:00',
    '08:00 (día siguiente)',
    'no dia seguinte 08:00',
    '翌日 08:00',
    '08:00 (翌朝)',
  ])('%s: neither it nor what follows is of the day before', (moment) => {
    const { moments, todo } = rowsOf(moment);
    expect(moments).toEqual(['unknown', 'unknown']);
    expect(todo).toContain('08:00, 09:00');
  });

  test.each([
    '21:01 (prev. night)',
    '21:01 the day before',
    '21:01 yesterday',
    '21:01 (-1d)',
    '21:01 (Vortag)',
    '21:01 (前夜)',
  ])('%s: it is of no known day, and what follows is asked about', (moment) => {
    expect(rowsOf(moment).moments).toEqual(['unknown', 'about 2026-03-12T09:00Z']);
  });

  test.each([
    "08:00 Yesterday's gas is found to be empty",
    '08:00 (Thu)',
    '08:00 Monday is a holiday',
    '08:00 前夜のガスが空だった',
  ])('%s: what is told may begin with such a word', (moment) => {
    expect(rowsOf(moment).moments).toEqual(['2026-03-12T08:00Z', '2026-03-12T09:00Z']);
  });

  test('an end behind a label on another day is left to be asked about', () => {
    const [draft] = importMarkdown(
      { fileName: 'kiln.md', text: '# Kiln on 2026-03-12\n\n- Start: 10:02 UTC\n- End: 08:00 UTC (next day)\n' },
      { severity: 'sev3' },
    );
    expect(draft?.mdx).not.toContain('resolved: about');
  });
});

test.each([
  '2026-03-12 08:41 UTC to 09:54 UTC (next day)',
  '2026-03-12 08:41 UTC to 09:54 UTC the following day',
  '08:41 - 09:54 UTC (+1d)',
  '8:41 AM - 9:54 PM UTC (March 12-13, 2026)',
])('a span whose end is on another day, told in words, is no begin and end: %s', (span) => {
  const text = `# Kiln on 2026-03-12\n\n**Outage window:** ${span}\n`;
  const [draft] = importMarkdown({ fileName: 'kiln.md', text }, { severity: 'sev3' });
  expect(draft?.mdx).toContain('started: unknown');
  expect(draft?.mdx).not.toContain('resolved: about');
});

test.each([
  '**Date:** 2026-03-12 to 2026-03-14',
  '**Date:** 2026-03-12/13',
  '**Date:** 2026-03-12 – 13',
  '**Date:** 12 & 13 March 2026',
  '**Date:** March 12, 2026 (declared), March 13, 2026 (resolved)',
  '**日付:** 2026年3月12日〜13日',
  '**Incident start:** 2026-03-12\n\n**Incident end:** 2026-03-14',
  '| Date opened | 2026-03-12 |\n|---|---|\n| Date closed | 2026-03-14 |',
  'Date of postmortem: 2026-03-20',
])('rows of an incident of several days, or of a report, are of no day: %s', (stated) => {
  const text = `# Kiln\n\n${stated}\n\n## Timeline (UTC)\n\n${two}`;
  expect(draftOf(text, 'kiln.md').moments).toEqual(['unknown', 'unknown']);
});

test.each([
  '# Kiln\n\n**Date:** 2026-03-12, Thursday',
  '# Kiln\n\n**Date:** 2026-03-12 - 2026-03-12',
  '# Kiln 2026-03-12 - 3 of 4 out (last updated 2026-03-20)',
  '---\ndate: 2026-03-20\nincident_date: 2026-03-12\n---\n\n# Kiln',
  '---\ndate: 2026-03-20\n---\n\n# Kiln\n\n**Date:** 2026-03-12',
])('rows are of the day of the incident, not of the page: %s', (stated) => {
  expect(draftOf(`${stated}\n\n## Timeline (UTC)\n\n${two}`, 'kiln.md').moments).toEqual([
    '2026-03-12T10:00Z',
    '2026-03-12T10:20Z',
  ]);
});

test('what is asked about the day of a clock says its offset, which is certain', () => {
  const rows = '- 23:50 Out.\n- 00:20 Gas.\n- 00:40 It burns.';
  const { todo } = draftOf(`# Kiln on 2026-03-12\n\n## Timeline (CET)\n\n${rows}\n`);
  expect(todo).toContain('please confirm: 00:20+01:00, 00:40+01:00.');
});

test.each([
  '# Kiln\n\n**Date:** January 14-19, 2026',
  '# Kiln January 14-19, 2026',
  '# Kiln\n\n**Date:** 14.-19. Januar 2026',
  '# Kiln\n\n**Date:** 2026-01-14 to 2026-01-19',
  '# Kiln\n\n**Date opened:** 2026-01-14\n\n**Date closed:** 2026-01-19',
  '# Kiln\n\n**Duration:** January 14, 10:00 - January 19, 11:00 UTC',
  '# Kiln\n\n- Start: 2026-01-14 10:00 UTC\n- End: 2026-01-19 11:00 UTC',
])('where an incident took days, the day in the name of the file is not that of all rows: %s', (stated) => {
  expect(draftOf(`${stated}\n\n## Timeline (UTC)\n\n${two}`, '2026-01-17-kiln.md').moments).toEqual([
    'unknown',
    'unknown',
  ]);
});

test('an incident over midnight has the day of its begin, and carries the clocks that run backwards', () => {
  const head = '# Kiln on 2026-01-17\n\n- Start: 2026-01-17 22:41 UTC\n- End: 2026-01-18 00:54 UTC';
  const rows = '- 22:41 Out.\n- 23:30 Gas.\n- 00:54 It burns.';
  expect(draftOf(`${head}\n\n## Timeline (UTC)\n\n${rows}\n`).moments).toEqual([
    '2026-01-17T22:41Z',
    '2026-01-17T23:30Z',
    'about 2026-01-18T00:54Z',
  ]);
});
