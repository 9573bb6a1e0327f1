/** Many slow files may not add up to hours. */
import { expect, test } from 'vitest';
import { createTimeBudget } from '../../../src/private/publish/time-budget.ts';
import { createWorkerPool } from '../../../src/private/publish/worker-pool.ts';
import { contextWith } from '../../support/publish.ts';

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
