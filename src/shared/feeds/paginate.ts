/** Long histories: a subscription document with the newest entries, and archives that never change (RFC 5005). */
/** Entries in a document. */
export const pageSize = 50;

/** How many full archives `count` entries fill. Archive 1 holds the oldest. */
export function countArchives(count: number): number {
  return Math.max(0, Math.ceil((count - pageSize) / pageSize));
}

/** The newest entries; `entries` come newest first. */
export function newestPage<T>(entries: readonly T[]): T[] {
  return entries.slice(0, pageSize);
}

/** Entries of archive `number`, newest first; empty when there is no such archive. The same for ever once it exists. */
export function archivePage<T>(entries: readonly T[], number: number): T[] {
  if (!Number.isInteger(number) || number < 1 || number > countArchives(entries.length)) return [];
  const oldestFirst = [...entries].reverse().slice((number - 1) * pageSize, number * pageSize);
  return oldestFirst.reverse();
}
