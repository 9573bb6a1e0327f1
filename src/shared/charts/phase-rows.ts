/**
 * The geometry of an incident's phases to scale: a row for each, events as dots below, the site's clock along the ground. Along the axis
 * everything is in percent of the drawing, so that words keep their size on any screen.
 */
import { scaleUtc } from 'd3-scale';
import { dayOf } from '../incident/instant.ts';
import type { PublicPostmortem } from '../incident/public-postmortem.ts';
import { momentOf, type RecordedTime } from '../incident/recorded-time.ts';
import { clockTicks } from './clock-ticks.ts';

export const phaseNames = ['undetected', 'detected', 'mitigated', 'resolved'] as const;
export type PhaseName = (typeof phaseNames)[number];

export interface PhaseRow {
  phase: PhaseName;
  from: RecordedTime;
  /** Absent while the phase lasts; the same as `from` for the moment of resolution. */
  to: RecordedTime | undefined;
  /** In percent, as `width` is. */
  x: number;
  width: number;
  /** Where the row's words stand, and the side from which they run: the one with more room. */
  label: { x: number; anchor: 'start' | 'end' };
}

/** Dots that are too near each other to be aimed at apart; the link leads to the first. */
export interface EventGroup {
  /** Indexes of rows of the timeline. */
  rows: number[];
  /** In percent, of each dot. */
  dots: number[];
}

export interface PhasePicture {
  rows: PhaseRow[];
  /** The events of the timeline that lie within the picture, in order of time. */
  events: EventGroup[];
  /**
   * Moments on the axis, in percent; the first of each day says its day, and all where only days tell them apart. Those to
   * spare are left out where there is no room.
   */
  ticks: { x: number; at: string; shows: 'time' | 'day' | 'both'; isOptional: boolean }[];
}

/** Least distance of two links in percent: 24 of the 280 pixels that the narrowest drawing has. */
const aimed = 9;
const day = 86_400_000;

/** `undefined` where fewer than two moments are known: there is nothing to draw to scale. Percentages have two decimals. */
export function layOutPhases(
  times: PublicPostmortem['times'],
  events: readonly RecordedTime[],
  timezone = 'UTC',
): PhasePicture | undefined {
  const phases = listPhases(times);
  const known = phases.flatMap(({ from, to }) => [momentOf(from), momentOf(to)]).filter((at) => at !== undefined);
  const moments = events.flatMap((time, row) => {
    const at = momentOf(time);
    return at === undefined ? [] : [{ at, row }];
  });
  // An incident that lasts is drawn up to what is known last of it.
  const all = [...known, ...(times.resolved ? [] : moments.map(({ at }) => at))].sort();
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  const x = scaleUtc([new Date(first), new Date(last)], [0, 100]);
  const xOf = (at: string) => round(x(new Date(at)));
  const rows = phases.flatMap(({ phase, from, to }): PhaseRow[] => {
    const begin = momentOf(from);
    const end = to ? momentOf(to) : last;
    if (begin === undefined || end === undefined) return [];
    const [left, right] = [xOf(begin), xOf(end)];
    return [{ phase, from, to, x: left, width: round(right - left), label: xOfLabel(left, right) }];
  });
  const within = moments.filter(({ at }) => at >= first && at <= last).sort((a, b) => compareText(a.at, b.at));
  return {
    rows,
    events: groupEvents(within.map(({ at, row }) => ({ row, x: xOf(at) }))),
    ticks: listTicks(first, last, timezone).map((tick) => ({ ...tick, x: xOf(tick.at) })),
  };
}

function xOfLabel(left: number, right: number): PhaseRow['label'] {
  return 100 - left >= right ? { x: left, anchor: 'start' } : { x: right, anchor: 'end' };
}

function groupEvents(events: readonly { row: number; x: number }[]): EventGroup[] {
  const groups: EventGroup[] = [];
  for (const { row, x } of events) {
    const group = groups.at(-1);
    if (group && x - (group.dots[0] ?? 0) < aimed) {
      group.rows.push(row);
      group.dots.push(x);
    } else groups.push({ rows: [row], dots: [x] });
  }
  return groups;
}

function listTicks(first: string, last: string, timezone: string): Omit<PhasePicture['ticks'][number], 'x'>[] {
  const length = Date.parse(last) - Date.parse(first);
  const moments = clockTicks(first, last, { count: 5, timezone });
  const days = moments.map((at) => dayOf(at.toISOString(), timezone));
  const isOneDay = new Set(days).size === 1 && length < day;
  return moments.map((at, index) => {
    const begins = days[index] !== days[index - 1];
    const shows = length > 2 * day ? 'day' : begins && !isOneDay ? 'both' : 'time';
    return { at: at.toISOString(), shows, isOptional: shows !== 'both' && index % 2 === 1 };
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function listPhases({ started, firstLogged, mitigated, resolved }: PublicPostmortem['times']) {
  const phases: { phase: PhaseName; from: RecordedTime; to: RecordedTime | undefined }[] = [
    { phase: 'undetected', from: started, to: firstLogged },
    { phase: 'detected', from: firstLogged, to: mitigated ?? resolved },
  ];
  if (mitigated && momentOf(mitigated) !== momentOf(resolved))
    phases.push({ phase: 'mitigated', from: mitigated, to: resolved });
  if (resolved) phases.push({ phase: 'resolved', from: resolved, to: resolved });
  // Where the impact ended before anybody noticed, nothing was left to be detected.
  return phases.filter(({ from, to }) => {
    const [begin, end] = [momentOf(from), momentOf(to)];
    return begin === undefined || end === undefined || end >= begin;
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
