/**
 * How the search index of a large site is divided: into shards of postmortems that began one after the other, so that a
 * reader who looks among the newest does not download what is to be known of all others. A small site has one shard.
 */

/** Postmortems on a full shard; only the newest may have fewer. */
export const indexShardSize = 500;

/** The file of a shard that says, by the names of its fragments, what a postmortem is ordered by among all shards. */
export const ordersFile = 'orders.json';

export interface IndexShard {
  /** Below the folder of the index: empty for the newest shard, else `3/`, counted from the oldest. */
  folder: string;
  /** The first and the last year in which its postmortems began; empty where there is none. */
  from: string;
  to: string;
}

/** The shards, newest first; always one at least. `years` are those with postmortems, in any order. */
export function listIndexShards(years: readonly { name: string; count: number }[]): IndexShard[] {
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
  return Array.from({ length: Math.max(1, Math.ceil(total / indexShardSize)) }, (_, index) => ({
    folder: folderOf(index, total),
    from: yearAt(index * indexShardSize),
    to: yearAt(Math.min(total, (index + 1) * indexShardSize) - 1),
  })).reverse();
}

/** Cuts what is in order, oldest first, into what stands on each shard, oldest shard first; always one at least. */
export function divideIntoIndexShards<Item>(items: readonly Item[]): { folder: string; items: Item[] }[] {
  return Array.from({ length: Math.max(1, Math.ceil(items.length / indexShardSize)) }, (_, index) => ({
    folder: folderOf(index, items.length),
    items: items.slice(index * indexShardSize, (index + 1) * indexShardSize),
  }));
}

/** A full shard keeps its number for good, whatever comes behind it. */
function folderOf(index: number, total: number): string {
  return (index + 1) * indexShardSize >= total ? '' : `${index + 1}/`;
}
