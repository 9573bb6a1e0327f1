import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { type ChartOptions, drawChart } from '../../../src/shared/charts/draw-chart.ts';
import { maximumRows, readSeries } from '../../../src/shared/charts/read-series.ts';
import { useLocale } from '../../../src/shared/i18n/use-locale.ts';

const read = (csv: string, y = ['errors']) => readSeries(csv, { x: 'time', y, file: 'errors.csv' });
const exact = (at: string) => ({ certainty: 'exact' as const, at: `2026-03-14T${at}:00Z` });

function draw(csv: string, options: Partial<ChartOptions> = {}, y?: string[]): string {
  const { series } = read(csv, y);
  if (!series) throw new Error('The CSV is good.');
  const words = useLocale('en').words.story.chart;
  const all: ChartOptions = {
    key: 'one',
    title: 'Errors',
    alt: 'They rise.',
    unit: 'per minute',
    kind: 'line',
    language: 'en',
    timezone: 'UTC',
    words,
    ...options,
  };
  return toHtml(drawChart(series, all));
}

const good = 'time,errors\n2026-03-14T09:00Z,1\n2026-03-14T09:30Z,20\n2026-03-14T10:00Z,\n2026-03-14T10:30Z,2\n';

test.each([
  { name: 'a column that is missing', csv: 'time,other\n2026-03-14T09:00Z,1\n', line: 1, says: '`errors`' },
  {
    name: 'a cell that is no number',
    csv: 'time,errors\n2026-03-14T09:00Z,1\n2026-03-14T09:01Z,1 200\n',
    line: 3,
    says: 'plain number',
  },
  {
    name: 'a time without an offset',
    csv: 'time,errors\n2026-03-14T09:00,1\n2026-03-14T09:01Z,2\n',
    line: 2,
    says: 'without an offset',
  },
  { name: 'an impossible time', csv: 'time,errors\n2026-02-30T09:00Z,1\n', line: 2, says: 'impossible' },
  { name: 'a quote that is not closed', csv: 'time,errors\n"2026-03-14T09:00Z,1\n', line: 1, says: 'not CSV' },
  { name: 'a single row', csv: 'time,errors\n2026-03-14T09:00Z,1\n', line: 1, says: 'two rows' },
  { name: 'nothing at all', csv: '', line: 1, says: 'no column' },
])('$name is a problem at its line', ({ csv, line, says }) => {
  const { series, problems } = read(csv);
  expect(series).toBeUndefined();
  expect(problems[0]).toMatchObject({ code: 'chart/bad-data', location: { file: 'errors.csv', line } });
  expect(problems[0]?.fact).toContain(says);
});

test('blank lines do not move the place of a problem', () => {
  const { problems } = read('time,errors\n\n2026-03-14T09:00Z,1\n\n\n2026-03-14T09:01Z,x\n');
  expect(problems[0]?.location.line).toBe(6);
});

test('100,000 rows are thinned, quickly, with the peaks of every column kept, and the table says so', () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => {
    const at = new Date(Date.UTC(2026, 2, 14) + index * 1000).toISOString();
    return `${at},${index === 54_321 ? 999 : 1},${index === 12_345 ? -777 : 5}`;
  });
  const started = performance.now();
  const { series, problems } = read(`time,errors,depth\n${rows.join('\n')}\n`, ['errors', 'depth']);
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(problems).toMatchObject([{ code: 'chart/thinned', severity: 'warning' }]);
  expect(series?.rows.length).toBeLessThanOrEqual(maximumRows);
  expect(series?.rows.flatMap(({ values }) => values)).toEqual(expect.arrayContaining([999, -777]));
  const html = draw(`time,errors,depth\n${rows.join('\n')}\n`, {}, ['errors', 'depth']);
  expect(html).toContain('of 100,000 rows are drawn and listed');
});

test('a chart has a title, a text for those who do not see it, units, and every value in a table', () => {
  const html = draw(good);
  expect(html).toMatch(/<title id="chart-one-title">Errors<\/title><desc id="chart-one-desc">They rise\.<\/desc>/);
  expect(html).toContain('<figcaption>Errors (per minute)</figcaption>');
  expect(html).toContain('<th scope="col">errors (per minute)</th>');
  expect(html.match(/<tr>/g)).toHaveLength(5);
});

test('an empty cell is a gap in the line and a dash in the table', () => {
  expect(draw(good)).toContain('<td>–</td>');
  expect(
    draw(good)
      .match(/<path class="chart-line[^"]*" d="([^"]*)"/)?.[1]
      ?.match(/M/g),
  ).toHaveLength(2);
});

test('the phases of the incident are shaded, and named in the legend', () => {
  const html = draw(good, {
    phases: {
      started: exact('09:10'),
      firstLogged: exact('09:20'),
      mitigated: exact('10:00'),
      resolved: exact('12:00'),
    },
  });
  for (const name of ['undetected', 'detected', 'mitigated']) expect(html).toContain(`chart-phase-${name}`);
  for (const word of Object.values(useLocale('en').words.story.chart).slice(0, 3)) expect(html).toContain(word);
});

test('phases outside the chart are neither shaded nor named', () => {
  const html = draw(good, {
    phases: { started: exact('11:00'), firstLogged: exact('11:10'), resolved: exact('12:00') },
  });
  expect(html).not.toContain('chart-phase');
});

test('an unknown start shades from the first log on', () => {
  const html = draw(good, {
    phases: { started: { certainty: 'unknown' }, firstLogged: exact('09:20'), resolved: exact('10:00') },
  });
  expect(html).not.toContain('chart-phase-undetected');
  expect(html).toContain('chart-phase-detected');
});

test.each(['line', 'area', 'step'] as const)('a chart of kind %s needs no script and no style attribute', (kind) => {
  const html = draw('time,errors,b\n2026-03-14T09:00Z,1,3\n2026-03-17T09:30Z,20,2\n', { kind }, ['errors', 'b']);
  expect(html).not.toMatch(/style=|<script|NaN|undefined|Infinity/);
  expect(html).toContain('chart-line-2');
});
