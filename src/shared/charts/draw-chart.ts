/** A static SVG of values over time with its data table: no script, no style attribute, themed by classes. */
import { type ScaleLinear, type ScaleTime, scaleLinear, scaleUtc } from 'd3-scale';
import { area, curveLinear, curveStepAfter, line } from 'd3-shape';
import GithubSlugger from 'github-slugger';
import type { Element } from 'hast';
import { h, s } from 'hastscript';
import { zoneName } from '../incident/instant.ts';
import {
  type ChartPhases,
  drawPhases,
  type PhaseWords,
  phaseLegend,
  type ShadedPhase,
  shadePhases,
} from './chart-phases.ts';
import { drawTable, type TableWords } from './chart-table.ts';
import { clockTicks } from './clock-ticks.ts';
import type { Series } from './read-series.ts';

export interface ChartOptions {
  /** Makes the ids inside unlike those of other charts on the page. */
  key: string;
  title: string;
  alt: string;
  unit: string;
  kind: 'line' | 'area' | 'step';
  /** BCP 47, for numbers. */
  language: string;
  /** An IANA zone, of the axis; the table is in UTC, as data are. */
  timezone: string;
  /** Times of the incident, whose phases are shaded. */
  phases?: ChartPhases;
  words: PhaseWords & TableWords;
}

const size = { width: 720, height: 300 };
const margin = { top: 16, right: 16, bottom: 34, left: 56 };

type Point = { at: Date; value: number | undefined };

/** Draws the series. Coordinates have one decimal, so that the bytes are the same on every machine. */
export function drawChart(series: Series, options: ChartOptions): Element {
  const id = new GithubSlugger().slug(`chart-${options.key}`);
  const [first = 0, last = 1] = extentOf(series.rows.map(({ at }) => new Date(at).getTime()));
  const [lowest = 0, highest = 1] = extentOf(
    series.rows.flatMap(({ values }) => values.filter((value) => value !== undefined)),
  );
  const x = scaleUtc([new Date(first), new Date(last)], [margin.left, size.width - margin.right]);
  const y = scaleLinear(
    [Math.min(0, lowest), Math.max(highest, 0) || 1],
    [size.height - margin.bottom, margin.top],
  ).nice();
  const scales = { x: (at: Date) => round(x(at)), y: (value: number) => round(y(value)) };
  const shaded = shadePhases(options.phases, x);
  const svg = s(
    'svg',
    {
      viewBox: `0 0 ${size.width} ${size.height}`,
      role: 'img',
      ariaLabelledBy: `${id}-title ${id}-desc`,
      className: ['chart-drawing'],
    },
    s('title', { id: `${id}-title` }, options.title),
    s('desc', { id: `${id}-desc` }, options.alt),
    ...drawPhases(shaded, margin.top, size.height - margin.bottom),
    ...drawAxes({ x, y }, options),
    ...series.columns.flatMap((_, index) =>
      drawSeries(series, { index, kind: options.kind, ...scales, baseline: round(y(Math.max(0, lowest ?? 0))) }),
    ),
  );
  const caption = h('figcaption', options.title, ...(options.unit ? [` (${options.unit})`] : []));
  return h(
    'figure',
    { className: ['chart'] },
    caption,
    svg,
    drawLegend(series, shaded, options),
    drawTable(series, options),
  );
}

/** The least and the greatest, as many as there are; nothing where there is none. */
function extentOf(values: readonly number[]): [least: number, greatest: number] | [] {
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return values.length === 0 ? [] : [least, greatest];
}

function drawAxes(
  scales: { x: ScaleTime<number, number>; y: ScaleLinear<number, number> },
  options: ChartOptions,
): Element[] {
  const { x, y } = scales;
  const number = new Intl.NumberFormat(options.language, { notation: 'compact', maximumFractionDigits: 2 });
  const inZone = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(options.language, { timeZone: options.timezone, hourCycle: 'h23', ...parts });
  const baseline = size.height - margin.bottom;
  const [first, last] = x.domain() as [Date, Date];
  const isLong = last.getTime() - first.getTime() > 172_800_000;
  const format = inZone(isLong ? { day: 'numeric', month: 'short' } : { hour: '2-digit', minute: '2-digit' });
  const { timezone } = options;
  return [
    ...y.ticks(5).flatMap((value) => [
      s('line', {
        className: ['chart-grid'],
        x1: margin.left,
        x2: size.width - margin.right,
        y1: round(y(value) ?? 0),
        y2: round(y(value) ?? 0),
      }),
      s(
        'text',
        { className: ['chart-label'], x: margin.left - 8, y: round((y(value) ?? 0) + 4), textAnchor: 'end' },
        number.format(value),
      ),
    ]),
    ...clockTicks(first.toISOString(), last.toISOString(), { count: 6, timezone }).map((at) =>
      s(
        'text',
        { className: ['chart-label', 'chart-time'], x: round(x(at)), y: baseline + 20, textAnchor: 'middle' },
        format.format(at),
      ),
    ),
    s('line', {
      className: ['chart-axis'],
      x1: margin.left,
      x2: size.width - margin.right,
      y1: baseline,
      y2: baseline,
    }),
  ];
}

interface SeriesDrawing {
  index: number;
  kind: ChartOptions['kind'];
  x: (at: Date) => number;
  y: (value: number) => number;
  baseline: number;
}

function drawSeries(series: Series, { index, kind, x, y, baseline }: SeriesDrawing): Element[] {
  const points: Point[] = series.rows.map(({ at, values }) => ({ at: new Date(at), value: values[index] }));
  const curve = kind === 'step' ? curveStepAfter : curveLinear;
  const isKnown = ({ value }: Point) => value !== undefined;
  const outline = line<Point>(
    ({ at }) => x(at),
    ({ value }) => y(value ?? 0),
  )
    .defined(isKnown)
    .curve(curve)
    .digits(1)(points);
  const className = `chart-line-${(index % 4) + 1}`;
  const path = s('path', { className: ['chart-line', className], d: outline ?? '' });
  if (kind !== 'area') return [path];
  const filled = area<Point>(
    ({ at }) => x(at),
    baseline,
    ({ value }) => y(value ?? 0),
  )
    .defined(isKnown)
    .curve(curve)
    .digits(1)(points);
  return [s('path', { className: ['chart-area', `chart-area-${(index % 4) + 1}`], d: filled ?? '' }), path];
}

/** Which line and which shade is which, by pattern and word; and of which clock the axis is. */
function drawLegend(
  { columns }: Series,
  shaded: readonly ShadedPhase[],
  { words, timezone }: Pick<ChartOptions, 'words' | 'timezone'>,
): Element {
  const entries = columns.map((column, index) =>
    h(
      'li',
      s(
        'svg',
        { viewBox: '0 0 28 8', width: 28, height: 8, className: ['chart-key'] },
        s('line', { className: ['chart-line', `chart-line-${(index % 4) + 1}`], x1: 0, x2: 28, y1: 4, y2: 4 }),
      ),
      ` ${column}`,
    ),
  );
  const zone = h('li', zoneName(timezone));
  return h('ul', { className: ['chart-legend'] }, ...entries, ...phaseLegend(shaded, words), zone);
}

function round(value: number | undefined): number {
  return Math.round((value ?? 0) * 10) / 10;
}
