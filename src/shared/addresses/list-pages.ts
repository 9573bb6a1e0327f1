/** How many pages a list goes on over: the pages of the site, and those of its data. */

/** Rows on one page of a list. */
export const rowsOnPage = 100;

/** Pages of a list with so many rows; an empty one has a page too. */
export function countPages(rows: number): number {
  return Math.max(1, Math.ceil(rows / rowsOnPage));
}

/** Rows of an older page of data. The first has as many at least, where there are so many, and fewer than twice as many. */
export const rowsOfDataPage = 100;

/** How many older pages so many rows of data have; page 1 holds the oldest. */
export function countOlderPages(rows: number): number {
  return Math.max(0, Math.floor(rows / rowsOfDataPage) - 1);
}
