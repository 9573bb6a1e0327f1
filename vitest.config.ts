import { existsSync, statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// As `bin/candor.mjs` does: each file of tests is a process, and its threads and processes load the same code again.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '.candor/code');

// Sites are written and removed all the time: in memory, where the system has a folder of it with room.
const inMemory = '/dev/shm';
const enoughBytes = 4e9;
if (process.env['TMPDIR'] === undefined && bytesFree(inMemory) > enoughBytes) process.env['TMPDIR'] = inMemory;

function bytesFree(folder: string): number {
  if (!existsSync(folder)) return 0;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Files whose tests replace a module or set what all modules share. */
const alone = 'test/**/*.alone.test.ts';
/** Loaded into every process but those of `alone`. */
const setupFiles = ['test/support/reuse-workers.ts'];
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
          setupFiles,
          ...limits,
        },
      },
      { test: { name: 'alone', include: [alone], ...limits } },
      {
        test: {
          name: 'site',
          include: ['test/built/**/*.test.ts'],
          setupFiles,
          globalSetup: ['test/support/build-demo.ts', 'test/support/pack-candor.ts'],
          testTimeout: 240_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          setupFiles,
          globalSetup: ['test/support/build-demo.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
