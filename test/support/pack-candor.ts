/** Packs Candor once, for all files of tests that use it as an owner gets it: packing writes into the repository meanwhile. */
import type { TestProject } from 'vitest/node';
import { removeFolder, repository, temporaryFolder } from './build.ts';
import { type } from './own-shell.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with nothing in it but `candor-<version>.tgz`. */
    packedIn: string;
  }
}

let folder = '';

export function setup({ provide }: TestProject): void {
  folder = temporaryFolder();
  type(`npm pack --silent --pack-destination '${folder}'`, repository);
  provide('packedIn', folder);
}

export function teardown(): void {
  removeFolder(folder);
}
