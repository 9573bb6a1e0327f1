/** What the numbers pages may ask for: counts, and spreads of durations. None of the answers grows with the site. */
import { rowsOnPage } from '../../shared/addresses/list-pages.ts';
import { countBy } from '../../shared/incident/count-by.ts';
import { type Spread, spreadOf } from '../../shared/incident/distribution.ts';
import { type DrawnSpread, drawSpread, mostValues } from '../../shared/incident/draw-spread.ts';
import { type Durations, durationsOf } from '../../shared/incident/durations.ts';
import { yearOf } from '../../shared/incident/year-of.ts';
import { defineQuery, once } from './answers.ts';
import { projected } from './projection.ts';

export type DurationKind = 'detect' | 'resolve';

/** The durations of one incident. */
export interface DurationRow extends Pick<Durations, DurationKind> {
  slug: string;
  title: string;
}

/** How many incidents there are of each severity and detector, and about each service. */
export const countIncidents = defineQuery('incident-counts', () => ({
  bySeverity: countBy(projected.summaries().map(({ severity }) => severity)),
  byService: countBy(projected.summaries().flatMap(({ services }) => [...new Set(services)])),
  byDetector: countBy(projected.summaries().map(({ detection }) => detection.by)),
}));

/** A duration over all incidents: `resolve`. */
export const getSpread = defineQuery(
  'spread',
  (kind): DrawnSpread => drawSpread(spreadOver(kind as DurationKind, allRows())),
);

/** The same over those of a year, `resolve 2026`; every value is in `listDurationsOfYear`. */
export const getSpreadOfYear = defineQuery('spread-of-year', (parameter): Omit<DrawnSpread, 'values'> => {
  const [kind, year = ''] = parameter.split(' ') as [DurationKind, string | undefined];
  const { values, ...drawn } = drawSpread(spreadOver(kind, rowsByYear().get(year) ?? []));
  return drawn;
});

/** Years that have numbers of their own, newest first: none where every value is among those of all. */
export const listYearsWithNumbers = defineQuery('years-with-numbers', () =>
  projected.summaries().length > mostValues ? [...rowsByYear().keys()].sort().reverse() : [],
);

/** Incidents of a year that has numbers of its own; `undefined` for any other. */
export const countWithNumbers = defineQuery('count-with-numbers', (year) =>
  projected.summaries().length > mostValues ? rowsByYear().get(year)?.length : undefined,
);

/** The middle of a duration in each year that has numbers of its own, newest first. */
export const listSpreadsOfYears = defineQuery('spreads-of-years', (kind) =>
  [...rowsByYear()]
    .map(([year, rows]) => {
      const { values, quartiles } = spreadOver(kind as DurationKind, rows);
      return { year, count: values.length, ...(quartiles ? { quartiles } : {}) };
    })
    .sort((a, b) => (a.year < b.year ? 1 : -1)),
);

/** A page of the durations of a year's incidents, in the order of the list of all: `2026 1`. */
export const listDurationsOfYear = defineQuery('durations-of-year', (parameter): DurationRow[] => {
  const [year = '', page] = parameter.split(' ');
  return (rowsByYear().get(year) ?? []).slice((Number(page) - 1) * rowsOnPage, Number(page) * rowsOnPage);
});

function spreadOver(kind: DurationKind, rows: readonly DurationRow[]): Spread {
  return spreadOf(rows.map(({ slug, title, [kind]: duration }) => ({ slug, title, duration })));
}

function allRows(): DurationRow[] {
  return once('durations', () =>
    projected.summaries().map(({ slug, title, times }) => {
      const { detect, resolve } = durationsOf(times);
      return { slug, title, detect, ...(resolve ? { resolve } : {}) };
    }),
  );
}

function rowsByYear(): Map<string, DurationRow[]> {
  return once('durations-by-year', () => {
    const years = projected.summaries().map((row) => yearOf(row, projected.site().timezone));
    return Map.groupBy(allRows(), (_, index) => years[index] ?? '');
  });
}
