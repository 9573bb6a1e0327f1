/**
 * The renderer: a process that can read the compiled engine and the projection, write its own store, and nothing else.
 * Keeps every page for which nothing it asked for has changed. Several may work on one store, each on other parts of it.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSealed, writeSealed } from '../../disk/sealed-file.ts';
import { shardCount, shardOf } from '../../disk/shards.ts';
import type { Reading } from '../../site/data/answers.ts';
import type { PartCounts, PartsLooked, RenderAnswer, RenderTask } from './renderer.ts';

interface RenderedFile {
  path: string;
  sha256: string;
  /** What its page asked for, by the places among all readings. */
  asked: number[];
}

interface Manifest {
  /** Digest of the files at the top of the projection, of which lists are made. */
  sharedDigest: string;
  /** Each once: most pages ask for the same. */
  readings: Reading[];
  files: Record<string, RenderedFile>;
}

interface Address {
  path: string;
  file: string;
  type: string;
  parts: Readonly<Record<string, string>>;
}

interface CompiledEngine {
  listAddresses(): Address[];
  renderPage(path: string): Promise<{ status: number; body: Uint8Array }>;
  trackReadings<T>(render: () => Promise<T>): Promise<{ result: T; readings: Reading[] }>;
  isStillTrue(readings: readonly Reading[], isSharedSame: boolean): boolean;
  noteDigests(known: Record<string, string>): void;
}

const [entry = '', digest = '', store = ''] = process.argv.slice(2);
const engine = (await import(pathToFileURL(entry).href)) as CompiledEngine;
const folders = new Set<string>();
let opened: Opened | undefined;

process.on('message', async (task: RenderTask) => {
  try {
    opened ??= openProjection();
    answer(typeof task === 'number' ? await bring(opened, task) : await look(opened, task.few));
  } catch (cause) {
    answer({ failed: describe(cause) });
  }
});
answer({ isReady: true });

function answer(message: RenderAnswer): void {
  process.send?.(message);
}

/** Read with the first task: the projection may be made while the engine is loaded. */
function openProjection() {
  const projected = readDigests('projected.json');
  engine.noteDigests(projected);
  const addresses = engine.listAddresses();
  return {
    present: readDigests('present.json'),
    sharedDigest: sha256(JSON.stringify(Object.entries(projected).filter(([path]) => !path.includes('/')))),
    addresses,
    parts: divide(addresses),
  };
}

type Opened = ReturnType<typeof openProjection>;

/**
 * What is made of the same entries lies in one part, as it is read once, and always in the same: else one more postmortem
 * would have all of it rendered again.
 */
function divide(all: readonly Address[]): Address[][] {
  const divided = Array.from({ length: shardCount }, (): Address[] => []);
  for (const address of all) {
    const { slug } = address.parts;
    const name = slug ?? address.path.replace(/(?:atom|rss|feed)(-\d+)?\.(?:xml|json)$/, '$1');
    divided[shardOf(name)]?.push(address);
  }
  return divided;
}

/** Removes what has no address any more, finishes the parts that are whole, and those that lack few pages together. */
async function look(projection: Opened, few: number): Promise<PartsLooked> {
  const { addresses, parts, present } = projection;
  const wanted = new Set(addresses.map(({ file }) => file));
  for (const file of Object.keys(present)) if (!wanted.has(file)) rmSync(join(store, 'files', file), { force: true });
  const missing = parts.map((part, number) => {
    const memory = openMemory(projection, number);
    const count = part.filter((address) => !memory.keep(address)).length;
    if (count === 0) memory.save();
    return count;
  });
  const lacking = missing.reduce((sum, count) => sum + count, 0);
  const kept = addresses.length - lacking;
  if (lacking > few) return { missing, kept, rendered: 0 };
  for (const [number, count] of missing.entries()) if (count > 0) await bring(projection, number);
  return { missing: [], kept, rendered: lacking };
}

async function bring(projection: Opened, number: number): Promise<PartCounts> {
  const memory = openMemory(projection, number);
  let rendered = 0;
  for (const address of projection.parts[number] ?? []) {
    if (memory.keep(address)) continue;
    memory.add(address.file, await render(projection, address));
    rendered += 1;
  }
  memory.save();
  return { rendered };
}

async function render({ present }: Opened, { path, file, type }: Address): Promise<Made> {
  const { result, readings } = await engine
    .trackReadings(() => engine.renderPage(path))
    .catch((cause) => {
      throw new Error(`The page ${path} could not be rendered.\n${describe(cause)}`);
    });
  const expected = type === 'not-found' ? 404 : 200;
  if (result.status !== expected) throw new Error(`The page ${path} answered ${result.status}.`);
  const made = sha256(result.body);
  if (digestIn(present, file) !== made) {
    const target = join(store, 'files', file);
    makeFolder(dirname(target));
    // A file of its own: what is published keeps the earlier bytes under its own name.
    rmSync(target, { force: true });
    writeFileSync(target, result.body, { flag: 'wx' });
  }
  return { path, sha256: made, readings };
}

interface Made {
  path: string;
  sha256: string;
  readings: readonly Reading[];
}

/** What is known of one part. */
function openMemory({ present, sharedDigest }: Opened, number: number) {
  const place = join(store, 'parts', `${number}.json`);
  const body = readSealed(place, digest);
  // Of another engine, or damaged: it counts as none.
  const earlier = body === undefined ? { sharedDigest: '', readings: [], files: {} } : (JSON.parse(body) as Manifest);
  const files: Manifest['files'] = {};
  const readings = new Map<string, { reading: Reading; index: number }>();
  /** Of the earlier readings, which still hold. */
  const holds: (boolean | undefined)[] = [];
  const stillHolds = (at: number): boolean => {
    const reading = earlier.readings[at];
    holds[at] ??= reading !== undefined && engine.isStillTrue([reading], earlier.sharedDigest === sharedDigest);
    return holds[at];
  };
  /** Within a run each question has one answer. */
  const indexOfReading = (reading: Reading): number => {
    const key = `${reading.question} ${reading.parameter}`;
    const known = readings.get(key);
    if (known) return known.index;
    const at = readings.size;
    readings.set(key, { reading, index: at });
    return at;
  };
  return {
    /** False where it must be rendered. */
    keep({ path, file }: Address): boolean {
      const known = Object.hasOwn(earlier.files, file) ? earlier.files[file] : undefined;
      const isKept =
        known !== undefined &&
        known.path === path &&
        digestIn(present, file) === known.sha256 &&
        known.asked.every(stillHolds);
      if (isKept)
        files[file] = { ...known, asked: known.asked.map((at) => indexOfReading(earlier.readings[at] as Reading)) };
      return isKept;
    },
    add(file: string, { readings: asked, ...made }: Made): void {
      files[file] = { ...made, asked: asked.map(indexOfReading) };
    },
    save(): void {
      const manifest = { sharedDigest, readings: [...readings.values()].map(({ reading }) => reading), files };
      const text = JSON.stringify(manifest satisfies Manifest);
      if (text !== body) writeSealed(place, digest, text);
    },
  };
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

function makeFolder(folder: string): void {
  if (folders.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  folders.add(folder);
}

function digestIn(digests: Readonly<Record<string, string>>, file: string): string | undefined {
  return Object.hasOwn(digests, file) ? digests[file] : undefined;
}

/** SHA-256 digests of the files in a folder, by their paths; the process that starts this one wrote them down. */
function readDigests(name: string): Record<string, string> {
  return JSON.parse(readFileSync(join(store, name), 'utf8')) as Record<string, string>;
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
