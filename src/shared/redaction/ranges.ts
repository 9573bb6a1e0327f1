/** Ranges of offsets, end excluded. */

/** Tells whether one of `ranges` holds a whole range. */
export function coverOf(ranges: readonly (readonly [number, number])[]): (from: number, to: number) => boolean {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  let reached = 0;
  const ends = sorted.map(([, end]) => {
    reached = Math.max(reached, end);
    return reached;
  });
  return (from, to) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.[0] ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (ends[low - 1] ?? 0) >= to;
  };
}
