/** Runs the renderer over a projection, in a process that cannot read the sources. */
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Engine } from './compile-engine.ts';

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
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, script, engine.entry, engine.digest, store], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [output, errors] = ['', ''];
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as RenderCounts);
      else reject(new Error(`The renderer stopped with code ${code}.\n${errors}`));
    });
  });
}
