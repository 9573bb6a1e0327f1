/**
 * Draws the cards that are missing: a process that can read the projection, the engine's own code and fonts, write its
 * store, and nothing else. A card is kept for as long as the facts on it stay the same.
 */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type CardFacts, cardFacts, cardFile } from '../../site/data/card-facts.ts';
import { listPageCards } from '../../site/data/page-cards.ts';
import { getService, getSite, listPostmortems } from '../../site/data/site-data.ts';
import { createCardPainter } from './draw-card.ts';

const [store = '', version = ''] = process.argv.slice(2);
const [files, manifest] = [join(store, 'files'), join(store, 'manifest.json')];
const site = getSite();
const wanted = new Map<string, CardFacts>();
for (const row of listPostmortems()) {
  const facts = cardFacts(row, site, (id) => getService(id)?.name ?? id);
  wanted.set(basename(cardFile(facts)), facts);
}
for (const facts of listPageCards()) wanted.set(basename(cardFile(facts)), facts);
const present = JSON.parse(readFileSync(join(store, 'present.json'), 'utf8')) as Record<string, string>;
const known = readSums();
mkdirSync(files, { recursive: true });
for (const name of Object.keys(present)) if (!wanted.has(name)) rmSync(join(files, name));
const missing = [...wanted].filter(([name]) => !isWhole(name));
const paint = missing.length > 0 ? createCardPainter() : undefined;
for (const [name, facts] of missing) {
  const bytes = (await paint?.(facts)) ?? new Uint8Array();
  // A file of its own: what is published keeps the earlier bytes under its own name.
  rmSync(join(files, name), { force: true });
  writeFileSync(join(files, name), bytes, { flag: 'wx' });
  known[name] = hash('sha256', bytes);
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
  return Object.hasOwn(known, name) && Object.hasOwn(present, name) && present[name] === known[name];
}
