/** Runs the process that draws cards over a projection. */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeVersion } from '../../disk/code-version.ts';
import type { FileDigests } from '../../disk/file-digests.ts';
import { dependencyFolder, fontFolder, isPackaged, root, scriptFile, takumiLibrary } from '../../disk/installation.ts';
import { listEntries } from '../../disk/list-entries.ts';
import { runLimited } from '../render/limited-process.ts';
import { fontPackages } from './card-fonts.ts';

export interface CardCounts {
  drawn: number;
  kept: number;
}

export interface CardOptions {
  projection: string;
  /** Folder of what is drawn, and of what is known of it. */
  store: string;
  digests: FileDigests;
  /** Ends it. */
  signal: AbortSignal;
}

/** Files of the projection that cards are drawn from. */
const factFiles = ['site.json', 'services.json', 'postmortems.json'];
const script = scriptFile('build/cards/card-process');

/** The flags under which cards are drawn: reads the projection, the code and the libraries; writes the store. */
export function cardFlags(projection: string, store: string): string[] {
  const code = isPackaged ? packagedCode() : ['src', 'node_modules', 'package.json'].map((name) => join(root, name));
  const readable = [...code, projection, store];
  return [
    '--permission',
    '--allow-addons',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    `--allow-fs-write=${store}`,
  ];
}

/** One file, which is told where its library is: it lies elsewhere with each way to install packages. */
function packagedCode(): string[] {
  return [script, join(root, 'fonts'), ...[takumiLibrary() ?? []].flat()];
}

/** Draws what is missing into `<store>/files`. Throws when a card cannot be drawn. */
export async function drawCards({ projection, store, digests, signal }: CardOptions): Promise<CardCounts> {
  const version = drawingVersion();
  const decided = [version, factFiles.map((file) => digests.digestOf(join(projection, file)))];
  const before = presentFiles(store, digests);
  const key = `${hash('sha256', JSON.stringify(decided))}\n`;
  // With the same facts, and the same cards that were there after they were drawn, there is nothing to do.
  if (readIfThere(join(store, 'drawn')) === key + before)
    return { drawn: 0, kept: Object.keys(JSON.parse(before)).length };
  mkdirSync(store, { recursive: true });
  writeFileSync(join(store, 'present.json'), before);
  const library = isPackaged ? takumiLibrary() : undefined;
  const environment = {
    CANDOR_PROJECTION: projection,
    TZ: 'UTC',
    NODE_NO_WARNINGS: '1',
    ...(library === undefined ? {} : { TAKUMI_CORE_TARGET: library }),
  };
  const counts = await runLimited<CardCounts>({
    words: [...cardFlags(projection, store), script, store, version],
    environment,
    failure: 'The cards could not be drawn; the process stopped',
    signal,
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
  const folders = [dependencyFolder('@takumi-rs/core'), ...fontPackages.map(({ name }) => fontFolder(name))];
  const installed = folders.map((folder) => readFileSync(join(folder, 'package.json'), 'utf8'));
  return hash('sha256', JSON.stringify([codeVersion(), installed]));
}
