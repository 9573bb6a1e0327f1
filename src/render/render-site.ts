/** Runs the renderer over a projection, in a process that cannot read the sources. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Engine } from './compile-engine.ts';
import { runLimited } from './limited-process.ts';

export interface RenderCounts {
  rendered: number;
  kept: number;
}

const script = fileURLToPath(new URL('./render-process.ts', import.meta.url));

/** The flags under which the renderer runs: reads the engine, the projection, its script and its store; writes its store. */
export function permissionFlags(engine: Engine, projection: string, store: string): string[] {
  const readable = [engine.folder, projection, store, script];
  return ['--permission', ...readable.map((path) => `--allow-fs-read=${path}`), `--allow-fs-write=${store}`];
}

/** Renders what changed into `<store>/files`. Throws when a page cannot be rendered. */
export async function renderSite(engine: Engine, projection: string, store: string): Promise<RenderCounts> {
  await mkdir(store, { recursive: true });
  const flags = permissionFlags(engine, projection, store);
  const environment = { CANDOR_PROJECTION: projection, NODE_ENV: 'production', TZ: 'UTC', NODE_NO_WARNINGS: '1' };
  return runLimited({
    words: [...flags, script, engine.entry, engine.digest, store],
    environment,
    failure: 'The renderer stopped',
  });
}
