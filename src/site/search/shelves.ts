/**
 * How the search index of a large site is divided: into shelves of postmortems that began one after the other, so that a
 * reader who looks among the newest does not download what is to be known of all others. A small site has one shelf.
 */

/** Postmortems on a full shelf; only the newest may have fewer. */
export const shelfSize = 500;

/** The file of a shelf that says, by the names of its fragments, what a postmortem is ordered by among all shelves. */
export const ordersFile = 'orders.json';

export interface Shelf {
  /** Below the folder of the index: empty for the newest shelf, else `3/`, counted from the oldest. */
  folder: string;
  /** The first and the last year in which its postmortems began; empty where there is none. */
  from: string;
  to: string;
}

/** The shelves, newest first; always one at least. `years` are those with postmortems, in any order. */
export function listShelves(years: readonly { name: string; count: number }[]): Shelf[] {
  const ordered = [...years].sort((a, b) => (a.name < b.name ? -1 : 1));
  const total = ordered.reduce((sum, { count }) => sum + count, 0);
  const yearAt = (rank: number) => {
    let passed = 0;
    for (const { name, count } of ordered) {
      passed += count;
      if (rank < passed) return name;
    }
    return '';
  };
  return Array.from({ length: Math.max(1, Math.ceil(total / shelfSize)) }, (_, index) => ({
    folder: folderOf(index, total),
    from: yearAt(index * shelfSize),
    to: yearAt(Math.min(total, (index + 1) * shelfSize) - 1),
  })).reverse();
}

/** Cuts what is in order, oldest first, into what stands on each shelf, oldest shelf first; always one at least. */
export function divideIntoShelves<Item>(items: readonly Item[]): { folder: string; items: Item[] }[] {
  return Array.from({ length: Math.max(1, Math.ceil(items.length / shelfSize)) }, (_, index) => ({
    folder: folderOf(index, items.length),
    items: items.slice(index * shelfSize, (index + 1) * shelfSize),
  }));
}

/** A full shelf keeps its number for good, whatever comes behind it. */
function folderOf(index: number, total: number): string {
  return (index + 1) * shelfSize >= total ? '' : `${index + 1}/`;
}
