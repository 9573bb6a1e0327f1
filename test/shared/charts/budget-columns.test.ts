import { expect, test } from 'vitest';
import { layOutBudgets } from '../../../src/shared/charts/budget-columns.ts';
import type { AgreementHistory, HistoryRow } from '../../../src/shared/incident/availability-history.ts';
import type { AvailabilityFigures } from '../../../src/shared/incident/verdict.ts';

const figures = (used: number, outcome: AvailabilityFigures['outcome']) =>
  ({ used, allowed: 100, outcome, missing: [] }) as unknown as AvailabilityFigures;

function layOut(rows: HistoryRow[]) {
  return layOutBudgets({ rows } as unknown as AgreementHistory);
}

test('a column is as high as the share of the budget used', () => {
  const { columns, lines } = layOut([
    { begins: '2025-01-01', figures: figures(100, 'met'), behind: [] },
    { begins: '2025-02-01', figures: figures(50, 'met'), behind: [] },
  ]);
  expect(columns[0]?.y).toBe(lines.find(({ share }) => share === 1)?.y);
  expect(columns[1]?.height).toBeCloseTo((columns[0]?.height ?? 0) / 2);
});

test('a column is cut off at twice the budget and says so', () => {
  const { columns, top } = layOut([{ begins: '2025-01-01', figures: figures(374, 'breached'), behind: [] }]);
  expect(columns[0]).toMatchObject({ isCut: true, y: top, share: 3.74 });
});

test('a month without an agreement has no column', () => {
  const { columns } = layOut([{ begins: '2025-01-01', behind: [] }]);
  expect(columns[0]).toMatchObject({ outcome: 'none', height: 0, share: undefined });
});

test('where labels would collide, the larger shares are written', () => {
  const rows = Array.from({ length: 24 }, (_, index) => ({
    begins: `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`,
    figures: figures(index === 10 ? 313 : index < 20 ? 20 + index : 0, 'breached'),
    behind: [],
  }));
  const labelled = layOut(rows).columns.filter(({ isLabelled }) => isLabelled);
  expect(labelled.map(({ begins }) => begins)).toContain('2024-11-01');
  expect(labelled.every(({ share = 0 }) => share > 0)).toBe(true);
  const widthOf = (share = 0) => (share >= 1 ? 65 : 49);
  for (const [index, { x, share }] of labelled.slice(1).entries())
    expect(x - (labelled[index]?.x ?? 0)).toBeGreaterThan((widthOf(share) + widthOf(labelled[index]?.share)) / 2);
});

test('a share of many digits has its room', () => {
  const rows = Array.from({ length: 12 }, (_, index) => ({
    begins: `2024-${String(index + 1).padStart(2, '0')}-01`,
    figures: figures(66_000, 'breached'),
    behind: [],
  }));
  const [first, second] = layOut(rows).columns.filter(({ isLabelled }) => isLabelled);
  expect((second?.x ?? 0) - (first?.x ?? 0)).toBeGreaterThan(115);
});
