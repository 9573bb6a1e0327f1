/** Lists that go on over several pages, so that no page grows with the site. */
import { countPages, rowsOnPage } from '../../shared/addresses/list-pages.ts';

export interface ListPage<Row> {
  rows: Row[];
  /** From 1. */
  number: number;
  /** How many pages the list has; 1 for an empty one. */
  count: number;
}

/** The page of `rows` that an address names: the first by nothing, others by `2` and up. `undefined` when there is none. */
export function showPage<Row>(rows: readonly Row[], named: string | undefined): ListPage<Row> | undefined {
  const page = pageNumbered(named, rows.length);
  return page && { ...page, rows: rows.slice((page.number - 1) * rowsOnPage, page.number * rowsOnPage) };
}

/** The page of a list of so many rows that an address names, as `showPage` does. */
export function pageNumbered(named: string | undefined, rows: number): Omit<ListPage<never>, 'rows'> | undefined {
  if (named !== undefined && !/^[2-9]$|^[1-9]\d{1,4}$/.test(named)) return undefined;
  const [number, count] = [Number(named ?? 1), countPages(rows)];
  return number > count ? undefined : { number, count };
}

/** The first page has the title of the list; others say which they are. */
export function titleOfPage(
  title: string,
  { number }: Pick<ListPage<unknown>, 'number'>,
  format: { number(value: number): string },
): string {
  return number === 1 ? title : `${title} (${format.number(number)})`;
}
