/**
 * Time that counts by a weight, summed exactly. Weights are whole billionths and times whole seconds, so that every sum
 * over a window of up to 104 days is a safe integer and comparisons need no rounding.
 */
import type { Span } from './instant.ts';

/** The weight of a minute that counts in full. */
export const fullWeight = 1_000_000_000;

/** A stretch of time that counts by `weight` billionths. */
export interface WeightedSpan extends Span {
  weight: number;
}

/** Billionths of a fraction, 0 to 1. A percentage of up to seven decimals stays exact. */
export function weightOf(fraction: number): number {
  return Math.round(fraction * fullWeight);
}

/** Seconds that `percent` forbids: billionths of `100 - percent`. 99.95 gives 500,000. */
export function forbiddenWeight(percent: number): number {
  return fullWeight - Math.round(percent * (fullWeight / 100));
}

/** Disjoint and sorted: where spans overlap the heaviest counts, once. Spans of no length or weight are gone. */
export function mergeSpans(spans: readonly WeightedSpan[]): WeightedSpan[] {
  const counted = spans.filter(({ from, to, weight }) => to > from && weight > 0);
  const borders = [...new Set(counted.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const byBegin = [...counted].sort((a, b) => a.from - b.from);
  const merged: WeightedSpan[] = [];
  let active: WeightedSpan[] = [];
  let next = 0;
  borders.slice(0, -1).forEach((from, index) => {
    const to = borders[index + 1] ?? from;
    active = active.filter((span) => span.to > from);
    for (let span = byBegin[next]; span && span.from <= from; span = byBegin[++next]) active.push(span);
    const weight = Math.max(0, ...active.map((span) => span.weight));
    const last = merged.at(-1);
    if (weight === 0) return;
    if (last && last.to === from && last.weight === weight) last.to = to;
    else merged.push({ from, to, weight });
  });
  return merged;
}

/** The parts of `span` outside all of `holes`, which may overlap. */
export function cutOut(span: Span, holes: readonly Span[]): Span[] {
  const inside = mergeSpans(holes.map(({ from, to }) => ({ from, to, weight: fullWeight })));
  const parts: Span[] = [];
  let { from } = span;
  for (const hole of inside) {
    if (hole.to <= from || hole.from >= span.to) continue;
    if (hole.from > from) parts.push({ from, to: hole.from });
    from = hole.to;
  }
  if (from < span.to) parts.push({ from, to: span.to });
  return parts;
}

/** Seconds of all `parts` together. */
export function lengthOf(parts: readonly Span[]): number {
  return parts.reduce((sum, { from, to }) => sum + (to - from), 0);
}

/** Seconds × billionths of `merged`, which must be disjoint, within `parts`. */
export function weightedSeconds(merged: readonly WeightedSpan[], parts: readonly Span[]): number {
  let sum = 0;
  for (const part of parts)
    for (const { from, to, weight } of merged)
      sum += Math.max(0, Math.min(to, part.to) - Math.max(from, part.from)) * weight;
  return sum;
}
