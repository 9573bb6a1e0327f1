/** The version of the projection's code, by its bytes: a cache made by another version is never used. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sources = fileURLToPath(new URL('../', import.meta.url));
const folders = [
  'charts',
  'formats',
  'gate',
  'i18n',
  'incident',
  'lint',
  'markdown',
  'problem',
  'publication',
  'redaction',
  'search',
  'source',
];

/** Digest of the folders that decide a publication and its search index, and of the locked dependencies where there is a lockfile. */
export function pipelineDigest(): Promise<string> {
  digest ??= readDigest();
  return digest;
}

/** The code of a running program does not change. */
let digest: Promise<string> | undefined;

async function readDigest(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const all = await readdir(join(sources, folder), { recursive: true });
    const names = all.filter((name) => name.endsWith('.ts')).sort();
    for (const name of names) hash.update(`${folder}/${name}\n`).update(await readFile(join(sources, folder, name)));
  }
  hash.update(await readFile(join(sources, '..', 'package.json')));
  hash.update(await readFile(join(sources, '..', 'package-lock.json')).catch(() => ''));
  return hash.digest('hex');
}
