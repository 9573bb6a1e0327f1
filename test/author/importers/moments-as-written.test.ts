/** Moments in the ways in which people write them down in a hurry. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { importMarkdown } from '../../../src/author/importers/markdown.ts';

interface Read {
  title: string;
  times: Record<string, string>;
  moments: string[];
  words: string[];
  todo: string;
}

function readDraft(text: string, fileName = 'kiln.md'): Read {
  const [draft] = importMarkdown({ fileName, text }, { severity: 'sev3' });
  const matter = /^---\n([\s\S]*?)\n---/.exec(draft?.mdx ?? '')?.[1] ?? '';
  const {
    title,
    times,
    timeline = [],
  } = parse(matter) as {
    title: string;
    times: Record<string, string>;
    timeline?: { at: string; what: string }[];
  };
  const todo = matter.split('\n').filter((line) => line.startsWith('#'));
  return {
    title,
    times,
    moments: timeline.map(({ at }) => at),
    words: timeline.map(({ what }) => what),
    todo: todo.join('\n'),
  };
}

const timeline = (rows: string) => readDraft(`# Kiln on 2026-07-03\n\nAll times in UTC.\n\n## Timeline\n\n${rows}\n`);

test.each([
  ['10:45a the fire went out', '2026-07-03T10:45Z'],
  ['12:29p the fire went out', '2026-07-03T12:29Z'],
  ['1:15p the fire went out', '2026-07-03T13:15Z'],
  ['0:25 AM the fire went out', '2026-07-03T00:25Z'],
  ['13:05 PM the fire went out', '2026-07-03T13:05Z'],
  ['July 2, around 19:30 the fire went out', 'about 2026-07-02T19:30Z'],
  ['2026-07-04 ~09:00: the fire went out', 'about 2026-07-04T09:00Z'],
  ['22:30 UTC (Jul 2) - the fire went out', '2026-07-02T22:30Z'],
  ['9:40 UTC 2026-07-05 the fire went out', '2026-07-05T09:40Z'],
  ['13:14 EDT (17:14 UTC): the fire went out', '2026-07-03T13:14-04:00'],
  ['24-07-2026 02:00 - the fire went out', '2026-07-24T02:00Z'],
  ['24-07-2026 - 08:15 - the fire went out', '2026-07-24T08:15Z'],
  ['07/24/2026 08:15 the fire went out', '2026-07-24T08:15Z'],
  ['02-07-2026 08:15 the fire went out', '2026-07-02T08:15Z'],
])('a row may begin with %s', (row, at) => {
  const { moments, words, todo } = timeline(`- ${row}`);
  expect(moments).toEqual([at]);
  expect(words[0]?.toLowerCase()).toContain('the fire went out');
  expect(words[0]).not.toMatch(/\d/);
  expect(todo).not.toContain('Not placed');
});

test.each([
  '10:30 (approx) the fire went out',
  '10:30 UTC (est.) the fire went out',
  '10:30ish the fire went out',
  '10:30-ish: the fire went out',
  '2026-07-03 10:30 (±5 minutes) the fire went out',
  '10:30 approx: the fire went out',
])('a moment is about where it is said behind it: %s', (row) => {
  expect(timeline(`- ${row}`).moments).toEqual(['about 2026-07-03T10:30Z']);
});

test('words behind a moment that are of the event leave it exact', () => {
  expect(timeline('- 10:30 about thirty plates were cold\n- 10:40 roughly swept').moments).toEqual([
    '2026-07-03T10:30Z',
    '2026-07-03T10:40Z',
  ]);
});

test.each([
  ['a day of two meanings, both of them far', '02-05-2026 08:15 the fire went out'],
  ['another moment in brackets', '13:14 EDT (18:14 UTC): the fire went out'],
])('%s is not taken for more than it says', (name, row) => {
  const { moments, words } = timeline(`- ${row}`);
  if (name.startsWith('another')) expect(words[0]).toContain('18:14 UTC');
  else expect(moments.filter((at) => at !== 'unknown')).toEqual([]);
});

test('a word before a number is kept where no clock follows the day', () => {
  expect(timeline('- July 2 about 30 stokers were sent home\n- July 3, 10:00 it burns').words).toEqual([
    '2026-07-02: about 30 stokers were sent home',
    'it burns',
  ]);
});

describe('clocks with a full stop', () => {
  test('lead the lines of a timeline', () => {
    const { moments, words, todo } = timeline(
      'See https://chat.example/1\n\n11.57 The fire went out\n\n12.04 A stoker was called, until 12.09\n\nc. 12.30 It burns\n\n9.15 onwards all is well',
    );
    expect(moments).toEqual([
      '2026-07-03T11:57Z',
      '2026-07-03T12:04Z',
      'about 2026-07-03T12:30Z',
      'about 2026-07-03T09:15Z',
    ]);
    expect(words[0]).toBe('The fire went out');
    expect(todo).toContain('Are these clock times of the text rows, too: 12:09?');
  });

  test('are versions and numbers elsewhere', () => {
    const rows = '- 10:00 the fire went out\n- 1.30 is the version that was lit\n- 2.15 metres of coal';
    expect(timeline(rows).moments).toEqual(['2026-07-03T10:00Z']);
    expect(readDraft(`# Kiln on 2026-07-03\n\n## Versions\n\n11.57 one\n\n12.04 two\n\n12.30 three\n`).moments).toEqual(
      [],
    );
  });

  test('are on twelve hours where a single digit follows noon', () => {
    const { moments, todo } = timeline('11.55 out\n\n12.56 cold\n\n1.02 warm\n\n1.28 hot');
    expect(moments.slice(2)).toEqual(['about 2026-07-03T13:02Z', 'about 2026-07-03T13:28Z']);
    expect(todo).toContain('please confirm: 01:02, 01:28.');
  });
});

test('lines that are broken by force are rows of their own', () => {
  const { moments, words } = timeline(
    '#kiln-alerts:<br>\n10:00 the fire went out<br>\n10:05 a stoker was called  \n10:10 it burns',
  );
  expect(moments).toEqual(['2026-07-03T10:00Z', '2026-07-03T10:05Z', '2026-07-03T10:10Z']);
  expect(words).toEqual(['the fire went out', 'a stoker was called', 'it burns']);
});

test('a row of an earlier day does not give its day to those below', () => {
  const { moments, todo } = timeline(
    '| Time | Event |\n| :-- | :-- |\n| ~2026-06-18 | A brick came loose (before) |\n| 20:17 | The fire went out |\n| 2026-07-04 08:00 | It burns |',
  );
  expect(moments).toEqual(['unknown', 'about 2026-07-03T20:17Z', '2026-07-04T08:00Z']);
  expect(todo).toContain('please confirm: 20:17.');
});

test('a heading that is a moment goes on with the timeline, at whatever level', () => {
  const { moments } = timeline(
    '### July 4, 19:57\n\nThe fire went out.\n\n### 23:21\n\nA stoker was called.\n\n## 23:27\n\nIt burns.',
  );
  expect(moments).toEqual(['2026-07-04T19:57Z', '2026-07-04T23:21Z', '2026-07-04T23:27Z']);
});

test('a heading with a day and a name is no row above rows of that day', () => {
  const { moments, todo } = timeline(
    '### July 4, 2026 - Ash\n\n- 10:00 out\n- 10:30 lit\n\n### July 5, 2026 - Soot\n\n- 9:00 out',
  );
  expect(moments).toEqual(['2026-07-04T10:00Z', '2026-07-04T10:30Z', '2026-07-05T09:00Z']);
  expect(todo).not.toContain('Not placed');
});

test('ranges leave their end, and seconds, to the text below', () => {
  const { words } = timeline('### 16:06:00 - 16:16:00\n\nCold.\n\n### 16:20:57-58\n\nWarm.');
  expect(words).toEqual(['16:16:00 Cold.', '58 Warm.']);
});

test('a heading that names a part is no title', () => {
  expect(readDraft('# Title:\n### The fire went out\n\n# Timeline\n\nOut.\n').title).toBe('The fire went out');
  expect(readDraft('# Metadata\n\nKiln two.\n\n# Overview\n\nOut.\n', 'the-fire-went-out.md').title).toBe(
    'the-fire-went-out',
  );
});

test('a document of Quarto is named without its ending, and the day is the one from which it was', () => {
  const [draft] = importMarkdown({ fileName: 'kiln-2026.qmd', text: '# Kiln\n' }, { severity: 'sev3' });
  expect(draft?.slug).toBe('kiln-2026');
  const text = '# Kiln\n\n**Incident from:** 2026-07-08\n\n## Timeline\n\n- 10:00 UTC out\n';
  expect(readDraft(text, '2026-07-03-kiln.md').moments).toEqual(['2026-07-08T10:00Z']);
});

test('clocks as the French write them are asked about', () => {
  expect(readDraft('# Kiln on 2026-07-03\n\n## Impact\n\nAt 10h47 the kiln was cold, for 2h30.\n').todo).toContain(
    'Are these clock times of the text rows, too: 10h47?',
  );
});
