/** Many slow files may not add up to hours. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createTimeBudget } from '../../../src/private/publish/time-budget.ts';
import { createWorkerPool } from '../../../src/private/publish/worker-pool.ts';
import { removeFolder, temporaryFolder } from '../../support/build.ts';
import { contextWith, postmortem } from '../../support/publish.ts';
import { writeSite } from '../../support/site.ts';

test('files that take an ordinary time never use it up', () => {
  const budget = createTimeBudget(10);
  for (let index = 0; index < 10_000; index += 1) budget.note(`${index}`, 1.9);
  expect(budget.overdrawn()).toBeUndefined();
});

test('slow files use it up, and the three slowest are told', () => {
  const budget = createTimeBudget(10);
  for (const [file, seconds] of [
    ['a', 3],
    ['b', 8],
    ['c', 4],
    ['d', 2.5],
  ] as const)
    budget.note(file, seconds);
  expect(budget.overdrawn()).toBeUndefined();
  budget.note('e', 3);
  expect(budget.overdrawn()).toEqual(['b', 'c', 'a']);
});

test('when it is used up, a file is not read any more, and the problem names the slowest', async () => {
  const budget = createTimeBudget(1);
  budget.note('content/postmortems/slow/index.mdx', 9);
  const pool = createWorkerPool(contextWith(), budget);
  const outcome = await pool.run({ kind: 'postmortem', name: 'one' }, { file: 'content/postmortems/one/index.mdx' });
  await pool.close();
  expect(outcome.problems.map(({ code }) => code)).toEqual(['story/too-slow-together']);
  expect(outcome.problems[0]?.fact).toContain('`content/postmortems/slow/index.mdx`');
  expect(outcome).not.toHaveProperty('postmortem');
});

test.each([
  {
    name: 'more jobs than processors start no more workers, whose tasks would wait while their time runs',
    tasks: 26 * availableParallelism(),
    workers: availableParallelism(),
  },
  {
    name: 'another worker starts when much is to be done, also where only a few tasks come at a time',
    tasks: 26 * availableParallelism(),
    atATime: 8,
    workers: availableParallelism(),
  },
  { name: 'a few tasks are done by one worker: another would take longer to start', tasks: 20, workers: 1 },
])('$name', async ({ tasks, atATime = tasks, workers }) => {
  const site = temporaryFolder();
  const names = Array.from({ length: tasks }, (_, index) => `story-${index}`);
  await writeSite(site, Object.fromEntries(names.map((name) => [name, { 'index.mdx': postmortem('A story.') }])));
  const pool = createWorkerPool(contextWith({ site }), createTimeBudget(), { jobs: availableParallelism() + 2 });
  // Threads are numbered as they are started.
  const before = await nextThread();
  const left = [...names];
  const lane = async () => {
    for (let name = left.pop(); name !== undefined; name = left.pop())
      await pool.run({ kind: 'postmortem', name }, { file: name });
  };
  await Promise.all(Array.from({ length: atATime }, lane));
  expect((await nextThread()) - before - 1).toBe(workers);
  await pool.close();
  removeFolder(site);
});

async function nextThread(): Promise<number> {
  const worker = new Worker('', { eval: true });
  const { threadId } = worker;
  await worker.terminate();
  return threadId;
}
