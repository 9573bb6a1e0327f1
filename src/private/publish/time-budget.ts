/** The time that slow files of a site may take together, beyond what each may take for itself. */

export interface TimeBudget {
  /** To be called for each file, with what it took. */
  note(file: string, seconds: number): void;
  /** The files that took the longest, when all of it is used up. */
  overdrawn(): readonly string[] | undefined;
}

/** Longer than this no ordinary file takes, in seconds: what is above counts. */
const ordinarySeconds = 2;
/** What counts, of all files together, in seconds. */
export const slowSecondsAllowed = 180;
const told = 3;

export function createTimeBudget(allowed = slowSecondsAllowed): TimeBudget {
  let used = 0;
  const slow: { file: string; seconds: number }[] = [];
  return {
    note(file, seconds) {
      if (seconds <= ordinarySeconds) return;
      used += seconds - ordinarySeconds;
      slow.push({ file, seconds });
      slow.sort((a, b) => b.seconds - a.seconds || (a.file < b.file ? -1 : 1));
      slow.length = Math.min(slow.length, told);
    },
    overdrawn: () => (used > allowed ? slow.map(({ file }) => file) : undefined),
  };
}
