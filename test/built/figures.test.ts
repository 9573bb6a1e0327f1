/** The figures of the demo site, and which pages depend on the day of the build. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useLocale } from '../../src/shared/i18n/use-locale.ts';
import { candor, copyBuiltDemo, removeFolder } from '../support/build.ts';

let site = '';
const build = (now: string) => candor('build', '--site', site, '--now', now);
const rendered = ({ out }: { out: string }) => Number(/Rendered (\d+) pages/.exec(out)?.[1]);

/** The words of a page, as one line. */
function words(path: string): string {
  return readFileSync(join(site, 'dist', path, 'index.html'), 'utf8')
    .replace(/<(svg|script)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

beforeAll(async () => {
  site = copyBuiltDemo();
  expect(await build('2026-11-23T12:00:00Z')).toMatchObject({ code: 0 });
});

afterAll(() => removeFolder(site));

test.each([
  {
    name: 'a breached month',
    path: 'postmortems/2025-09-14-catalogue-upgrade',
    says: 'Available, September 2025 Breached 99.813% at least 99.95% 80.50 of 21.54 min 374% 10% of the fee',
  },
  {
    name: 'a month that was met, with a daylight-saving day',
    path: 'postmortems/2026-03-05-other-shops-orders',
    says: 'Available, March 2026 Met 99.981% at least 99.95% 8.40 of 22.29 min 38% none',
  },
  {
    name: 'a rolling window',
    path: 'postmortems/2024-11-29-late-webhooks',
    says: 'Available, 30 days to 29 November 2024 Breached about 99.573%',
  },
  {
    name: 'business hours over a weekend',
    path: 'postmortems/2025-05-30-vat-rounding',
    says: 'Resolved Breached 15 hours, 20 minutes within 8 hours',
  },
  {
    name: 'the daylight-saving weekend',
    path: 'postmortems/2024-03-31-missing-payout-reports',
    says: 'Acknowledged Met 10 minutes within 2 hours',
  },
  {
    name: 'an overlap of two postmortems',
    path: 'postmortems/2024-11-29-stock-cache-stampede',
    says: '23.17 of 132.48 min 14%',
  },
  {
    name: 'what cannot be said',
    path: 'postmortems/2025-02-08-tracking-domain',
    says: 'Available, Q1 2025 Unknown – at least 99.5% unknown of 647.70 min',
  },
  {
    name: 'an incident that lasts',
    path: 'postmortems/2026-11-19-slow-exports',
    says: 'Resolved Breached at least 16 hours, 48 minutes',
  },
  {
    name: 'a quarter that is not over',
    path: 'postmortems/2026-10-21-label-prices',
    says: 'Available, Q4 2026 Unknown not over yet',
  },
  {
    name: 'a month in the history of a service',
    path: 'services/storefront-api',
    says: 'September 2025 Breached 99.813% 80.50 of 21.54 min The catalogue was slow',
  },
  { name: 'months before an agreement', path: 'services/storefront-api', says: 'June 2025 not in force' },
  { name: 'an honest sum', path: 'numbers', says: 'Accounts affected at least 7,163 Not recorded for 1 incident.' },
  { name: 'a small n', path: 'numbers', says: 'With n = 12, read these as a list of cases' },
  {
    name: 'an overdue promise',
    path: 'promises',
    says: 'Overdue Not done, and the day has passed. As of 23 November 2026. Promise Team Due Early or late Keep the old database in step',
  },
])('the site shows $name', ({ path, says }) => {
  expect(words(path)).toContain(says);
});

test('the summary, the counts by state and the data for machines agree on the promises', () => {
  const data = JSON.parse(readFileSync(join(site, 'dist/api/promises.json'), 'utf8')) as {
    promises: { state: string }[];
  };
  const counts = Map.groupBy(data.promises, ({ state }) => state);
  const numberOf = (state: string) => counts.get(state)?.length ?? 0;
  const page = words('promises');
  for (const [state, name] of Object.entries(useLocale('en').words.promises.state))
    expect(page).toContain(`${name} ${numberOf(state)} `);
  const settled = numberOf('kept') + numberOf('late') + numberOf('overdue');
  expect(page).toContain(`Of ${settled} promises that are done or were due, ${numberOf('kept')} were done on time.`);
  expect(page).toContain(` of ${data.promises.length}. See all`);
});

test('a promise kept late says by how many days on its postmortem, as Markdown and in feeds', () => {
  const late = /Done, 35 days late/;
  expect(words('postmortems/2024-07-18-checkout-retries')).toMatch(late);
  for (const file of ['postmortems/2024-07-18-checkout-retries.md', 'atom.xml'])
    expect(readFileSync(join(site, 'dist', file), 'utf8')).toMatch(late);
});

test('no page shows a mean', () => {
  expect(words('numbers')).not.toMatch(/\b(?:mean time|average time|MTT[RD])\b/i);
});

test('a later hour of the same day changes nothing', async () => {
  expect(rendered(await build('2026-11-23T18:00:00Z'))).toBe(0);
});

test('the next day renders the promises and what lasts, and nothing else', async () => {
  // In two languages: the list of promises, and the postmortem whose window is not over, as a page
  // and as Markdown; its feed tells of windows that are.
  // Of the year and of the two services whose promises are overdue: how long they have been.
  // The home page and the overview of services. Of each of five services: its page, its badge and its page for frames say how it stands today.
  expect(rendered(await build('2026-11-24T12:00:00Z'))).toBe(5 + 2 * 3 + 2 * 2 + 3 * 5);
  expect(words('promises')).toContain('As of 24 November 2026.');
});

test('a claim that contradicts the facts fails the build at its line', async () => {
  const file = join(site, 'content/postmortems/2026-08-22-checkout-certificate/index.mdx');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('kind: availability, verdict: met', 'kind: availability, verdict: breached'));
  const failed = await build('2026-11-24T12:00:00Z');
  writeFileSync(file, text);
  expect(failed.code).toBe(1);
  expect(failed.error).toMatch(/2026-08-22-checkout-certificate\/index\.mdx:\d+:\d+ error agreements\/contradicted/);
});

test('one changed window renders its postmortem, and the pages that show its figures', async () => {
  const file = join(site, 'content/postmortems/2026-08-22-checkout-certificate/index.mdx');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('level: partial, share: 6% }', 'level: partial, share: 7% }'));
  const changed = await build('2026-11-24T12:00:00Z');
  expect(changed.code).toBe(0);
  expect(words('postmortems/2026-08-22-checkout-certificate')).toContain('0.63 of 22.32 min');
  expect(rendered(changed)).toBeLessThanOrEqual(43);
});
