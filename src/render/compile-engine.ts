/** Compiles the engine once for each version of it: its sources, its locked dependencies, its base path. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A compiled engine. */
export interface Engine {
  folder: string;
  /** Module with `renderPage`, `listAddresses` and the questions asked. */
  entry: string;
  /** Styles and scripts for browsers. */
  assets: string;
  digest: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = [
  'badges',
  'cards',
  'charts',
  'components',
  'feeds',
  'hosting',
  'i18n',
  'incident',
  'layouts',
  'open-data',
  'pages',
  'problem',
  'search',
  'styles',
  'theme',
];
const files = [
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'src/site-answers.ts',
  'src/site-data-pages.ts',
  'src/site-data.ts',
  'src/site-feed-documents.ts',
  'src/site-feeds.ts',
  'src/site-figures.ts',
  'src/site-languages.ts',
  'src/site-map.ts',
  'src/site-numbers.ts',
  'src/site-projection.ts',
  'src/render/adapter.ts',
  'src/render/render-process.ts',
  'src/render/server-entry.ts',
];
const enginesKept = 4;

/** The engine for `base`, compiled when there is none of this version yet. Throws when it does not compile. */
export async function compileEngine(base: string, onCompile: () => void = () => {}): Promise<Engine> {
  const digest = await engineDigest(base);
  const folder = join(root, '.candor', 'engine', digest);
  const engine = { folder, entry: join(folder, 'server', 'entry.mjs'), assets: join(folder, 'client'), digest };
  if (await exists(engine.entry)) {
    const now = new Date();
    await utimes(folder, now, now);
    return engine;
  }
  onCompile();
  const waiting = `${folder}.${process.pid}.part`;
  await rm(waiting, { recursive: true, force: true });
  await runAstro(base, waiting);
  await mkdir(join(waiting, 'client'), { recursive: true });
  await rename(waiting, folder).catch(async (cause: NodeJS.ErrnoException) => {
    // Another build has finished the same engine meanwhile.
    if (cause.code !== 'ENOTEMPTY' && cause.code !== 'EEXIST') throw cause;
    await rm(waiting, { recursive: true, force: true });
  });
  await forgetOldEngines(join(root, '.candor', 'engine'));
  return engine;
}

async function engineDigest(base: string): Promise<string> {
  const hash = createHash('sha256').update(`${base}\n${process.version}\n`);
  for (const folder of sources) {
    const entries = await readdir(join(root, 'src', folder), { recursive: true, withFileTypes: true }).catch(() => []);
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const path of paths.sort()) hash.update(`${path.slice(root.length)}\n`).update(await readFile(path));
  }
  for (const file of files) hash.update(`${file}\n`).update(await readFile(join(root, file)).catch(() => ''));
  return hash.digest('hex').slice(0, 24);
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
