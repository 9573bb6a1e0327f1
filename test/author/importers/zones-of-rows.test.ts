/** A moment is exact only in the zone that its row, its heading or its document states. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { importMarkdown } from '../../../src/author/importers/markdown.ts';

function momentsOf(text: string, zone?: string): { at: string; what: string }[] {
  const [found] = importMarkdown({ fileName: 'kiln.md', text }, { severity: 'sev3', ...(zone && { zone }) });
  return parse(/^---\n([\s\S]*?)\n---\n/.exec(found?.mdx ?? '')?.[1] ?? '').timeline;
}

test.each([
  ['10:45 PT', '2026-07-03T10:45-07:00'],
  ['10:45 (ET)', '2026-07-03T10:45-04:00'],
  ['10:45 JST', '2026-07-03T10:45+09:00'],
  ['10:45 +02:00', '2026-07-03T10:45+02:00'],
  ['10:45 -0500', '2026-07-03T10:45-05:00'],
  ['2026-07-03T10:45:00-05:00', '2026-07-03T10:45:00-05:00'],
  ['10:45 Europe/Berlin', '2026-07-03T10:45+02:00'],
  ['10:45 UTC\u22125', '2026-07-03T10:45-05:00'],
  ['10:45 UTC+5:30', '2026-07-03T10:45+05:30'],
  ['10:45 CST', 'about 2026-07-03T10:45-06:00'],
  ['10:45 (IST)', 'about 2026-07-03T10:45+05:30'],
  ['10:45 PM PT', '2026-07-03T22:45-07:00'],
  ['2026-07-03 10:45 PT', '2026-07-03T10:45-07:00'],
  ['2026-07-03 10:45 UTC+1', '2026-07-03T10:45+01:00'],
  ['2026-07-03 10:45:00+02', '2026-07-03T10:45+02:00'],
  ['10:45:00 -05', '2026-07-03T10:45-05:00'],
  ['10:45+02', '2026-07-03T10:45+02:00'],
  ['10:45 PST8PDT', '2026-07-03T10:45-07:00'],
  ['10:45 (PST/PDT)', '2026-07-03T10:45-07:00'],
  ['10:45 CET/CEST', '2026-07-03T10:45+02:00'],
  ['10:45 h MEZ', '2026-07-03T10:45+01:00'],
  ['10:45 hrs (AKDT)', '2026-07-03T10:45-08:00'],
  ['10:45pm pdt', '2026-07-03T22:45-07:00'],
  ['10:45 utc', '2026-07-03T10:45Z'],
  ['10:45 Pacific Time', '2026-07-03T10:45-07:00'],
  ['10:45 AM Eastern:', '2026-07-03T10:45-04:00'],
  ['10:45 Central European Summer Time', '2026-07-03T10:45+02:00'],
  ['10:45 local time', 'unknown'],
  ['10:45 (PKT)', 'unknown'],
  ['10:45 UTC + 5', 'unknown'],
])('a row at %s is not taken in the zone of the document', (written, at) => {
  const [row] = momentsOf(
    `# Kiln on 2026-07-03\n\nAll times in UTC.\n\n## Timeline\n\n- ${written} the fire went out\n`,
  );
  expect(row?.at).toBe(at);
  expect(row?.what).toContain('the fire went out');
});

test.each(['10:45 Response time rose,', '10:45 +10 hosts,', '10:45 DB/API down,', '10:45 est tomb\u00e9,'])(
  'what follows the clock in "%s" is no zone',
  (written) => {
    const [row] = momentsOf(
      `# Kiln on 2026-07-03\n\nAll times in UTC.\n\n## Timeline\n\n- ${written} the fire went out\n`,
    );
    expect(row?.at).toBe('2026-07-03T10:45Z');
  },
);

test.each([
  ['2026-07-03', 'BST', 'Europe/London', '2026-07-03T10:45+01:00'],
  ['2026-07-03', 'CST', 'Asia/Shanghai', 'about 2026-07-03T10:45-06:00'],
  ['2026-01-03', 'CST', 'America/Chicago', '2026-01-03T10:45-06:00'],
  ['2026-07-03', 'IST', 'Asia/Kolkata', '2026-07-03T10:45+05:30'],
  // Its clocks show no summer time that day.
  ['2026-01-03', 'BST', 'Europe/London', 'about 2026-01-03T10:45+01:00'],
])('on %s, %s of one who names %s', (day, letters, zone, at) => {
  const [row] = momentsOf(`# Kiln on ${day}\n\n## Timeline (times in ${letters})\n\n- 10:45 the fire went out\n`, zone);
  expect(row?.at).toBe(at);
});

test('zones of rows win over that of the head of their column', () => {
  const rows = ['10:40', '10:45 CET/CEST', '10:50 UTC'].map((time) => `| ${time} | the fire went out |\n`).join('');
  const table = `| Time (PT) | What |\n|---|---|\n${rows}`;
  expect(momentsOf(`# Kiln on 2026-07-03\n\n## Timeline\n\n${table}`).map(({ at }) => at)).toEqual([
    '2026-07-03T10:40-07:00',
    '2026-07-03T10:45+02:00',
    '2026-07-03T10:50Z',
  ]);
});

test.each(['10:45-11:30', '10:45 UTC-11:30', '10:45 \u2013 11:30', '10:45 -11:30'])(
  'the dash of the span %s is no offset',
  (written) => {
    for (const day of ['', '2026-07-03 ']) {
      const [row] = momentsOf(
        `# Kiln on 2026-07-03\n\nAll times in UTC.\n\n## Timeline\n\n| Time | What |\n|---|---|\n| ${day}${written} | the fire went out |\n`,
      );
      expect(row).toEqual({ at: '2026-07-03T10:45Z', kind: 'note', what: expect.stringContaining('11:30') });
    }
  },
);

test.each([
  ['All times are UTC\u22125.', '-05:00'],
  ['All times are UTC\u201305:00.', '-05:00'],
  ['All times are Eastern.', '-04:00'],
  ['All times are in Pacific time.', '-07:00'],
  ['*All times listed in this report are in Pacific Time (US & Canada).', '-07:00'],
  ['All times are in ET.', '-04:00'],
  ['All times are PST/PDT.', '-07:00'],
  ['All times in PST8PDT.', '-07:00'],
  ['All times are in Central European Summer Time.', '+02:00'],
  ['All times in JST.', '+09:00'],
  ['Alle Zeiten in MESZ.', '+02:00'],
  ['Toutes les heures sont en CEST.', '+02:00'],
  ['Todas las horas en CET.', '+01:00'],
])('"%s" is the zone of all rows', (sentence, offset) => {
  expect(momentsOf(`# Kiln on 2026-07-03\n\n${sentence}\n\n## Timeline\n\n- 10:45 the fire went out\n`)[0]?.at).toBe(
    `2026-07-03T10:45${offset}`,
  );
});

test('a zone in brackets ends a heading in any language', () => {
  expect(momentsOf('# 2026年7月3日\n\n## 経過 (JST)\n\n- 10:45 the fire went out\n')[0]?.at).toBe(
    '2026-07-03T10:45+09:00',
  );
});

test('a shift that is not read leaves no exact moment', () => {
  expect(
    momentsOf('# Kiln on 2026-07-03\n\nAll times are UTC + 5.\n\n## Timeline\n\n- 10:45 the fire went out\n')[0]?.at,
  ).toMatch(/^about /);
});
