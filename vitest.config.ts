import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// As `bin/candor.mjs` does: each file of tests is a process, and its threads and processes load the same code again.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '.candor/code');

/**
 * `unit` needs no build; `site` builds sites once for many assertions; `browser` opens them in Chromium. A file of tests for
 * each processor runs at once: by itself, one would be left idle.
 */
export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/built/**', 'test/browser/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
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
