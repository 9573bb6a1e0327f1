/** Lists that go on over several pages, so that no page grows with the site. */
import { countPages, rowsOnPage } from '../site-data.ts';

export interface ListPage<Row> {
  rows: Row[];
  /** From 1. */
  number: number;
  /** How many pages the list has; 1 for an empty one. */
  count: number;
}

/** The page of `rows` that an address names: the first by nothing, others by `2` and up. `undefined` when there is none. */
export function showPage<Row>(rows: readonly Row[], named: string | undefined): ListPage<Row> | undefined {
  if (named !== undefined && !/^[2-9]$|^[1-9]\d{1,4}$/.test(named)) return undefined;
  const [number, count] = [Number(named ?? 1), countPages(rows.length)];
  if (number > count) return undefined;
  return { rows: rows.slice((number - 1) * rowsOnPage, number * rowsOnPage), number, count };
}

/** The first page has the title of the list; others say which they are. */
export function titleOfPage(
  title: string,
  { number }: ListPage<unknown>,
  format: { number(value: number): string },
): string {
  return number === 1 ? title : `${title} (${format.number(number)})`;
}
