/** A whole build, stage by stage; nothing reaches the output folder but through the gate. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { drawCards } from '../build/cards/draw-cards.ts';
import { type CollectedPrivate, type CollectOptions, collectPrivate } from '../build/gate/collect-private.ts';
import { type GateMemory, openGateMemory } from '../build/gate/gate-memory.ts';
import { checkLeaks } from '../build/gate/leak-gate.ts';
import { compileEngine, type Engine } from '../build/render/compile-engine.ts';
import { assetDigests, engineNames, engineVocabulary } from '../build/render/engine-vocabulary.ts';
import { dropWaiting, listOutput, markerFile, openOutput, swapOutput } from '../build/render/output-folder.ts';
import { makeLinksRelative } from '../build/render/relative-links.ts';
import { type RenderCounts, renderSite } from '../build/render/render-site.ts';
import { buildShelves } from '../build/search/build-shelves.ts';
import { vendorDigests } from '../build/search/vendor-files.ts';
import { codeVersion } from '../disk/code-version.ts';
import { type FileDigests, openFileDigests } from '../disk/file-digests.ts';
import { listEntries } from '../disk/list-entries.ts';
import { OutputRefused } from '../disk/output-refused.ts';
import { createPlacer, type Placer } from '../disk/place-files.ts';
import { readSite } from '../disk/source/read-site.ts';
import { projectSite } from '../private/publish/project-site.ts';
import { digestsFile, workFolder } from '../private/publish/site-projector.ts';
import { translationFolder } from '../private/publish/write-projection.ts';
import { findAddress, pathOfFile } from '../shared/addresses/find-address.ts';
import type { Edition, PublicSite } from '../shared/incident/site-schema.ts';
import { createProblem, hasErrors, type Problem, sortProblems } from '../shared/problem/problem.ts';
import { permittedFiles } from '../shared/redaction/permitted-files.ts';
import { collectGarbage } from './collect-garbage.ts';

export interface BuildOptions {
  site: string;
  out: string;
  edition: Edition;
  now: string;
  /** Links are made relative, for reading from a disk. */
  relative?: boolean;
  progress?: (text: string) => void;
}

export interface BuiltSite {
  problems: Problem[];
  published: number;
  withheld: number;
  rendered: number;
  kept: number;
  files: number;
}

/** Builds into a folder beside `out` and swaps it in at the end. With an error among the problems nothing changed. */
export async function buildSite(options: BuildOptions): Promise<BuiltSite> {
  const { site, out, edition, now, relative = false, progress = () => {} } = options;
  const work = workFolder(site, edition);
  const spare = join(work, 'spare');
  const waiting = await openOutput(out, edition, spare);
  const digests = openFileDigests(digestsFile(work));
  const placer = createPlacer(waiting, digests, [markerFile]);
  // Links are written into files of their own.
  const place = relative ? placer.copy : placer.link;
  try {
    // Beside problems and settings it could take a snapshot, and keeps everything for that.
    const { takeSnapshot: _, ...projected } = await projectSite({
      site,
      edition,
      now,
      digests,
      progress: (done, total) => progress(`Reading ${done} of ${total}`),
    });
    const counts = { published: projected.published, withheld: projected.withheld };
    const refused = { ...counts, rendered: 0, kept: 0, files: 0 };
    if (!projected.folder || !projected.settings) return { ...refused, problems: projected.problems };

    collectGarbage();
    const engine = await compileEngine(() => progress('Compiling the engine'));
    progress('Rendering');
    const parts = listParts(projected.folder, projected.settings);
    const translations = projected.settings.languages.slice(1);
    const { rendered, kept } = await renderAll(parts, { engine, work, digests, place });
    placer.copy(engine.assets);
    place(join(projected.folder, 'images'), 'images');
    if (edition === 'public' && projected.settings.cards) {
      progress('Drawing cards');
      await drawAll(parts, { engine, work, digests, place });
    }
    const strange = copyPublic(site, placer);
    if (strange.length > 0) return { ...refused, problems: sortProblems([...projected.problems, ...strange]) };
    // GitHub Pages leaves out folders such as `_astro/` where it is the source of a branch.
    placer.add('.nojekyll', '');

    placer.clear();
    if (relative) await makeLinksRelative(waiting, projected.settings.root);

    progress('Checking for leaks');
    collectGarbage();
    const gate = edition === 'public' ? await openGate(site, { now, engine, digests }) : undefined;
    const before = await listOutput(waiting);
    const leaks = namePublic(
      await checkWritten(waiting, gate, before),
      new Set(await listOutput(join(site, 'public'))),
    );
    if (hasErrors(leaks)) return { ...refused, problems: sortProblems([...projected.problems, ...leaks]) };

    progress('Indexing for search');
    const unexplained = await buildShelves({
      folder: waiting,
      files: before.filter((file) => isStory(file, translations)),
      cache: join(work, 'search'),
      version: codeVersion(),
    });
    progress('Checking the index');
    const files = await listOutput(waiting);
    const checked = new Set(before);
    const added = files.filter((file) => !checked.has(file));
    const indexLeaks = [...(await checkWritten(waiting, gate, added)), ...unexplained.map(refuseIndex)];
    if (hasErrors(indexLeaks)) return { ...refused, problems: sortProblems([...projected.problems, ...indexLeaks]) };

    progress('Putting it in place');
    gate?.save();
    gate?.memory.save();
    await swapOutput(out, files, spare);
    const others = [projected.folder, join(site, 'content', 'postmortems')];
    digests.save([
      ...files.map((file) => join(out, file)),
      ...others.flatMap((folder) => listEntries(folder).map(({ file }) => join(folder, file))),
    ]);
    return { ...counts, problems: projected.problems, rendered, kept, files: files.length };
  } finally {
    await dropWaiting(out);
  }
}

/** The site in one language. */
interface LanguagePart {
  projection: string;
  /** Before every path of its pages in the output: empty, or `de/`. */
  prefix: string;
  /** Behind the names of the folders that its work is kept in. */
  suffix: string;
}

/** Where the parts of a site are made, and how they come into the output. */
interface Places {
  engine: Engine;
  work: string;
  digests: FileDigests;
  place: Placer['link'];
}

function listParts(projection: string, { languages }: PublicSite): LanguagePart[] {
  return languages.map((language, index) =>
    index === 0
      ? { projection, prefix: '', suffix: '' }
      : { projection: join(projection, translationFolder(language)), prefix: `${language}/`, suffix: `-${language}` },
  );
}

async function renderAll(
  parts: readonly LanguagePart[],
  { engine, work, digests, place }: Places,
): Promise<RenderCounts> {
  const all = { rendered: 0, kept: 0 };
  for (const { projection, prefix, suffix } of parts) {
    const store = join(work, `rendered${suffix}`);
    const { rendered, kept } = await renderSite(engine, { projection, store, digests });
    place(join(store, 'files'), prefix);
    all.rendered += rendered;
    all.kept += kept;
  }
  return all;
}

async function drawAll(parts: readonly LanguagePart[], { work, digests, place }: Places): Promise<void> {
  for (const { projection, suffix } of parts) {
    const cards = join(work, `cards${suffix}`);
    await drawCards({ projection, store: cards, digests });
    place(join(cards, 'files'), 'cards');
  }
}

/** Pages that the search finds. */
function isStory(file: string, languages: readonly string[]): boolean {
  return findAddress(pathOfFile(file), languages)?.kind === 'postmortem';
}

/** The owner's files, as they are; one that cannot be copied is the owner's to mend. */
export function copyPublic(site: string, placer: Placer, within = ''): Problem[] {
  try {
    placer.copy(join(site, 'public'), within);
    return [];
  } catch (cause) {
    if (!(cause instanceof OutputRefused) || cause.file === undefined) throw cause;
    return [createProblem('public/refused', { file: `public/${cause.file}` })];
  }
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
