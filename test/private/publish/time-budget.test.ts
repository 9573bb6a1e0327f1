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
  [
    'more jobs than processors start no more workers, whose tasks would wait while their time runs',
    availableParallelism(),
  ],
  ['a few tasks are done by one worker: another would take longer to start', 1],
])('%s', async (_, workers) => {
  const site = temporaryFolder();
  const count = workers === 1 ? 20 : 26 * workers;
  const names = Array.from({ length: count }, (_, index) => `story-${index}`);
  await writeSite(site, Object.fromEntries(names.map((name) => [name, { 'index.mdx': postmortem('A story.') }])));
  const pool = createWorkerPool(contextWith({ site }), createTimeBudget(), { jobs: availableParallelism() + 2 });
  // Threads are numbered as they are started.
  const before = await nextThread();
  await Promise.all(names.map((name) => pool.run({ kind: 'postmortem', name }, { file: name })));
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
