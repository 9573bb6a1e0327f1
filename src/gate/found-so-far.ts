/**
 * What was found in stretches of text so far, as much of it as fits: those that nobody asked for again for long are
 * forgotten, so that the memory of a large site stays small.
 */
import type { Leak } from '../redaction/fingerprints.ts';

export interface FoundSoFar {
  get(key: string): Leak[] | undefined;
  set(key: string, leaks: Leak[]): void;
}

/** At least the last `most` that were set or asked for, and twice as many at most. */
export function createFoundSoFar(most = 500_000): FoundSoFar {
  let recent = new Map<string, Leak[]>();
  let older = new Map<string, Leak[]>();
  const keep = (key: string, leaks: Leak[]) => {
    if (recent.size >= most) {
      older = recent;
      recent = new Map();
    }
    recent.set(key, leaks);
  };
  return {
    get(key) {
      const found = recent.get(key);
      if (found) return found;
      const before = older.get(key);
      if (before) keep(copyOf(key), before);
      return before;
    },
    set: (key, leaks) => keep(copyOf(key), leaks),
  };
}

/** A string of its own: a part of a file's text keeps all of the text in memory. */
function copyOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
