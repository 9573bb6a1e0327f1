/** The figures of `docs/agreements.md` are those that the demonstration's own records give. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { findVerdicts } from '../../src/shared/incident/find-verdicts.ts';
import { postmortemSchema } from '../../src/shared/incident/postmortem-schema.ts';
import { indexRecords } from '../../src/shared/incident/record-index.ts';
import { serviceSchema } from '../../src/shared/incident/service-schema.ts';
import { minutesOf, shareOfBudget, shownAvailability, shownMinutes } from '../../src/shared/incident/shown-figures.ts';
import type { AvailabilityVerdict, IncidentRecord, ResponseVerdict } from '../../src/shared/incident/verdict.ts';

const root = new URL('../../', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), 'utf8');
const guide = text('docs/agreements.md');

const services = readdirSync(new URL('content/services', root)).map((name) => ({
  id: name.replace('.yaml', ''),
  ...serviceSchema.parse(parse(text(`content/services/${name}`))),
}));

const records = readdirSync(new URL('content/postmortems', root)).flatMap((slug): IncidentRecord[] => {
  const [, yaml = ''] = /^---\n([\s\S]*?)\n---\n/.exec(text(`content/postmortems/${slug}/index.mdx`)) ?? [];
  const { severity, publishedAt, times, impact } = postmortemSchema.parse(parse(yaml));
  return publishedAt !== undefined && publishedAt < '2026-11-23'
    ? [{ slug, severity, publishedAt, times, impact } as IncidentRecord]
    : [];
});

function verdict(slug: string, service: string, kind = 'availability') {
  const record = records.find((candidate) => candidate.slug === slug);
  if (!record) throw new Error(`There is no ${slug}.`);
  const all = findVerdicts(record, { services, records: indexRecords(records), today: '2026-11-23' });
  return all.find((candidate) => candidate.service === service && candidate.agreement.kind === kind);
}

/** The lines of an example: from its heading to the next. */
function example(title: string): string {
  return guide.split(`### ${title}\n`)[1]?.split('\n##')[0] ?? '';
}

const grouped = new Intl.NumberFormat('en');
const fixed = (value: number) => value.toFixed(2);

const months = [
  {
    title: 'A month with maintenance',
    slug: '2025-09-14-catalogue-upgrade',
    service: 'storefront-api',
    outcome: 'breached',
  },
  {
    title: 'A month in which the clocks change',
    slug: '2026-03-05-other-shops-orders',
    service: 'checkout',
    outcome: 'met',
  },
  {
    title: 'Two postmortems that overlap',
    slug: '2024-11-29-stock-cache-stampede',
    service: 'storefront-api',
    outcome: 'met',
  },
  {
    title: 'Two postmortems that overlap',
    slug: '2024-11-29-late-webhooks',
    service: 'storefront-api',
    outcome: 'met',
  },
  { title: 'Thirty days that roll', slug: '2024-11-29-late-webhooks', service: 'webhooks', outcome: 'breached' },
];

test.each(months)('$title: $service in $slug', ({ title, slug, service, outcome }) => {
  const found = verdict(slug, service) as AvailabilityVerdict;
  const words = example(title);
  const figures = found.figures;
  if (!figures) throw new Error('There are figures.');
  const { used, allowed } = shownMinutes(figures);
  expect(found.outcome).toBe(outcome);
  expect(words.toLowerCase()).toContain(`**${outcome}**`);
  expect(words).toContain(`| ${grouped.format(figures.measuredSeconds / 60)} |`);
  expect(words).toContain(`| ${fixed(allowed.value)} |`);
  expect(words).toContain(`| ${fixed(used.value)} |`);
  expect(words).toContain(`${Math.round((shareOfBudget(figures.own, figures.allowed) ?? 0) * 100)} %`);
});

test('the first example has the availability and the credit that are computed', () => {
  const found = verdict('2025-09-14-catalogue-upgrade', 'storefront-api') as AvailabilityVerdict;
  if (!found.figures) throw new Error('There are figures.');
  const words = example('A month with maintenance');
  expect(words).toContain(`${shownAvailability(found.figures, found.agreement.target).value} %`);
  expect(words).toContain(`${found.figures.creditPercent} % of the fee`);
});

test('of two that overlap, each alone is what it says', () => {
  const words = example('Two postmortems that overlap');
  for (const slug of ['2024-11-29-stock-cache-stampede', '2024-11-29-late-webhooks']) {
    const found = verdict(slug, 'storefront-api') as AvailabilityVerdict;
    expect(words).toContain(`| ${fixed(minutesOf(found.figures?.own ?? 0).value)} |`);
  }
});

test('business hours over a weekend', () => {
  const found = verdict('2025-05-30-vat-rounding', 'reports', 'resolve') as ResponseVerdict;
  expect(found.outcome).toBe('breached');
  expect(example('Business hours over a weekend')).toContain(`| ${(found.usedSeconds ?? 0) / 60} |`);
});

test('a share that nobody knows', () => {
  const found = verdict('2025-02-08-tracking-domain', 'dispatch') as AvailabilityVerdict;
  const words = example('A share that nobody knows');
  expect(found).toMatchObject({ outcome: 'unknown', missing: [{ fact: 'share' }] });
  expect(words).toContain(`| ${grouped.format((found.figures?.measuredSeconds ?? 0) / 60)} |`);
  expect(words).toContain(`| ${fixed(minutesOf(found.figures?.allowed ?? 0).value)} |`);
});

test('the products and sums of the tables are right', () => {
  const rows = [...guide.matchAll(/^\|[^|]*\| ([\d,.]+(?: [×+−] [\d,.]+)+) \| ([\d,.]+) \|$/gm)];
  expect(rows.length).toBeGreaterThan(12);
  for (const [, formula = '', result = ''] of rows) {
    const terms = formula.replaceAll(',', '').replaceAll('−', '+ -').replaceAll('- ', '-').split(' + ');
    const value = terms.reduce(
      (sum, term) => sum + term.split(' × ').reduce((product, factor) => product * Number(factor), 1),
      0,
    );
    expect(`${formula} = ${value.toFixed(2)}`).toBe(`${formula} = ${Number(result.replaceAll(',', '')).toFixed(2)}`);
  }
});
