/** Divides tasks among several that work at once. */

export interface Hand<Task, Result> {
  run(task: Task): Promise<Result>;
  /** Ends it, also in the midst of a task. */
  close(): Promise<void>;
}

/**
 * Results in the order of the tasks, whoever did them; all hands are closed at the end. Throws what failed first in the
 * order of the tasks, whatever failed first in time: tasks before it are finished, those behind it are given up.
 */
export async function handOut<Task, Result>(
  tasks: readonly Task[],
  hands: readonly Hand<Task, Result>[],
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  let failure: { index: number; cause: unknown } | undefined;
  const under = new Map<Hand<Task, Result>, number>();
  const fail = async (index: number, cause: unknown) => {
    if (failure && failure.index < index) return;
    failure = { index, cause };
    const vain = [...under].filter(([, other]) => other > index);
    await Promise.all(vain.map(([hand]) => hand.close()));
  };
  const work = async (hand: Hand<Task, Result>) => {
    while (next < tasks.length && !failure) {
      const index = next++;
      under.set(hand, index);
      try {
        results[index] = await hand.run(tasks[index] as Task);
      } catch (cause) {
        under.delete(hand);
        return fail(index, cause);
      }
      under.delete(hand);
    }
  };
  try {
    await Promise.all(hands.map(work));
  } finally {
    await Promise.all(hands.map((hand) => hand.close()));
  }
  if (failure) throw failure.cause;
  return results;
}
