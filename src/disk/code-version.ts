/** The version of Candor's code, by its bytes: nothing that another version kept is ever used. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Beside `src`: settings of the engine, and the dependencies, locked where there is a lockfile. */
const files = ['astro.config.mjs', 'package.json', 'package-lock.json'];

/** The code of a running program does not change. */
let version: string | undefined;

/**
 * Digest of all of `src`, in hexadecimal. All of it, although no part kept depends on all: a list of what decides what is
 * kept is wrong as soon as somebody forgets it.
 */
export function codeVersion(): string {
  version ??= digestCode(root);
  return version;
}

/** The same of another folder that holds `src`. Read one after the other: of many small files that is the fastest. */
export function digestCode(folder: string): string {
  const entries = readdirSync(join(folder, 'src'), { recursive: true, withFileTypes: true });
  const sources = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sum = createHash('sha256');
  for (const path of [...sources.sort(), ...files.map((name) => join(folder, name))]) {
    const content = readIfThere(path);
    sum.update(`${path.slice(folder.length)}\n${content?.length ?? 'none'}\n`).update(content ?? '');
  }
  return sum.digest('hex');
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
}
