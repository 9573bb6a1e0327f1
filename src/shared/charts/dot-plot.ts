/** The geometry of dots on a logarithmic scale of durations, stacked where they would lie on each other. */
import { scaleLog } from 'd3-scale';
import type { DrawnSpread } from '../incident/draw-spread.ts';

export const dotPlotWidth = 720;
/** Of a dot: the largest with which the stacks are low enough. */
const radii = [6, 5, 4, 3];
/** Most height of the stacks: dots of the smallest radius lie on each other where they would be higher. */
const mostHeight = 480;
const margin = { left: 40, right: 48, top: 10, bottom: 34 };
const boxHeight = 26;
/** Minutes: one, ten, an hour, six hours, a day, a week, four weeks, a year. */
const marks = [1, 10, 60, 360, 1440, 10_080, 40_320, 525_600];

export interface DotPlot {
  height: number;
  baseline: number;
  /** Of each dot. */
  radius: number;
  dots: { x: number; y: number; isAbout: boolean }[];
  /** Round durations on the axis. */
  ticks: { minutes: number; x: number }[];
  /** From the lower to the upper quartile, with the median between; below the dots. */
  box?: { lower: number; median: number; upper: number; y: number; height: number };
  left: number;
  right: number;
}

/** Under a minute is drawn as one minute: a logarithm knows no zero. Coordinates have one decimal. */
export function layOutDots({ dots, quartiles }: Pick<DrawnSpread, 'dots' | 'quartiles'>): DotPlot {
  const drawn = dots.map(({ minutes }) => Math.max(1, minutes));
  const [least, most] = [Math.min(...drawn), Math.max(...drawn)];
  const first = [...marks].reverse().find((mark) => mark <= least) ?? 1;
  const last = marks.find((mark) => mark >= most && mark > first) ?? Math.max(most, first * 10);
  const x = scaleLog([first, last], [margin.left, dotPlotWidth - margin.right]);
  const { stacks, radius, height, step } = stackLow(drawn.map((minutes) => x(minutes)));
  const baseline = margin.top + height + boxHeight;
  const y = (row: number) => baseline - boxHeight - row * step - radius;
  return {
    height: baseline + margin.bottom,
    baseline,
    radius,
    dots: dots.map(({ isAbout }, index) => ({
      x: round(x(drawn[index] ?? 1)),
      y: round(y(stacks[index] ?? 0)),
      isAbout,
    })),
    ticks: marks.filter((mark) => mark >= first && mark <= last).map((minutes) => ({ minutes, x: round(x(minutes)) })),
    ...(quartiles && {
      box: {
        lower: round(x(Math.max(1, quartiles.lower))),
        median: round(x(Math.max(1, quartiles.median))),
        upper: round(x(Math.max(1, quartiles.upper))),
        y: baseline - boxHeight + 8,
        height: 10,
      },
    }),
    left: margin.left,
    right: dotPlotWidth - margin.right,
  };
}

/** The stacks of the largest dots that fit: the row of each dot, and how far a row is above the one below. */
function stackLow(places: readonly number[]): { stacks: number[]; radius: number; height: number; step: number } {
  const sizes = radii.map((radius) => {
    const pitch = radius * 2 + 2;
    const stacks = stack(places, pitch);
    const rows = Math.max(1, ...stacks.map((row) => row + 1));
    const height = Math.min(rows * pitch, mostHeight);
    return { stacks, radius, height, fits: rows * pitch <= mostHeight, step: (height - pitch) / Math.max(1, rows - 1) };
  });
  return sizes.find(({ fits }) => fits) ?? (sizes.at(-1) as (typeof sizes)[number]);
}

/** For each of the sorted places the lowest row in which it is `pitch` from earlier ones. */
function stack(places: readonly number[], pitch: number): number[] {
  const ends: number[] = [];
  return places.map((place) => {
    const free = ends.findIndex((end) => place - end >= pitch);
    const row = free < 0 ? ends.length : free;
    ends[row] = place;
    return row;
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
