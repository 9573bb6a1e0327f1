/** Work of a build that goes on beside other work. */
import { collectBuffers } from './collect-garbage.ts';

export interface Errands {
  /** Ends what is under way. */
  signal: AbortSignal;
  /**
   * Begins a task now, or where nothing may go on beside other work, when it is asked for. What comes of it, or what it
   * throws, comes to whoever asks: so problems stand in the order of the questions, whatever ends first.
   */
  begin<T>(task: () => Promise<T>): () => Promise<T>;
  /** To be awaited between two steps of a long task: others go on, and it ends here when nobody waits for it any more. */
  pause(): Promise<void>;
  /** Ends everything, and waits until it has ended. */
  end(): Promise<void>;
}

/** With one job, everything follows each other. */
export function createErrands(jobs: number): Errands {
  const controller = new AbortController();
  const { signal } = controller;
  const begun: Promise<unknown>[] = [];
  return {
    signal,
    begin(task) {
      if (jobs === 1) return task;
      const result = task();
      begun.push(result.catch(() => {}));
      return () => result;
    },
    async pause() {
      signal.throwIfAborted();
      collectBuffers();
      if (jobs > 1) await new Promise((resolve) => setImmediate(resolve));
    },
    async end() {
      controller.abort();
      await Promise.all(begun);
    },
  };
}
