/** The version of Candor's code, by its bytes: nothing that another version kept is ever used. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Beside `src`: settings of the engine, and the dependencies, locked where there is a lockfile. */
const files = ['astro.config.mjs', 'package.json', 'package-lock.json'];

/** The code of a running program does not change. */
let version: Promise<string> | undefined;

/**
 * Digest of all of `src`, in hexadecimal. All of it, although no part kept depends on all: a list of what decides what is
 * kept is wrong as soon as somebody forgets it.
 */
export function codeVersion(): Promise<string> {
  version ??= digestCode(root);
  return version;
}

/** The same of another folder that holds `src`. */
export async function digestCode(folder: string): Promise<string> {
  const entries = await readdir(join(folder, 'src'), { recursive: true, withFileTypes: true });
  const sources = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const paths = [...sources.sort(), ...files.map((name) => join(folder, name))];
  const contents = await Promise.all(paths.map((path) => readIfThere(path)));
  const sum = createHash('sha256');
  for (const [index, path] of paths.entries()) {
    const content = contents[index];
    sum.update(`${path.slice(folder.length)}\n${content?.length ?? 'none'}\n`).update(content ?? '');
  }
  return sum.digest('hex');
}

function readIfThere(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw cause;
  });
}
