/** Sentences as people write them, near to all that has a remedy of its own: none of them is an error, and all are shown. */
import { expect, test } from 'vitest';
import { postmortem, publishAndLint } from '../../support/publish.ts';

test.each([
  // Words that are code at the begin of a line elsewhere.
  'Exports of invoices waited for three hours.',
  'Export jobs were queued behind the nightly import.',
  'Exporting a report took an hour instead of a minute.',
  'Imports from the bank came twice.',
  'Importing the catalogue had doubled the load.',
  'We export the totals each night, and import them each morning.',
  'The nightly job exports the totals, then imports the rates.',
  // Comparisons, arrows and signs.
  'Latency rose from 20 ms to more than 4 s, that is > 200 times as much.',
  'Fewer than 1 % of requests failed, that is, 0.4 % at most.',
  'The value was 5 > 3, and so the branch was taken.',
  'Requests went from client → proxy → database.',
  'The error rate was ≤ 2 % after 10:05 UTC, and ≥ 30 % before.',
  'The limit was 10 000 rows; the table had 3×10⁹.',
  'Between 09:12 and 09:40 UTC, 1 in 3 payments failed.',
  'Memory use grew by 2 GB/h (see the chart).',
  // Code and its signs in backticks.
  'The header was `Cache-Control: no-store, max-age=0`.',
  'The template held `{user.name}` and `<br>` as text.',
  'The query began with `SELECT * FROM orders WHERE total > 0`.',
  'The comment `<!-- cached -->` stayed in the page.',
  'The job ran `export PATH=/opt/bin` before it began.',
  'The pattern `^a{2,3}$` matched more than it was meant to.',
  // Addresses.
  'Our status page is at https://status.example.org and was up.',
  'Everything about refunds is [in the help](https://help.example.org/refunds).',
  'The standard says so ([RFC 9110](https://www.rfc-editor.org/rfc/rfc9110)).',
  // Quotes, notes and rules.
  '> It is two pence. But I sign for it.',
  '> [!NOTE]\n> Nothing that was stored was lost.',
  '> [!WARNING]\n> Do not send the file a second time.',
  'Before the release.\n\n---\n\nAfter the release.',
  // Lists, and what looks like one.
  '- Cause: a lock that was held for too long.\n- Effect: payments waited.',
  '1. The release began.\n2. The queue grew.',
  'It came at 10. The next one came at 11.',
  '- [ ] ask the bank\n- [x] tell the shops',
  // Breaks, emphasis, dashes and quotation marks.
  'One line,\\\nand the next.',
  'The *first* alarm was **not** sent – nobody had subscribed.',
  '“It is back”, said the first customer at 10:40 UTC.',
  'The service’s owner was on leave; another team answered.',
  'Nine of ten shops (90 %) saw nothing; one saw it twice.',
  'The HTTP API answered 503; the SLA counts that as down.',
  'The content delivery network (CDN) kept an old copy, and the CDN was told so late.',
  'Snake_case_names and camelCaseNames stood side by side in the log.',
  'A table helps:\n\n| Region | Failed |\n| --- | --- |\n| Dublin | 3 % |',
  'Costs were $5 to $9 per order, €4.60 in the euro area.',
])('%j', async (sentence) => {
  const publication = await publishAndLint(postmortem(`## What happened\n\n${sentence}\n`));
  expect(publication.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const shown = JSON.stringify(publication.postmortem?.story);
  for (const word of sentence.match(/[A-Za-z]{5,}/g)?.filter((each) => !/^(?:NOTE|WARNING)$/.test(each)) ?? [])
    expect(shown).toContain(word);
});
