/** What goes on beside other work, and whose failure is told. */
import { expect, test } from 'vitest';
import { createErrands } from '../../src/cli/errands.ts';

test('with one job a task begins when it is asked for, with more at once', async () => {
  const begun: string[] = [];
  const task = async () => begun.push('begun');
  const later = createErrands(1).begin(task);
  expect(begun).toEqual([]);
  await later();
  expect(begun).toEqual(['begun']);
  createErrands(2).begin(task);
  expect(begun).toEqual(['begun', 'begun']);
});

test('what a task throws comes to whoever asks, and to nobody else', async () => {
  const errands = createErrands(2);
  const ask = errands.begin(() => Promise.reject(new Error('refused')));
  await errands.pause();
  await expect(ask()).rejects.toThrow('refused');
});

test('at the end every task has ended, long ones at their next step', async () => {
  const errands = createErrands(2);
  let steps = 0;
  errands.begin(async () => {
    for (;;) {
      await errands.pause();
      steps += 1;
    }
  });
  await errands.end();
  expect(steps).toBeLessThan(3);
  expect(errands.signal.aborted).toBe(true);
});
