/** The geometry of a chart of error budgets: a column for each month or quarter, as high as the budget it used. */
import { scaleBand, scaleLinear } from 'd3-scale';
import type { AgreementHistory } from '../incident/availability-history.ts';
import { shareOfBudget } from '../incident/shown-figures.ts';
import type { Outcome } from '../incident/verdict.ts';

export const budgetSize = { width: 720, height: 210 };
const margin = { top: 26, right: 8, bottom: 30, left: 64 };
/** Shares of the budget at which columns are cut off. */
const highest = 2;
/** Of a character of a label, as large as it is drawn on a phone. */
const characterWidth = 16.5;

export interface BudgetColumn {
  /** First day of the period. */
  begins: string;
  /** `none` where no agreement was in force. */
  outcome: Outcome | 'none';
  /** Share of the budget used, 1 for all of it; `undefined` where there was none, or none was allowed. */
  share: number | undefined;
  /** Whether a fact is missing that only the record could give. */
  isUndecided: boolean;
  x: number;
  width: number;
  /** Top of the column, and what is below it to the ground. */
  y: number;
  height: number;
  isCut: boolean;
  /** Whether its share is written above it; where labels would collide, the larger ones are. */
  isLabelled: boolean;
}

export interface BudgetChart {
  columns: BudgetColumn[];
  baseline: number;
  top: number;
  left: number;
  right: number;
  /** Heights of 0, half, all and twice the budget. */
  lines: { share: number; y: number }[];
}

/** Coordinates have one decimal. */
export function layOutBudgets({ rows }: AgreementHistory): BudgetChart {
  const baseline = budgetSize.height - margin.bottom;
  const right = budgetSize.width - margin.right;
  const x = scaleBand(
    rows.map(({ begins }) => begins),
    [margin.left, right],
  ).padding(0.25);
  const y = scaleLinear([0, highest], [baseline, margin.top]);
  const columns = rows.map(({ begins, figures }): Omit<BudgetColumn, 'isLabelled'> => {
    const share = figures && (shareOfBudget(figures.used, figures.allowed) ?? (figures.used > 0 ? highest : 0));
    const top = round(y(Math.min(share ?? 0, highest)));
    return {
      begins,
      outcome: figures?.outcome ?? 'none',
      share,
      isUndecided: figures?.missing.some(({ fact }) => fact !== 'window-end') ?? false,
      x: round(x(begins) ?? 0),
      width: round(x.bandwidth()),
      y: top,
      height: round(baseline - top),
      isCut: (share ?? 0) > highest,
    };
  });
  const lines = [0, 0.5, 1, highest].map((share) => ({ share, y: round(y(share)) }));
  const labelled = chooseLabels(columns);
  return {
    columns: columns.map((column) => ({ ...column, isLabelled: labelled.has(column.begins) })),
    baseline,
    top: margin.top,
    left: margin.left,
    right,
    lines,
  };
}

function chooseLabels(columns: readonly Pick<BudgetColumn, 'begins' | 'share' | 'x'>[]): Set<string> {
  const chosen: { begins: string; x: number; share: number }[] = [];
  const largestFirst = columns
    .flatMap(({ begins, share = 0, x }) => (share > 0 ? [{ begins, share, x }] : []))
    .sort((a, b) => b.share - a.share || b.x - a.x);
  for (const label of largestFirst)
    if (chosen.every((other) => Math.abs(other.x - label.x) >= (widthOfLabel(other) + widthOfLabel(label)) / 2))
      chosen.push(label);
  return new Set(chosen.map(({ begins }) => begins));
}

/** A percentage with a separator after each three digits. */
function widthOfLabel({ share }: { share: number }): number {
  const digits = String(Math.round(share * 100)).length;
  return characterWidth * (digits + Math.floor((digits - 1) / 3) + 1);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
