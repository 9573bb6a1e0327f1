/**
 * The lists of the data, in pages that change rarely: an older page holds a fixed number of rows and its number counts
 * from the oldest, so that what is published later goes to the first page, and to a new one when that is full.
 */
import { countOlderPages, rowsOfDataPage } from '../../shared/addresses/list-pages.ts';
import { defineQuery, once } from './answers.ts';
import { projected } from './projection.ts';

export interface DataPage<Row> {
  /** Those published in one stretch of time, in the order of the whole list. */
  rows: Row[];
  /** Rows of all pages. Of the first page alone: in the others it would change with each publication. */
  total?: number;
  /** Number of the page with what was published before; absent on the last. */
  next?: number;
}

/** A row for each postmortem on the first page (``) or on an older one, by its number; `undefined` when there is none. */
export const getPostmortemsPage = defineQuery('data-page-of-postmortems', (number) => {
  const rows = once('postmortems-by-publication', () =>
    byPublication(projected.summaries(), ({ publishedAt, id }) => `${publishedAt} ${id}`),
  );
  return pageOf(rows, number);
});

/** Action items with what became of them, by the publication of their postmortems; pages as of postmortems. */
export const getPromisesPage = defineQuery('data-page-of-promises', (number) => {
  const rows = once('promises-by-publication', () => {
    const yearOf = ({ action }: { action: { due: string } }) => Number(action.due.slice(0, 4));
    const listed = [...projected.promises()].sort((a, b) => yearOf(b) - yearOf(a));
    return byPublication(listed, ({ publishedAt, id, action }) => `${publishedAt} ${id} ${action.id}`);
  });
  return pageOf(rows, number);
});

/** A row and its place in the list. */
interface Place<Row> {
  row: Row;
  index: number;
}

function byPublication<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Place<Row>[] {
  return rows
    .map((row, index) => ({ row, index, key: keyOf(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index));
}

function pageOf<Row>(oldestFirst: readonly Place<Row>[], named: string): DataPage<Row> | undefined {
  const older = countOlderPages(oldestFirst.length);
  const number = named === '' ? undefined : Number(named);
  if (number !== undefined && (String(number) !== named || number < 1 || number > older)) return undefined;
  const [from, to] =
    number === undefined
      ? [older * rowsOfDataPage, oldestFirst.length]
      : [(number - 1) * rowsOfDataPage, number * rowsOfDataPage];
  const next = number === undefined ? older : number - 1;
  return {
    rows: oldestFirst
      .slice(from, to)
      .sort((a, b) => a.index - b.index)
      .map(({ row }) => row),
    ...(number === undefined ? { total: oldestFirst.length } : {}),
    ...(next > 0 ? { next } : {}),
  };
}
