/** How many workers there are, and what one keeps of the pool before. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';
import { createTimeBudget } from '../../../src/private/publish/time-budget.ts';
import type { Publication } from '../../../src/private/publish/types.ts';
import { createWorkerPool, reuseWorkers } from '../../../src/private/publish/worker-pool.ts';
import { removeFolder, temporaryFolder } from '../../support/build.ts';
import { contextWith, policy, postmortem, storyOf } from '../../support/publish.ts';
import { writeSite } from '../../support/site.ts';

const site = temporaryFolder();
afterAll(() => removeFolder(site));

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
});

test('who asks for it gets the workers of the pool before, which know nothing of what they published in', async () => {
  await writeSite(site, { told: { 'index.mdx': postmortem('Alpha fell, then Omega.') } });
  const published = async (term: string) => {
    const redaction = { ...policy.redaction, terms: [{ term, because: 'A code name.' }] };
    const pool = createWorkerPool(contextWith({ site, policy: { ...policy, redaction } }));
    const outcome = await pool.run({ kind: 'postmortem', name: 'told' }, { file: 'told' });
    await pool.close();
    return storyOf(outcome as Publication) + outcome.problems.map(({ code, location }) => `${code} ${location.column}`);
  };
  const first = await published('Alpha');
  const other = await published('Omega');
  expect(other).not.toBe(first);
  reuseWorkers();
  const before = await nextThread();
  expect(await published('Alpha')).toBe(first);
  expect(await published('Omega')).toBe(other);
  expect(await published('Alpha')).toBe(first);
  expect((await nextThread()) - before - 1).toBe(1);
});

async function nextThread(): Promise<number> {
  const worker = new Worker('', { eval: true });
  const { threadId } = worker;
  await worker.terminate();
  return threadId;
}
