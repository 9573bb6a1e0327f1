/**
 * The renderer: a process that can read the compiled engine and the projection, write its own store, and nothing else.
 * Keeps every page for which nothing it asked for has changed.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSealed, writeSealed } from '../../disk/sealed-file.ts';
import type { Reading } from '../../site/data/answers.ts';

interface RenderedFile {
  path: string;
  sha256: string;
  /** What its page asked for, by the places among all readings. */
  asked: number[];
}

interface Manifest {
  /** Digest of the files at the top of the projection, of which lists are made. */
  ground: string;
  /** Each once: most pages ask for the same. */
  readings: Reading[];
  files: Record<string, RenderedFile>;
}

interface CompiledEngine {
  listAddresses(): { path: string; file: string; type: string }[];
  renderPage(path: string): Promise<{ status: number; body: Uint8Array }>;
  trackReadings<T>(render: () => Promise<T>): Promise<{ result: T; readings: Reading[] }>;
  isStillTrue(readings: readonly Reading[], isSameGround: boolean): boolean;
  noteDigests(known: Record<string, string>): void;
}

const [entry = '', digest = '', store = ''] = process.argv.slice(2);
const engine = (await import(pathToFileURL(entry).href)) as CompiledEngine;
const earlier = readManifest();
const present = readDigests('present.json');
const projected = readDigests('projected.json');
engine.noteDigests(projected);
const ground = sha256(JSON.stringify(Object.entries(projected).filter(([path]) => !path.includes('/'))));
const files: Manifest['files'] = {};
const readings = new Map<string, { reading: Reading; place: number }>();
/** Of the earlier readings, which still hold. */
const holds: (boolean | undefined)[] = [];
const folders = new Set<string>();
let rendered = 0;
for (const { path, file, type } of engine.listAddresses()) {
  const known = earlier.files[file];
  const kept = known !== undefined && known.path === path && isWhole(file, known) && known.asked.every(stillHolds);
  files[file] = kept ? keep(known) : await render(path, file, type);
  if (!kept) rendered += 1;
}
for (const file of Object.keys(present)) if (!Object.hasOwn(files, file)) rmSync(join(store, 'files', file));
writeManifest({ ground, readings: [...readings.values()].map(({ reading }) => reading), files });
process.stdout.write(`${JSON.stringify({ rendered, kept: Object.keys(files).length - rendered })}\n`);

async function render(path: string, file: string, type: string): Promise<RenderedFile> {
  const { result, readings: asked } = await engine.trackReadings(() => engine.renderPage(path));
  const expected = type === 'not-found' ? 404 : 200;
  if (result.status !== expected) throw new Error(`The page ${path} answered ${result.status}.`);
  const digest = sha256(result.body);
  if (presentDigest(file) !== digest) {
    const target = join(store, 'files', file);
    makeFolder(dirname(target));
    // A file of its own: what is published keeps the earlier bytes under its own name.
    rmSync(target, { force: true });
    writeFileSync(target, result.body, { flag: 'wx' });
  }
  return { path, sha256: digest, asked: asked.map(placeOf) };
}

function stillHolds(place: number): boolean {
  const reading = earlier.readings[place];
  holds[place] ??= reading !== undefined && engine.isStillTrue([reading], earlier.ground === ground);
  return holds[place];
}

function keep(known: RenderedFile): RenderedFile {
  const asked = known.asked.flatMap((place) => earlier.readings[place] ?? []);
  return { ...known, asked: asked.map(placeOf) };
}

/** Within a run each question has one answer. */
function placeOf(reading: Reading): number {
  const key = `${reading.question} ${reading.parameter}`;
  const known = readings.get(key);
  if (known) return known.place;
  const place = readings.size;
  readings.set(key, { reading, place });
  return place;
}

function makeFolder(folder: string): void {
  if (folders.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  folders.add(folder);
}

function isWhole(file: string, { sha256: wanted }: RenderedFile): boolean {
  return presentDigest(file) === wanted;
}

function presentDigest(file: string): string | undefined {
  return Object.hasOwn(present, file) ? present[file] : undefined;
}

/** SHA-256 digests of the files in a folder, by their paths; the process that starts this one wrote them down. */
function readDigests(name: string): Record<string, string> {
  return JSON.parse(readFileSync(join(store, name), 'utf8')) as Record<string, string>;
}

/** A manifest of another engine, or a damaged one, counts as none. */
function readManifest(): Manifest {
  const body = readSealed(join(store, 'manifest.json'), digest);
  return body === undefined ? { ground: '', readings: [], files: {} } : (JSON.parse(body) as Manifest);
}

function writeManifest(manifest: Manifest): void {
  writeSealed(join(store, 'manifest.json'), digest, JSON.stringify(manifest));
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
