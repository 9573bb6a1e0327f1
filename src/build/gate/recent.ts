/** A set of texts that forgets those that nobody asked for again for long, so that it stays small on a large site. */
import { ownCopy } from '../../shared/text/own-copy.ts';

export interface Recent {
  has(key: string): boolean;
  add(key: string): void;
}

/** At least the last `most` that were added or asked for, and twice as many at most. */
export function createRecent(most = 100_000): Recent {
  let recent = new Set<string>();
  let older = new Set<string>();
  const add = (key: string) => {
    if (recent.size >= most) {
      older = recent;
      recent = new Set();
    }
    recent.add(ownCopy(key));
  };
  return {
    has(key) {
      if (recent.has(key)) return true;
      const isKnown = older.has(key);
      if (isKnown) add(key);
      return isKnown;
    },
    add,
  };
}
