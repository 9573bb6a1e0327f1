/** How many were affected is a value behind a label, and asked about where a sentence tells it. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { importMarkdown } from '../../../src/author/importers/markdown.ts';

function draftOf(text: string): { impact: Record<string, unknown>; todo: string } {
  const [draft] = importMarkdown({ fileName: 'kiln.md', text: `# Kiln\n\n${text}` }, { severity: 'sev3' });
  const matter = /^---\n([\s\S]*?)\n---/.exec(draft?.mdx ?? '')?.[1] ?? '';
  return { impact: parse(matter).impact, todo: /^# TODO: impact: (.*)$/m.exec(matter)?.[1] ?? '' };
}

test.each([
  ['Users affected: 1,200', { users: 1200 }],
  ['- **Affected users:** ~1.200', { users: 'about 1200' }],
  [
    '| What | How many |\n|---|---|\n| Number of users | more than 500 |\n| Support tickets | 3 |',
    { users: 'at least 500', supportRequests: 3 },
  ],
  ['Customers impacted: 12\n\nSupport requests: 7', { accounts: 12, supportRequests: 7 }],
])('%j is a value', (text, impact) => {
  expect(draftOf(`## Impact\n\n${text}\n`).impact).toMatchObject(impact);
});

test('what a sentence tells is asked about', () => {
  const { impact, todo } = draftOf(
    '## Impact\n\nAbout 1,200 users and 45 customers saw errors; 3 support tickets came.\n',
  );
  expect(impact).toMatchObject({ users: 'unknown', accounts: 'unknown', supportRequests: 'unknown' });
  expect(todo).toBe(
    'How many users, accounts, support requests were affected? The source says: About 1,200 users; 45 customers; 3 support tickets. Which services were affected, from when to when?',
  );
});

test.each([
  'Users affected: 12%',
  'Users: everybody',
  'Users affected: fewer than 500',
  'Affected users: up to 90',
  'In 2026 users were many.',
  '5.5 users a second came.',
  'Version 3.12 users were fine.',
  'Users affected: 3 per minute',
])('%j says no number of users', (text) => {
  const { impact, todo } = draftOf(`## Impact\n\n${text}\n`);
  expect(impact).toMatchObject({ users: 'unknown' });
  expect(todo).not.toMatch(/\d+ users|12%/);
});
