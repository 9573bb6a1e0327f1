/** Builds the demonstration once, for all files of tests that read it or change a copy of it. */
import type { TestProject } from 'vitest/node';
import { candor, copyDemo, removeFolder } from './build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A site with what was built of it. */
    builtDemo: string;
  }
}

let site = '';

export async function setup({ provide }: TestProject): Promise<void> {
  site = copyDemo();
  const { code, error } = await candor('build', '--site', site);
  if (code !== 0) throw new Error(`The demo site was not built.\n${error}`);
  provide('builtDemo', site);
}

export function teardown(): void {
  removeFolder(site);
}
