/** Runs the renderer over a projection, in processes that cannot read the sources. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileDigests } from '../../disk/file-digests.ts';
import { isPackaged, scriptFile } from '../../disk/installation.ts';
import { listEntries } from '../../disk/list-entries.ts';
import type { Engine } from './compile-engine.ts';
import { handOut } from './hand-out.ts';
import { type Renderer, startRenderer } from './renderer.ts';

export interface RenderCounts {
  rendered: number;
  kept: number;
}

const script = scriptFile('build/render/render-process');
/** All of its code: in the package it is one file. */
const code = isPackaged ? [script] : [script, scriptFile('disk/sealed-file'), scriptFile('disk/shards')];

/** The flags under which each renderer runs: reads the engine, the projection, its own code and its store; writes its store. */
export function permissionFlags(engine: Engine, projection: string, store: string): string[] {
  const readable = [engine.folder, projection, store, ...code];
  return ['--permission', ...readable.map((path) => `--allow-fs-read=${path}`), `--allow-fs-write=${store}`];
}

/**
 * Threads that collect garbage beside the page that is rendered take a tenth more time of the processors. Garbage would grow to several
 * times of what lives, and more while it is marked bit by bit: a renderer of 10,000 postmortems to 2 GB. So takes no more time.
 */
const frugal = ['--single-threaded-gc', '--heap-growing-percent=50', '--no-incremental-marking'];

/** A further process has to start and to become fast; with fewer pages for each, that costs more time than it saves. */
const pagesOfAProcess = 300;

export interface RenderFolders {
  projection: string;
  /** Of what is rendered, and of what is known of it. */
  store: string;
}

/** Starts a renderer. Its projection is read with its first task, and may be made while it loads the engine. */
export function startRendererIn({ projection, store }: RenderFolders, engine: Engine): Renderer {
  // What is no folder when the process starts, it may not read as one.
  for (const folder of [projection, store]) mkdirSync(folder, { recursive: true });
  return startRenderer({
    words: [...permissionFlags(engine, projection, store), ...frugal, script, engine.entry, engine.digest, store],
    environment: { CANDOR_PROJECTION: projection, NODE_ENV: 'production', TZ: 'UTC', NODE_NO_WARNINGS: '1' },
  });
}

export interface RenderOptions extends RenderFolders {
  /** Started before; closed with the others. */
  ahead?: Renderer | undefined;
  digests: FileDigests;
  /** How many processes may render at once. */
  jobs: number;
  /** Ends it. */
  signal: AbortSignal;
}

/** Renders what changed into `<store>/files`, the same with any number of processes. Throws when a page cannot be rendered. */
export async function renderSite(engine: Engine, options: RenderOptions): Promise<RenderCounts> {
  const { projection, store, digests, jobs, signal, ahead } = options;
  mkdirSync(store, { recursive: true });
  noteDigests(join(store, 'files'), join(store, 'present.json'), digests);
  noteDigests(projection, join(store, 'projected.json'), digests);
  const renderers = ahead ? [ahead] : [];
  const start = () => {
    signal.throwIfAborted();
    const renderer = startRendererIn(options, engine);
    renderers.push(renderer);
    return renderer;
  };
  const closeAll = () => Promise.all(renderers.map((renderer) => renderer.close()));
  signal.addEventListener('abort', closeAll);
  try {
    const { missing, kept, rendered } = await (ahead ?? start()).look(pagesOfAProcess);
    const tasks = largestFirst(missing);
    const wanted = Math.min(jobs, tasks.length, Math.ceil(sum(missing) / pagesOfAProcess));
    while (renderers.length < wanted) start();
    const made = await handOut(
      tasks,
      renderers.map(({ bring, close }) => ({ run: bring, close })),
    );
    return { rendered: rendered + sum(made.map((each) => each.rendered)), kept };
  } finally {
    signal.removeEventListener('abort', closeAll);
    await closeAll();
  }
}

/** Parts that lack something. What takes longest begins first, so that all end at about the same time. */
function largestFirst(missing: readonly number[]): number[] {
  const parts = missing.flatMap((count, part) => (count > 0 ? [part] : []));
  return parts.sort((a, b) => (missing[b] ?? 0) - (missing[a] ?? 0) || a - b);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** Writes down for the renderer what lies in a folder. What is no plain file is not there, and cannot be written over. */
function noteDigests(folder: string, target: string, digests: FileDigests): void {
  const present = listEntries(folder).map(({ file }) => [file, digests.digestOf(join(folder, file)) ?? '']);
  writeFileSync(target, JSON.stringify(Object.fromEntries(present)));
}
