/** Runs the process that draws cards over a projection. */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeVersion } from '../../disk/code-version.ts';
import type { FileDigests } from '../../disk/file-digests.ts';
import { listEntries } from '../../disk/list-entries.ts';
import { runLimited } from '../render/limited-process.ts';

export interface CardCounts {
  drawn: number;
  kept: number;
}

export interface CardOptions {
  projection: string;
  /** Folder of what is drawn, and of what is known of it. */
  store: string;
  digests: FileDigests;
}

/** Files of the projection that cards are drawn from. */
const factFiles = ['site.json', 'services.json', 'postmortems.json'];
const root = fileURLToPath(new URL('../../..', import.meta.url));
const script = fileURLToPath(new URL('./card-process.ts', import.meta.url));

/** The flags under which cards are drawn: reads the projection, the code and the libraries; writes the store. */
export function cardFlags(projection: string, store: string): string[] {
  const readable = [join(root, 'src'), join(root, 'node_modules'), join(root, 'package.json'), projection, store];
  return [
    '--permission',
    '--allow-addons',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    `--allow-fs-write=${store}`,
  ];
}

/** Draws what is missing into `<store>/files`. Throws when a card cannot be drawn. */
export async function drawCards({ projection, store, digests }: CardOptions): Promise<CardCounts> {
  const version = drawingVersion();
  const decided = [version, factFiles.map((file) => digests.digestOf(join(projection, file)))];
  const before = presentFiles(store, digests);
  const key = `${hash('sha256', JSON.stringify(decided))}\n`;
  // With the same facts, and the same cards that were there after they were drawn, there is nothing to do.
  if (readIfThere(join(store, 'drawn')) === key + before)
    return { drawn: 0, kept: Object.keys(JSON.parse(before)).length };
  mkdirSync(store, { recursive: true });
  writeFileSync(join(store, 'present.json'), before);
  const environment = { CANDOR_PROJECTION: projection, TZ: 'UTC', NODE_NO_WARNINGS: '1' };
  const counts = await runLimited<CardCounts>({
    words: [...cardFlags(projection, store), script, store, version],
    environment,
    failure: 'The cards could not be drawn; the process stopped',
  });
  writeFileSync(join(store, 'drawn'), key + presentFiles(store, digests));
  return counts;
}

/** What lies in the store, as JSON: SHA-256 digests by the names of files. */
function presentFiles(store: string, digests: FileDigests): string {
  const folder = join(store, 'files');
  const present = listEntries(folder).map(({ file }) => [file, digests.digestOf(join(folder, file)) ?? '']);
  return JSON.stringify(Object.fromEntries(present));
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Of the code, and of the library and the fonts also where there is no lockfile. */
function drawingVersion(): string {
  const require = createRequire(import.meta.url);
  const libraries = ['@takumi-rs/core', ...['', '-arabic', '-jp'].map((end) => `@fontsource-variable/noto-sans${end}`)];
  const installed = libraries.map((name) =>
    readFileSync(
      join(require.resolve(name).replace(/(node_modules\/(?:@[^/]+\/)?[^/]+).*/, '$1'), 'package.json'),
      'utf8',
    ),
  );
  return hash('sha256', JSON.stringify([codeVersion(), installed]));
}
