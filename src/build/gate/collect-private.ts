/** All that is private in a site's sources, for the leak gate: read from them directly, and not from the projection. */
import { hash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileDigests } from '../../disk/file-digests.ts';
import { nameOfStory } from '../../disk/source/read-postmortem.ts';
import type { SiteSource } from '../../disk/source/read-site.ts';
import { translationsOf } from '../../shared/incident/site-schema.ts';
import {
  type EngineTexts,
  type Fingerprints,
  fingerprintCandidates,
  fingerprintsWithout,
  namesIn,
  namesInEngine,
  namesOf,
  type PrivateText,
} from '../../shared/text/fingerprints.ts';
import { ownCopy } from '../../shared/text/own-copy.ts';
import { type PrivateFiles, privateFilesOf } from './attached-file.ts';
import { createPolicySearch, type PolicySearch } from './policy-search.ts';
import { openSourceMemory, type RememberedSource, type RememberedSources, type SourceMemory } from './source-memory.ts';
import { isPublished, keyOfFiles, publicationMoment, type SplitOptions, splitPostmortem } from './split-postmortem.ts';
import { privateWordsOf, splitSiteTexts } from './split-site-texts.ts';

export interface CollectedPrivate {
  fingerprints: Fingerprints;
  policy: PolicySearch;
  engineWords: () => Promise<ReadonlySet<string>>;
  privateFiles: PrivateFiles;
  /** Remembers for the next build what was read; only where there is a memory. */
  save(): void;
}

export interface CollectOptions {
  now: string;
  /** What the compiled engine says itself; asked for where it is not known. */
  engine: { digest: string; readTexts: () => Promise<EngineTexts> };
  /** Where to remember, and what decides a division beside the sources: the code, Node. */
  memory?: { folder: string; key: string; digests: FileDigests };
  /** Awaited after each postmortem, so that others go on. */
  pause?: () => Promise<void>;
}

/** Only what changed is read and searched again; the result is the same as without a memory. */
export async function collectPrivate(
  site: string,
  source: SiteSource,
  { now, engine, memory, pause = async () => {} }: CollectOptions,
): Promise<CollectedPrivate> {
  const translations = translationsOf(source.settings).map(nameOfStory);
  const split: SplitOptions = { now, translations, privateWords: privateWordsOf(source) };
  const decided = [memory?.key, translations, [...split.privateWords]];
  const kept = memory && openSourceMemory(memory.folder, hash('sha256', JSON.stringify(decided)));
  const siteTexts = await splitSiteTexts(site, source);
  const known = new Map(kept?.earlier?.postmortems.map((remembered) => [remembered.slug, remembered]));
  const divided = new Map<string, Divided>();
  for (const slug of kept?.ordered(source.postmortems) ?? source.postmortems) {
    await pause();
    divided.set(slug, await divide(site, slug, { split, kept, known: known.get(slug), digests: memory?.digests }));
  }
  const postmortems = source.postmortems.flatMap((slug) => divided.get(slug) ?? []);

  const texts = allTexts(
    siteTexts.privateTexts,
    postmortems.map((postmortem) => postmortem.source),
  );
  const candidates = fingerprintCandidates(texts);
  const search = prepareSearch(candidates, texts, kept?.earlier);
  const publicIndices = new Map<string, number[]>();
  for (const [slug, { source: remembered, isKnown, publicTexts }] of divided) {
    await pause();
    publicIndices.set(
      slug,
      await search(isKnown ? remembered.publicIndices : undefined, async (wanted) =>
        namesIn(await publicTexts(), wanted),
      ),
    );
  }
  const { engine: before } = kept?.earlier ?? {};
  const said = await search(before?.digest === engine.digest ? before.said : undefined, async (wanted) =>
    namesInEngine(await engine.readTexts(), wanted),
  );
  const saidBySite = await search(undefined, async (wanted) => namesIn(siteTexts.publicTexts, wanted));
  const fingerprints = withoutPublic(candidates, [...publicIndices.values(), said, saidBySite]);
  let engineWords: Promise<ReadonlySet<string>> | undefined;
  return {
    fingerprints,
    policy: createPolicySearch(source.policy, now.slice(0, 10)),
    engineWords: () => {
      engineWords ??= engine.readTexts().then(({ words }) => words);
      return engineWords;
    },
    privateFiles: privateFilesOf([...postmortems.flatMap((postmortem) => postmortem.source.files), ...siteTexts.files]),
    save() {
      const remembered = postmortems.map(({ source }) => ({
        ...source,
        publicIndices: publicIndices.get(source.slug) ?? [],
      }));
      kept?.save({
        engine: { digest: engine.digest, said },
        siteTexts: siteTexts.privateTexts,
        postmortems: remembered,
      });
    },
  };
}

/** The candidates but for those at `places`. */
function withoutPublic(candidates: Fingerprints, places: readonly (readonly number[])[]): Fingerprints {
  const isPublic = new Uint8Array(candidates.all.length);
  for (const indices of places) for (const index of indices) isPublic[index] = 1;
  const publicNames = new Set(namesOf(candidates).filter((_, index) => isPublic[index] === 1));
  return fingerprintsWithout(candidates, (name) => publicNames.has(name)) ?? fingerprintCandidates([]);
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
    if (keyOfFiles(found) === known.key)
      return { source: known, isKnown: true, publicTexts: () => readTexts(folder, known, { split, kept }) };
  }
  const { source, publicTexts } = await read(folder, slug, split);
  if (!kept) return { source, isKnown: false, publicTexts: constant(publicTexts) };
  kept.keepTexts(slug, source.key, publicTexts);
  // Those of ten thousand postmortems at once would fill the memory.
  return { source, isKnown: false, publicTexts: () => readTexts(folder, source, { split, kept }) };
}

async function readTexts(
  folder: string,
  { slug, key }: RememberedSource,
  { split, kept }: Pick<DivideOptions, 'split' | 'kept'>,
): Promise<readonly string[]> {
  return kept?.readTexts(slug, key) ?? (await read(folder, slug, split)).publicTexts;
}

function constant<Value>(value: Value): () => Promise<Value> {
  return async () => value;
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
  const { privateTexts: parts, publicTexts, files: attached } = await splitPostmortem(slug, plain, split);
  const privateTexts = parts.map((part) => ({ ...part, text: ownCopy(part.text) }));
  const publicFrom = publicationMoment(plain);
  const isWithheld = !isPublished(publicFrom, split.now);
  const moment = publicFrom === undefined ? {} : { publicFrom };
  return {
    source: { slug, key, ...moment, isWithheld, privateTexts, files: attached, publicIndices: [] },
    publicTexts,
  };
}

/** Gives the places of those candidates that a text holds; `known` are the places of those it was known to hold before. */
type Search = (
  known: readonly number[] | undefined,
  find: (wanted: Fingerprints) => Promise<Set<string>>,
) => Promise<number[]>;

/** Where something is known, only candidates that are new are looked for. */
function prepareSearch(
  candidates: Fingerprints,
  texts: readonly PrivateText[],
  earlier: RememberedSources | undefined,
): Search {
  const names = namesOf(candidates);
  const indices = new Map(names.map((name, index) => [name, index]));
  const textsBefore = earlier ? allTexts(earlier.siteTexts, earlier.postmortems) : [];
  const before = isSame(texts, textsBefore) ? names : namesOf(fingerprintCandidates(textsBefore));
  const searched = new Set(before);
  const added = fingerprintsWithout(candidates, (name) => searched.has(name));
  const moved = before.map((name) => indices.get(name));
  return async (known, find) => {
    const wanted = known ? added : candidates;
    const found = wanted ? [...(await find(wanted))].flatMap((name) => indices.get(name) ?? []) : [];
    return [...(known ?? []).flatMap((index) => moved[index] ?? []), ...found];
  };
}

/** In the order that decides the places of candidates. */
function allTexts(
  siteTexts: readonly PrivateText[],
  postmortems: readonly Pick<RememberedSource, 'privateTexts'>[],
): PrivateText[] {
  return [...siteTexts, ...postmortems.flatMap(({ privateTexts }) => privateTexts)];
}

function isSame(texts: readonly PrivateText[], others: readonly PrivateText[]): boolean {
  return (
    texts.length === others.length &&
    texts.every(({ text, isTerm = false }, index) => {
      const other = others[index];
      return text === other?.text && isTerm === (other.isTerm ?? false);
    })
  );
}

/** Names of all that lies in a folder, sorted; none when there is no folder. */
function listFolder(folder: string): string[] {
  return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder).sort() : [];
}

function readPlain(path: string): Buffer | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined;
}
