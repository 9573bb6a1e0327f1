/** Has Astro compile the engine, and takes out of it what says on which machine. */
import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../disk/installation.ts';
import { listEntries } from '../../disk/list-entries.ts';

/** Compiles into `folder`, which is emptied before. Throws when it does not compile. */
export async function runAstro(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await compile(folder);
  for (const { file } of listEntries(folder)) await takeOutPaths(join(folder, file), folder);
}

function compile(folder: string): Promise<void> {
  const command = [join(root, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build', '--silent'];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      env: environment(folder),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The engine does not compile.\n${output}`)),
    );
  });
}

/** Of the user's environment only what a process needs to run: parts of it end up in what is compiled. */
function environment(folder: string): Record<string, string> {
  const needed = ['PATH', 'SystemRoot', 'TEMP', 'TMP'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(needed),
    CANDOR_ENGINE_OUT: folder,
    ASTRO_TELEMETRY_DISABLED: '1',
    // Encrypts what server islands are given, of which there are none; else it is another each time.
    ASTRO_KEY: Buffer.alloc(32).toString('base64'),
    NODE_ENV: 'production',
  };
}

/**
 * The leak gate takes words of the engine for Candor's own: names of the builder's folders are not. A folder at the top of the
 * disk stays: its name may be that of an address.
 */
async function takeOutPaths(file: string, folder: string): Promise<void> {
  const text = await readFile(file, 'latin1');
  const own = root.replace(/[\\/]$/, '');
  const spellings = (path: string) =>
    new Set(
      [pathToFileURL(path).pathname, path.replaceAll('\\', '/'), path, JSON.stringify(path).slice(1, -1)].map(bytesOf),
    );
  let clean = text;
  for (const spelling of spellings(folder)) clean = clean.replaceAll(spelling, '/candor/engine');
  if (own.split(/[\\/]/).length > 2)
    for (const spelling of spellings(own)) clean = clean.replaceAll(spelling, '/candor');
  if (clean !== text) await writeFile(file, clean, 'latin1');
}

/** As it stands in a file that was read byte by byte. */
function bytesOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
