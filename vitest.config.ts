import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// As `bin/candor.mjs` does: each file of tests is a process, and its threads and processes load the same code again.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '.candor/code');

/** Files whose tests replace a module or set what all modules share. */
const alone = 'test/**/*.alone.test.ts';
const limits = { testTimeout: 60_000, hookTimeout: 60_000 };

/**
 * `unit` needs no build, and one process reads the code once for many files; `alone` is the same with a process a file. `site`
 * builds sites once for many assertions; `browser` opens them in Chromium. One file of tests more than there are processors runs
 * at once, since tests wait for other processes.
 */
export default defineConfig({
  test: {
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/built/**', 'test/browser/**', alone],
          isolate: false,
          ...limits,
        },
      },
      { test: { name: 'alone', include: [alone], ...limits } },
      {
        test: {
          name: 'site',
          include: ['test/built/**/*.test.ts'],
          globalSetup: ['test/support/build-demo.ts', 'test/support/pack-candor.ts'],
          testTimeout: 240_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/build-demo.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
