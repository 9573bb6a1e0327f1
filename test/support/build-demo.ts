/** Builds the demonstration once, for all files of tests that read it or change a copy of it. */
import type { TestProject } from 'vitest/node';
import { candor, copyDemo, removeFolder } from './build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A site with what was built of it. */
    builtDemo: string;
  }
}

/** Each project of tests loads this file anew; all of them share what is built. */
const shared = globalThis as typeof globalThis & { demoOfTests?: { site: Promise<string>; users: number } };

export async function setup({ provide }: TestProject): Promise<void> {
  shared.demoOfTests ??= { site: buildDemo(), users: 0 };
  shared.demoOfTests.users += 1;
  provide('builtDemo', await shared.demoOfTests.site);
}

export async function teardown(): Promise<void> {
  const { demoOfTests } = shared;
  if (!demoOfTests) return;
  demoOfTests.users -= 1;
  if (demoOfTests.users > 0) return;
  delete shared.demoOfTests;
  removeFolder(await demoOfTests.site);
}

async function buildDemo(): Promise<string> {
  const site = copyDemo();
  const { code, error } = await candor('build', '--site', site);
  if (code !== 0) throw new Error(`The demo site was not built.\n${error}`);
  return site;
}
