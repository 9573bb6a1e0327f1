/** The compiled engine: the one that comes with the package, or one that is compiled for each version of the repository's code. */
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { codeVersion } from '../../disk/code-version.ts';
import { isPackaged, packagedEngine, root } from '../../disk/installation.ts';

/** A compiled engine. */
export interface Engine {
  folder: string;
  /** Module with `renderPage`, `listAddresses` and the questions asked. */
  entry: string;
  /** Styles and scripts for browsers. */
  assets: string;
  digest: string;
}

const enginesKept = 4;

/** The engine of this version, compiled when there is none yet. It is the same for every site. Throws when it does not compile. */
export async function compileEngine(onCompile: () => void = () => {}): Promise<Engine> {
  const digest = codeVersion().slice(0, 24);
  if (isPackaged) return engineIn(packagedEngine, digest);
  const folder = join(root, '.candor', 'engine', digest);
  const engine = engineIn(folder, digest);
  if (await exists(engine.entry)) {
    const now = new Date();
    await utimes(folder, now, now);
    return engine;
  }
  onCompile();
  const staging = `${folder}.${process.pid}.part`;
  // Loaded where it is needed: in the package there is nothing to compile with.
  const { runAstro } = await import('./run-astro.ts');
  await runAstro(staging);
  await mkdir(join(staging, 'client'), { recursive: true });
  await rename(staging, folder).catch(async (cause: NodeJS.ErrnoException) => {
    // Another build has finished the same engine meanwhile.
    if (cause.code !== 'ENOTEMPTY' && cause.code !== 'EEXIST') throw cause;
    await rm(staging, { recursive: true, force: true });
  });
  await forgetOldEngines(join(root, '.candor', 'engine'));
  return engine;
}

function engineIn(folder: string, digest: string): Engine {
  return { folder, entry: join(folder, 'server', 'entry.mjs'), assets: join(folder, 'client'), digest };
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
