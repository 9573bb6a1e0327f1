/** All that is private in a site's sources, for the leak gate: read from them directly, and not from the projection. */
import { hash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileDigests } from '../files/file-digests.ts';
import { translationsOf } from '../incident/site-schema.ts';
import {
  type EngineTexts,
  type Fingerprints,
  fingerprintCandidates,
  fingerprintsWithout,
  namesIn,
  namesInEngine,
  namesOf,
} from '../redaction/fingerprints.ts';
import { nameOfStory } from '../source/read-postmortem.ts';
import type { SiteSource } from '../source/read-site.ts';
import { type PrivateFiles, privateFilesOf } from './attached-file.ts';
import { openSourceMemory, type RememberedSource, type SourceMemory } from './source-memory.ts';
import { privateWordsOf, splitGround } from './split-ground.ts';
import { isPublished, keyOfFiles, publicationMoment, type SplitOptions, splitPostmortem } from './split-postmortem.ts';

export interface CollectedPrivate {
  fingerprints: Fingerprints;
  privateFiles: PrivateFiles;
  /** Remembers for the next build what was read; only where there is a memory. */
  save(): void;
}

export interface CollectOptions {
  now: string;
  engine: EngineTexts;
  /** Where to remember, and what decides a division beside the sources: the code, Node. */
  memory?: { folder: string; key: string; digests: FileDigests };
}

/** Only what changed is read and searched again; the result is the same as without a memory. */
export async function collectPrivate(
  site: string,
  source: SiteSource,
  { now, engine, memory }: CollectOptions,
): Promise<CollectedPrivate> {
  const translations = translationsOf(source.settings).map(nameOfStory);
  const split: SplitOptions = { now, translations, privateWords: privateWordsOf(source) };
  const decided = [memory?.key, translations, [...split.privateWords]];
  const kept = memory && openSourceMemory(memory.folder, hash('sha256', JSON.stringify(decided)));
  const ground = await splitGround(site, source);
  const known = new Map(kept?.earlier?.postmortems.map((remembered) => [remembered.slug, remembered]));
  const postmortems: Divided[] = [];
  for (const slug of source.postmortems)
    postmortems.push(await divide(site, slug, { split, kept, known: known.get(slug), digests: memory?.digests }));

  const candidates = fingerprintCandidates([
    ...ground.privateTexts,
    ...postmortems.flatMap(({ source: { privateTexts } }) => privateTexts),
  ]);
  const held = await findHeld(postmortems, candidates, kept);
  const said = new Uint8Array(candidates.all.length);
  for (const places of held) for (const place of places) said[place] = 1;
  const inGround = namesIn(ground.publicTexts, candidates);
  const inEngine = namesInEngine(engine, candidates);
  const isPublic = new Set(candidates.all.flatMap(({ name }, place) => (said[place] === 1 ? [name] : [])));
  const fingerprints = fingerprintsWithout(
    candidates,
    (name) => isPublic.has(name) || inGround.has(name) || inEngine.has(name),
  );
  return {
    fingerprints: fingerprints ?? fingerprintCandidates([]),
    privateFiles: privateFilesOf([...postmortems.flatMap((postmortem) => postmortem.source.files), ...ground.files]),
    save() {
      const remembered = postmortems.map((postmortem, index) => ({ ...postmortem.source, held: held[index] ?? [] }));
      kept?.save({ ground: ground.privateTexts, postmortems: remembered });
    },
  };
}

/** A postmortem as it is now, or as it was remembered. */
interface Divided {
  source: RememberedSource;
  isKnown: boolean;
  /** Reads its folder where they are not at hand. */
  publicTexts(): Promise<readonly string[]>;
}

interface DivideOptions {
  split: SplitOptions;
  kept: SourceMemory | undefined;
  known: RememberedSource | undefined;
  digests: FileDigests | undefined;
}

async function divide(site: string, slug: string, { split, kept, known, digests }: DivideOptions): Promise<Divided> {
  const folder = join(site, 'content', 'postmortems', slug);
  if (known && digests && known.isWithheld === !isPublished(known.publicFrom, split.now)) {
    const found = listFolder(folder).map((name) => [name, digests.digestOf(join(folder, name)) ?? ''] as const);
    if (keyOfFiles(found) === known.key) {
      const publicTexts = async () => kept?.readTexts(slug, known.key) ?? (await read(folder, slug, split)).publicTexts;
      return { source: known, isKnown: true, publicTexts };
    }
  }
  const { source, publicTexts } = await read(folder, slug, split);
  kept?.keepTexts(slug, source.key, publicTexts);
  return { source, isKnown: false, publicTexts: async () => publicTexts };
}

/** The key is that of the bytes that were divided, whatever becomes of the files meanwhile. */
async function read(
  folder: string,
  slug: string,
  split: SplitOptions,
): Promise<{ source: RememberedSource; publicTexts: readonly string[] }> {
  const files = new Map(listFolder(folder).map((name) => [name, readPlain(join(folder, name))]));
  const key = keyOfFiles([...files].map(([name, bytes]) => [name, bytes ? hash('sha256', bytes) : '']));
  const plain = new Map([...files].map(([name, bytes]) => [name, bytes ?? Buffer.of()]));
  const { privateTexts, publicTexts, files: attached } = await splitPostmortem(slug, plain, split);
  const publicFrom = publicationMoment(plain);
  const isWithheld = !isPublished(publicFrom, split.now);
  const moment = publicFrom === undefined ? {} : { publicFrom };
  return { source: { slug, key, ...moment, isWithheld, privateTexts, files: attached, held: [] }, publicTexts };
}

/** For each postmortem, the places of those candidates that its public text holds. */
async function findHeld(
  postmortems: readonly Divided[],
  candidates: Fingerprints,
  kept: SourceMemory | undefined,
): Promise<number[][]> {
  const places = new Map(namesOf(candidates).map((name, place) => [name, place]));
  const placesOf = (names: Iterable<string>) => [...names].flatMap((name) => places.get(name) ?? []);
  const before = kept?.earlier
    ? namesOf(
        fingerprintCandidates([
          ...kept.earlier.ground,
          ...kept.earlier.postmortems.flatMap(({ privateTexts }) => privateTexts),
        ]),
      )
    : [];
  const searched = new Set(before);
  const added = fingerprintsWithout(candidates, (name) => searched.has(name));
  const moved = before.map((name) => places.get(name));
  const held: number[][] = [];
  for (const { source, isKnown, publicTexts } of postmortems) {
    const wanted = isKnown ? added : candidates;
    const found = wanted ? placesOf(namesIn(await publicTexts(), wanted)) : [];
    held.push([...(isKnown ? source.held.flatMap((place) => moved[place] ?? []) : []), ...found]);
  }
  return held;
}

/** Names of all that lies in a folder, sorted; none when there is no folder. */
function listFolder(folder: string): string[] {
  return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder).sort() : [];
}

function readPlain(path: string): Buffer | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined;
}
