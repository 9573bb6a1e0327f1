/** The report as a comment: short enough, closed, and calling nobody. */
import { expect, test } from 'vitest';
import { commentMark, reportComment } from '../../../src/private/report/report-comment.ts';

test('a short one is whole, with a mark in its first line', () => {
  expect(reportComment('# Report\n\nText.\n')).toBe(`${commentMark}\n# Report\n\nText.\n`);
});

test('it calls nobody, not even in code', () => {
  const text = reportComment('`@acme/web` @mchen a@example.org @ five\n');
  expect(text).not.toMatch(/@\w/);
  expect(text.replaceAll('\u2060', '')).toContain('`@acme/web` @mchen a@example.org @ five');
});

test.each([
  ['code', '````text\n```\nline\n', '````\n'],
  ['details', '<details><summary>The page</summary>\n\n', '</details>\n'],
])('a long one ends before the %s that it would leave open', (_, open, close) => {
  const long = `# Report\n\nFirst.\n\n${open}${'many words\n'.repeat(10_000)}${close}\n\nLast.\n`;
  const text = reportComment(long);
  expect(text).toBe(
    `${commentMark}\n# Report\n\nFirst.\n\n**It is too long for a comment.** \`candor report\` prints all of it.\n`,
  );
  const twice = reportComment(`${open}${close}\n${'a line\n'.repeat(20_000)}`);
  expect(twice.length).toBeLessThan(61_000);
  expect(twice.length).toBeGreaterThan(59_000);
});
