/** Which rows of the original those of a translation are, told by the fact that names them, and by their order where several have one name. */
import { pairByOrder } from './pair-by-order.ts';

export interface PairRowsOptions {
  /** Rows of the translation, and whether nothing of them is shown. */
  given: readonly { name: string; isEmpty: boolean }[];
  /** Names of the rows that are public in the original. */
  present: readonly string[];
  /** All rows of the original as they are written, where some may be internal; else none. */
  written: readonly { name: string; isInternal: boolean }[];
  /** Told of a row that is the translation of nothing public. */
  refuse(index: number): void;
  /** Told, at the first of them, of several rows of one name that are not as many as the original's. */
  count(index: number, present: number, given: number): void;
}

/** Pairs of an index in `given` and one in `present`. */
export function pairRows({ given, present, written, refuse, count }: PairRowsOptions): [number, number][] {
  const pairs: [number, number][] = [];
  const theirsByName = indexesByName(present);
  for (const [name, ours] of indexesByName(given.map((row) => row.name))) {
    const theirs = theirsByName.get(name) ?? [];
    const empty = ours.map((index) => given[index]?.isEmpty === true);
    const isInternal =
      written.length > 0
        ? written.flatMap((row) => (row.name === name ? [row.isInternal] : []))
        : theirs.map(() => false);
    // Several of one name belong together by their order, which is certain only if all of them are there.
    const partners = isInternal.length === 0 ? empty.map(() => undefined) : pairByOrder(empty, isInternal);
    if (!partners) count(ours[0] ?? 0, theirs.length, empty.filter((isNothing) => !isNothing).length);
    for (const [position, index] of ours.entries()) {
      const partner = partners?.[position];
      const target = partner === undefined ? undefined : theirs[partner];
      if (target !== undefined) pairs.push([index, target]);
      else if (partners && !empty[position]) refuse(index);
    }
  }
  return pairs;
}

function indexesByName(names: readonly string[]): Map<string, number[]> {
  const indexes = new Map<string, number[]>();
  for (const [index, name] of names.entries()) {
    const known = indexes.get(name);
    if (known) known.push(index);
    else indexes.set(name, [index]);
  }
  return indexes;
}
