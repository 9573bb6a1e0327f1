/** Runs the renderer over a projection, in a process that cannot read the sources. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileDigests } from '../../disk/file-digests.ts';
import { isPackaged, scriptFile } from '../../disk/installation.ts';
import { listEntries } from '../../disk/list-entries.ts';
import type { Engine } from './compile-engine.ts';
import { runLimited } from './limited-process.ts';

export interface RenderCounts {
  rendered: number;
  kept: number;
}

const script = scriptFile('build/render/render-process');
/** All of its code: in the package it is one file. */
const code = isPackaged ? [script] : [script, scriptFile('disk/sealed-file')];

/** The flags under which the renderer runs: reads the engine, the projection, its own code and its store; writes its store. */
export function permissionFlags(engine: Engine, projection: string, store: string): string[] {
  const readable = [engine.folder, projection, store, ...code];
  return ['--permission', ...readable.map((path) => `--allow-fs-read=${path}`), `--allow-fs-write=${store}`];
}

export interface RenderOptions {
  projection: string;
  /** Folder of what is rendered, and of what is known of it. */
  store: string;
  digests: FileDigests;
}

/** Renders what changed into `<store>/files`. Throws when a page cannot be rendered. */
export async function renderSite(engine: Engine, { projection, store, digests }: RenderOptions): Promise<RenderCounts> {
  mkdirSync(store, { recursive: true });
  noteDigests(join(store, 'files'), join(store, 'present.json'), digests);
  noteDigests(projection, join(store, 'projected.json'), digests);
  const flags = permissionFlags(engine, projection, store);
  const environment = { CANDOR_PROJECTION: projection, NODE_ENV: 'production', TZ: 'UTC', NODE_NO_WARNINGS: '1' };
  return runLimited({
    words: [...flags, script, engine.entry, engine.digest, store],
    environment,
    failure: 'The renderer stopped',
  });
}

/** Writes down for the renderer what lies in a folder. What is no plain file is not there, and cannot be written over. */
function noteDigests(folder: string, target: string, digests: FileDigests): void {
  const present = listEntries(folder).map(({ file }) => [file, digests.digestOf(join(folder, file)) ?? '']);
  writeFileSync(target, JSON.stringify(Object.fromEntries(present)));
}
