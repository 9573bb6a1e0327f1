/** The incident's phases behind a chart: shaded stretches with a border each, and the words for the legend. */
import type { ScaleTime } from 'd3-scale';
import type { Element } from 'hast';
import { h, s } from 'hastscript';
import { momentOf, type RecordedTime } from '../incident/recorded-time.ts';

export interface ChartPhases {
  started: RecordedTime;
  firstLogged?: RecordedTime | undefined;
  mitigated?: RecordedTime | undefined;
  resolved?: RecordedTime | undefined;
}

/** Short names, as they stand in the legend. */
export interface PhaseWords {
  undetected: string;
  detected: string;
  mitigated: string;
}

export interface ShadedPhase {
  name: keyof PhaseWords;
  x: number;
  width: number;
}

/** The phases of which anything lies within the scale; those with an unknown end are left out, open ones reach its end. */
export function shadePhases(phases: ChartPhases | undefined, x: ScaleTime<number, number>): ShadedPhase[] {
  if (!phases) return [];
  const [left = 0, right = 0] = x.range();
  const xOf = (time: RecordedTime | undefined) => {
    const at = momentOf(time);
    return at === undefined ? undefined : Math.min(right, Math.max(left, x(new Date(at))));
  };
  const { started, firstLogged, mitigated, resolved } = phases;
  const impactEnd = mitigated ?? resolved;
  const intervals = [
    { name: 'undetected', from: started, to: firstLogged },
    { name: 'detected', from: firstLogged ?? started, to: impactEnd },
    ...(mitigated ? [{ name: 'mitigated', from: mitigated, to: resolved } as const] : []),
  ] as const;
  return intervals.flatMap(({ name, from, to }) => {
    const [begin, end] = [xOf(from), to ? xOf(to) : right];
    if (begin === undefined || end === undefined || end - begin < 0.5) return [];
    return [{ name, x: round(begin), width: round(end - begin) }];
  });
}

/** Borders differ by their dashes, so that phases are told apart without colour. */
export function drawPhases(shaded: readonly ShadedPhase[], top: number, baseline: number): Element[] {
  return shaded.flatMap(({ name, x, width }) => [
    s('rect', { className: [`chart-phase-${name}`], x, y: top, width, height: baseline - top }),
    s('line', { className: ['chart-phase-edge', `chart-phase-edge-${name}`], x1: x, x2: x, y1: top, y2: baseline }),
  ]);
}

export function phaseLegend(shaded: readonly ShadedPhase[], words: PhaseWords): Element[] {
  return shaded.map(({ name }) =>
    h(
      'li',
      s(
        'svg',
        { viewBox: '0 0 28 12', width: 28, height: 12, className: ['chart-key'] },
        s('rect', { className: [`chart-phase-${name}`], width: 28, height: 12 }),
        s('line', { className: ['chart-phase-edge', `chart-phase-edge-${name}`], x1: 1, x2: 1, y1: 0, y2: 12 }),
      ),
      ` ${words[name]}`,
    ),
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
