/** The geometry of an incident's phases to scale: a row for each, events as ticks below, UTC along the ground. */
import { scaleUtc } from 'd3-scale';
import type { PublicPostmortem } from '../incident/public-postmortem.ts';
import type { RecordedTime } from '../incident/recorded-time.ts';
import { momentOf } from '../incident/recorded-time.ts';

export const phaseNames = ['undetected', 'detected', 'mitigated', 'resolved'] as const;
export type PhaseName = (typeof phaseNames)[number];

const size = { width: 720, row: 26, bar: 14 };
const margin = { left: 132, right: 24, top: 6, bottom: 30 };

export interface PhaseRow {
  phase: PhaseName;
  from: RecordedTime;
  /** Absent while the phase lasts; the same as `from` for the moment of resolution. */
  to: RecordedTime | undefined;
  x: number;
  width: number;
  y: number;
}

export interface PhasePicture {
  width: number;
  height: number;
  barHeight: number;
  left: number;
  right: number;
  ground: number;
  rows: PhaseRow[];
  /** Places of the events of the timeline that lie within the picture. */
  events: number[];
  /** Moments on the axis; `isDay` where the day is what tells them apart. */
  ticks: { x: number; at: string; isDay: boolean }[];
}

/** `undefined` where fewer than two moments are known: there is nothing to draw to scale. Coordinates have one decimal. */
export function layOutPhases(
  times: PublicPostmortem['times'],
  events: readonly RecordedTime[],
): PhasePicture | undefined {
  const phases = listPhases(times);
  const known = phases.flatMap(({ from, to }) => [momentOf(from), momentOf(to)]).filter((at) => at !== undefined);
  const moments = events.map(momentOf).filter((at) => at !== undefined);
  // An incident that lasts is drawn up to what is known last of it.
  const all = [...known, ...(times.resolved ? [] : moments)].sort();
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  const [left, right] = [margin.left, size.width - margin.right];
  const x = scaleUtc([new Date(first), new Date(last)], [left, right]);
  const place = (at: string) => round(x(new Date(at)));
  const rows = phases.flatMap(({ phase, from, to }, index): PhaseRow[] => {
    const begin = momentOf(from);
    const end = to ? momentOf(to) : last;
    if (begin === undefined || end === undefined) return [];
    const y = margin.top + index * size.row;
    return [{ phase, from, to, x: place(begin), width: round(place(end) - place(begin)), y }];
  });
  const ground = margin.top + phases.length * size.row + 12;
  const isLong = new Date(last).getTime() - new Date(first).getTime() > 2 * 86_400_000;
  return {
    width: size.width,
    height: ground + margin.bottom,
    barHeight: size.bar,
    left,
    right,
    ground,
    rows,
    events: moments.filter((at) => at >= first && at <= last).map(place),
    ticks: x.ticks(5).map((at) => ({ x: round(x(at)), at: at.toISOString(), isDay: isLong })),
  };
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
  return Math.round(value * 10) / 10;
}
