/**
 * Draws the cards that are missing: a process that can read the projection, the engine's own code and fonts, write its
 * store, and nothing else. A card is kept for as long as the facts on it stay the same.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { getService, getSite, listPostmortems } from '../site-data.ts';
import { type CardFacts, cardFacts, cardFile } from './card-facts.ts';
import { createCardPainter } from './draw-card.ts';

const [store = ''] = process.argv.slice(2);
const [files, manifest] = [join(store, 'files'), join(store, 'manifest.json')];
const site = getSite();
const wanted = new Map<string, CardFacts>();
for (const row of listPostmortems()) {
  const facts = cardFacts(row, site, (id) => getService(id)?.name ?? id);
  wanted.set(basename(cardFile(facts)), facts);
}
const version = drawingVersion();
const known = readSums();
mkdirSync(files, { recursive: true });
for (const name of readdirSync(files)) if (!wanted.has(name)) rmSync(join(files, name));
const missing = [...wanted].filter(([name]) => !isWhole(name));
const paint = missing.length > 0 ? createCardPainter() : undefined;
for (const [name, facts] of missing) {
  const bytes = (await paint?.(facts)) ?? new Uint8Array();
  writeFileSync(join(files, name), bytes);
  known[name] = sha256(bytes);
}
const sums = Object.fromEntries([...wanted.keys()].sort().map((name) => [name, known[name]]));
writeFileSync(manifest, JSON.stringify({ version, sums }));
process.stdout.write(`${JSON.stringify({ drawn: missing.length, kept: wanted.size - missing.length })}\n`);

/** Sums of the cards there are, by their names; none when the drawing was another, or the list is damaged. */
function readSums(): Record<string, string> {
  try {
    const read = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string; sums: Record<string, string> };
    return read.version === version ? read.sums : {};
  } catch {
    return {};
  }
}

function isWhole(name: string): boolean {
  const path = join(files, name);
  return Object.hasOwn(known, name) && existsSync(path) && sha256(readFileSync(path)) === known[name];
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Of the code that draws, of the library and the fonts. */
function drawingVersion(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(import.meta.dirname).sort())
    hash.update(readFileSync(join(import.meta.dirname, name)));
  const require = createRequire(import.meta.url);
  const libraries = ['@takumi-rs/core', ...['', '-arabic', '-jp'].map((end) => `@fontsource-variable/noto-sans${end}`)];
  for (const name of libraries)
    hash.update(readVersion(require.resolve(name).replace(/(node_modules\/(?:@[^/]+\/)?[^/]+).*/, '$1')));
  return hash.digest('hex');
}

function readVersion(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}
