/** The last stage before an output is put in place: every file passes the gate, and the search index is made of what passed. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { type CollectedPrivate, type CollectOptions, collectPrivate } from '../build/gate/collect-private.ts';
import { type GateMemory, openGateMemory } from '../build/gate/gate-memory.ts';
import { checkLeaks } from '../build/gate/leak-gate.ts';
import type { Engine } from '../build/render/compile-engine.ts';
import { assetDigests, engineNames, engineVocabulary } from '../build/render/engine-vocabulary.ts';
import { listOutput } from '../build/render/output-folder.ts';
import { buildIndexShards } from '../build/search/build-index-shards.ts';
import { vendorDigests } from '../build/search/vendor-files.ts';
import { codeVersion } from '../disk/code-version.ts';
import type { FileDigests } from '../disk/file-digests.ts';
import { readSite } from '../disk/source/read-site.ts';
import { workFolder } from '../private/publish/site-projector.ts';
import { findAddress, pathOfFile } from '../shared/addresses/find-address.ts';
import type { Edition, PublicSite } from '../shared/incident/site-schema.ts';
import { createProblem, hasErrors, type Problem } from '../shared/problem/problem.ts';
import { permittedFiles } from '../shared/redaction/permitted-files.ts';
import { collectGarbage } from './collect-garbage.ts';

export interface Proved {
  problems: Problem[];
  files: string[];
  /** Only of the public edition. */
  gate: Gate | undefined;
}

export interface ProveOptions {
  site: string;
  edition: Edition;
  now: string;
  /** What is kept between builds. */
  work: string;
  /** The finished folder, without the index. */
  staging: string;
  settings: PublicSite;
  engine: Engine;
  digests: FileDigests;
  progress: (text: string) => void;
}

/** Every file passes the gate; then the index is made of what passed, and passes it too. */
export async function proveOutput(options: ProveOptions): Promise<Proved> {
  const { site, edition, now, settings, engine, progress, work, staging, digests } = options;
  progress('Checking for leaks');
  collectGarbage();
  const gate = edition === 'public' ? await openGate(site, { now, engine, digests }) : undefined;
  const before = await listOutput(staging);
  const leaks = namePublic(await checkWritten(staging, gate, before), new Set(await listOutput(join(site, 'public'))));
  if (hasErrors(leaks)) return { problems: leaks, files: before, gate };

  progress('Indexing for search');
  const unexplained = await buildIndexShards({
    folder: staging,
    files: before.filter((file) => isStory(file, settings.languages.slice(1))),
    cache: join(work, 'search'),
    version: codeVersion(),
  });
  progress('Checking the index');
  const files = await listOutput(staging);
  const checked = new Set(before);
  const added = files.filter((file) => !checked.has(file));
  return { problems: [...(await checkWritten(staging, gate, added)), ...unexplained.map(refuseIndex)], files, gate };
}

/** Pages that the search finds. */
function isStory(file: string, languages: readonly string[]): boolean {
  return findAddress(pathOfFile(file), languages)?.kind === 'postmortem';
}

async function openGate(
  site: string,
  { now, engine, digests }: { now: string; engine: Engine; digests: FileDigests },
): Promise<Gate> {
  const folder = join(workFolder(site, 'public'), 'gate');
  const code = codeVersion();
  const found = await readPrivate(site, {
    now,
    engine: { digest: engine.digest, readTexts: () => engineVocabulary(engine) },
    memory: { folder, key: code, digests },
  });
  const memory = openGateMemory({
    path: join(folder, 'searched.json'),
    key: hash('sha256', JSON.stringify([code, found.policy.policy])),
    fingerprints: found.fingerprints,
  });
  return {
    ...found,
    known: new Set([...(await vendorDigests()), ...assetDigests(engine)]),
    readOwnNames: () => engineNames(engine),
    permitted: permittedFiles(found.policy.policy, now.slice(0, 10)),
    memory,
    digests,
  };
}

/** All that is private in the sources as they are now. */
export async function readPrivate(site: string, options: CollectOptions): Promise<CollectedPrivate> {
  const { site: source } = await readSite(site);
  if (!source) throw new Error('The sources changed while the site was built.');
  return collectPrivate(site, source, options);
}

/** What was copied from `public/` is named there, where its owner looks. */
function namePublic(problems: readonly Problem[], copied: ReadonlySet<string>): Problem[] {
  return problems.map((problem) =>
    copied.has(problem.place.file)
      ? { ...problem, place: { ...problem.place, file: `public/${problem.place.file}` } }
      : problem,
  );
}

function refuseIndex(file: string): Problem {
  return createProblem('gate/unreadable', { file: `pagefind/${file}` }, { reason: 'a word of it stands on no page' });
}

interface Gate extends CollectedPrivate {
  known: ReadonlySet<string>;
  readOwnNames: () => ReturnType<typeof engineNames>;
  permitted: ReadonlyMap<string, string>;
  memory: GateMemory;
  digests: FileDigests;
}

/** The internal edition, which holds private text, has nothing to compare. */
async function checkWritten(folder: string, gate: Gate | undefined, files: readonly string[]): Promise<Problem[]> {
  return gate ? checkLeaks(folder, files, gate) : [];
}
