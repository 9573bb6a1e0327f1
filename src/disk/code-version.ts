/** The version of Candor's code, by its bytes: nothing that another version kept is ever used. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codeParts, dependencyFolder, isPackaged, root } from './installation.ts';

/** The code of a running program does not change. */
let version: string | undefined;

/** Packages whose code is not in that of the package, and that say something of what is kept. */
const outside = ['sharp', 'satteri', 'pagefind', '@takumi-rs/core'];

/**
 * Digest of all code, in hexadecimal, and of what Node knows of languages and zones. All of it, although no part kept depends
 * on all: a list of what decides what is kept is wrong as soon as somebody forgets it.
 */
export function codeVersion(): string {
  version ??= digestAll();
  return version;
}

function digestAll(): string {
  const { node, icu = '', cldr = '', tz = '', unicode = '' } = process.versions;
  // In the repository the lockfile says it.
  const others = isPackaged ? outside.map((name) => readFileSync(join(dependencyFolder(name), 'package.json'))) : [];
  const sum = createHash('sha256').update([digestCode(root), node, icu, cldr, tz, unicode].join('\n'));
  for (const content of others) sum.update(content);
  return sum.digest('hex');
}

/** The same of the code alone in another folder. Read one after the other: of many small files that is the fastest. */
export function digestCode(folder: string): string {
  const sum = createHash('sha256');
  for (const path of codeParts.flatMap((part) => listPart(join(folder, part)))) {
    const content = readIfThere(path);
    sum.update(`${path.slice(folder.length)}\n${content?.length ?? 'none'}\n`).update(content ?? '');
  }
  return sum.digest('hex');
}

function listPart(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
}
