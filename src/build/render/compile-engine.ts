/** Compiles the engine once for each version of Candor's code, of Node, and each base path. */
import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeVersion } from '../../disk/code-version.ts';

/** A compiled engine. */
export interface Engine {
  folder: string;
  /** Module with `renderPage`, `listAddresses` and the questions asked. */
  entry: string;
  /** Styles and scripts for browsers. */
  assets: string;
  digest: string;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const enginesKept = 4;

/** The engine for `base`, compiled when there is none of this version yet. Throws when it does not compile. */
export async function compileEngine(base: string, onCompile: () => void = () => {}): Promise<Engine> {
  const digest = engineDigest(base);
  const folder = join(root, '.candor', 'engine', digest);
  const engine = { folder, entry: join(folder, 'server', 'entry.mjs'), assets: join(folder, 'client'), digest };
  if (await exists(engine.entry)) {
    const now = new Date();
    await utimes(folder, now, now);
    return engine;
  }
  onCompile();
  const staging = `${folder}.${process.pid}.part`;
  await rm(staging, { recursive: true, force: true });
  await runAstro(base, staging);
  await mkdir(join(staging, 'client'), { recursive: true });
  await rename(staging, folder).catch(async (cause: NodeJS.ErrnoException) => {
    // Another build has finished the same engine meanwhile.
    if (cause.code !== 'ENOTEMPTY' && cause.code !== 'EEXIST') throw cause;
    await rm(staging, { recursive: true, force: true });
  });
  await forgetOldEngines(join(root, '.candor', 'engine'));
  return engine;
}

function engineDigest(base: string): string {
  return hash('sha256', `${base}\n${process.version}\n${codeVersion()}`).slice(0, 24);
}

function runAstro(base: string, outDir: string): Promise<void> {
  const command = [join(root, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build', '--silent'];
  const env = {
    ...process.env,
    CANDOR_BASE: base,
    CANDOR_ENGINE_OUT: outDir,
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The engine does not compile.\n${output}`)),
    );
  });
}

async function forgetOldEngines(folder: string): Promise<void> {
  const names = await readdir(folder);
  const aged = await Promise.all(names.map(async (name) => ({ name, time: (await stat(join(folder, name))).mtimeMs })));
  const old = aged.sort((a, b) => b.time - a.time).slice(enginesKept);
  for (const { name } of old) await rm(join(folder, name), { recursive: true, force: true });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
