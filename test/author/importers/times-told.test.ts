/** Begin, report and end of an incident, as documents tell them beside their timeline. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { importMarkdown } from '../../../src/author/importers/markdown.ts';

function timesOf(text: string): Record<string, string> {
  const [draft] = importMarkdown(
    { fileName: 'kiln.md', text: `# Kiln on 2026-07-03\n\n${text}` },
    { severity: 'sev3' },
  );
  return (parse(/^---\n([\s\S]*?)\n---/.exec(draft?.mdx ?? '')?.[1] ?? '') as { times: Record<string, string> }).times;
}

test.each([
  '**Duration:** ~7h40m (07:07 UTC → 14:47 UTC)',
  '**Total impact duration:** 7 hours (7:07 - 14:47 UTC)',
  '**Duration:** 7h40m in all (07:07 → 14:47 UTC); 52m of repairs (13:55 → 14:47 UTC)',
  'Duration: about 8 hours (estimated 07:07 - 14:47 UTC)',
  '## Summary\n\nOn July 3 the kiln had an outage that lasted 7 hours, from 7:07 to 14:47 UTC.',
  'The kiln went down for 7 hours, from 7:07 to 14:47 UTC.',
])('begin and end are read from %j', (text) => {
  expect(timesOf(text)).toMatchObject({
    started: 'about 2026-07-03T07:07Z',
    resolved: 'about 2026-07-03T14:47Z',
  });
});

test.each([
  ['several incidents', '**Duration:** 07:07 to 08:00 UTC\n\n**Duration:** 09:07 to 10:00 UTC'],
  ['opening hours', '## Summary\n\nThe shop is open from 7:07 to 14:47 UTC.'],
])('%s are not the span of one', (_, text) => {
  expect(timesOf(text)).not.toHaveProperty('resolved');
});

const rows = (...events: string[]) =>
  `All times in UTC.\n\n## Timeline\n\n${events.map((event, index) => `- 1${index}:00 ${event}\n`).join('')}`;

test.each([
  ['things that are named Works', 'The stove is swept', 'Down alerts for: Works of clay, Works of wood'],
  ['somebody who is told', 'The stove is swept', 'The stokers are notified in the chat'],
  ['a request for help', 'The stove is swept', 'Two guests raised support requests'],
  ['a machine that sees a new version', 'The oven noticed that a new version is there', 'Guests report cold plates'],
  ['no alert', 'The kiln is cold, and no alert fires', 'Guests report cold plates'],
  ['a service by name', 'The Alert Service was swept', 'Guests report cold plates'],
  ['more than one sentence', 'The stove is swept', 'The kiln is cold. Investigation begins.'],
  ['words far below', `Ash.${' It is swept again.'.repeat(9)} Then guests report it.`, 'Guests report cold plates'],
])('the first report is found beside %s', (_, first, second) => {
  expect(timesOf(rows(first, second, 'Tea is made'))).toMatchObject({ firstLogged: 'about 2026-07-03T11:00Z' });
});

test('who also reports it was not the first', () => {
  expect(timesOf(rows('A guest mentioned cold plates', 'Others also reported them')).firstLogged).toBe('unknown');
});
