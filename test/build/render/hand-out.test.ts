/** Tasks divided among several: what comes of them does not depend on who was faster. */
import { expect, test } from 'vitest';
import { handOut } from '../../../src/build/render/hand-out.ts';

const failing = new Set([4, 7, 8]);

/** Hands of which each needs another number of turns for each task. */
function hands(count: number, seed: number, fails: ReadonlySet<number> = new Set()) {
  const closed: number[] = [];
  const all = Array.from({ length: count }, (_, number) => {
    let isClosed = false;
    return {
      async run(task: number): Promise<string> {
        for (let turn = (task * 7 + number * 3 + seed * 5) % 11; turn > 0; turn -= 1) {
          await new Promise((resolve) => setImmediate(resolve));
          if (isClosed) throw new Error('closed');
        }
        if (fails.has(task)) throw new Error(`task ${task}`);
        return `made ${task}`;
      },
      async close() {
        isClosed = true;
        closed.push(number);
      },
    };
  });
  return { all, closed };
}

const tasks = Array.from({ length: 12 }, (_, task) => task);
const cases = [1, 2, 3, 5, 20].flatMap((count) => [0, 1, 2, 3].map((seed) => [count, seed] as const));

test.each(cases)(
  '%i hands in timing %i give the results in the order of the tasks, and are closed',
  async (count, seed) => {
    const { all, closed } = hands(count, seed);
    expect(await handOut(tasks, all)).toEqual(tasks.map((task) => `made ${task}`));
    expect([...new Set(closed)].sort((a, b) => a - b)).toEqual(all.map((_, number) => number));
  },
);

test.each(cases)('%i hands in timing %i fail with what failed first in the order of the tasks', async (count, seed) => {
  const { all, closed } = hands(count, seed, failing);
  await expect(handOut(tasks, all)).rejects.toThrow('task 4');
  expect(new Set(closed).size).toBe(count);
});
