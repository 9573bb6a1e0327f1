import { expect, test } from 'vitest';
import type { PostmortemSummary } from '../../../src/shared/projection.ts';
import { postmortemsCsv } from '../../../src/site/documents/postmortems-csv.ts';

const row: PostmortemSummary = {
  id: 'PM-1',
  slug: 'x',
  title: 'Title',
  summary: { text: '', html: '' },
  state: 'final',
  publishedAt: '2026-01-02T00:00:00Z',
  severity: 'sev1',
  tags: ['a', 'b'],
  times: {
    started: { certainty: 'about', at: '2026-01-01T00:00:00Z' },
    firstLogged: { certainty: 'unknown' },
    resolved: { certainty: 'unknown' },
  },
  detection: { by: 'unknown' },
  services: [],
  redirectFrom: [],
  updatedAt: '2026-01-02T00:00:00Z',
  revisedAt: [],
};

test.each([
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+1', `'+1`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['a, "b"', '"a, ""b"""'],
  ['two\nlines', '"two\nlines"'],
])('a title %j is one safe cell', (title, cell) => {
  expect(postmortemsCsv([{ ...row, title }], (path) => path)).toContain(`PM-1,${cell},sev1`);
});

test('a time keeps its certainty, and an unknown one has no moment', () => {
  expect(postmortemsCsv([row], (path) => path)).toContain(',2026-01-01T00:00:00Z,about,,unknown,');
});
