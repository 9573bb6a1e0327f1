/** A whole build, stage by stage; nothing reaches the output folder but through the gate. */
import { join } from 'node:path';
import { drawCards } from '../build/cards/draw-cards.ts';
import { compileEngine, type Engine } from '../build/render/compile-engine.ts';
import { dropStaging, markerFile, openOutput, swapOutput } from '../build/render/output-folder.ts';
import { makeLinksRelative } from '../build/render/relative-links.ts';
import type { RenderCounts } from '../build/render/render-site.ts';
import { indexFolder } from '../build/search/build-index-shards.ts';
import { defaultJobs } from '../disk/default-jobs.ts';
import { type FileDigests, openFileDigests } from '../disk/file-digests.ts';
import { listEntries } from '../disk/list-entries.ts';
import { OutputRefused } from '../disk/output-refused.ts';
import { createOutputWriter, type OutputWriter } from '../disk/output-writer.ts';
import { projectSite } from '../private/publish/project-site.ts';
import type { ReadAhead } from '../private/publish/publisher.ts';
import { digestsFile, workFolder } from '../private/publish/site-projector.ts';
import { prepareWorker } from '../private/publish/worker-pool.ts';
import { translationFolder } from '../private/publish/write-projection.ts';
import type { Edition, PublicSite } from '../shared/incident/site-schema.ts';
import { createProblem, hasErrors, type Problem, sortProblems } from '../shared/problem/problem.ts';
import { type Ahead, createAhead } from './begin-ahead.ts';
import { collectGarbage, keepHeapSmall } from './collect-garbage.ts';
import { createErrands, type Errands } from './errands.ts';
import { openGate } from './open-gate.ts';
import { type Proved, proveOutput } from './prove-output.ts';
import { type LanguagePart, type Making, renderLanguages } from './render-languages.ts';

export interface BuildOptions {
  site: string;
  out: string;
  edition: Edition;
  now: string;
  /** Links are made relative, for reading from a disk. */
  relative?: boolean;
  /** How many threads or processes may work at once; the output is the same with any number. */
  jobs?: number | undefined;
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

/** What the stages of one build share. */
interface Build extends Omit<BuildOptions, 'progress' | 'jobs'> {
  progress: (text: string) => void;
  jobs: number;
  errands: Errands;
  /** What is kept between builds. */
  work: string;
  /** The folder beside `out` that becomes it. */
  staging: string;
  /** An output of before, whose files are used again. */
  replaced: string;
  digests: FileDigests;
  writer: OutputWriter;
  ahead: Ahead;
}

type Projected = Awaited<ReturnType<typeof project>>;
type Projection = Required<Pick<Projected, 'folder' | 'settings' | 'published'>>;

/** Builds into a folder beside `out` and swaps it in at the end. With an error among the problems nothing changed. */
export async function buildSite(options: BuildOptions): Promise<BuiltSite> {
  keepHeapSmall();
  const build = await open(options);
  try {
    const engine = await compileEngine(() => build.progress('Compiling the engine'));
    const projected = await project(build, build.ahead.whileReading(engine));
    const { published, withheld, folder, settings } = projected;
    const counts = { published, withheld, rendered: 0, kept: 0, files: 0 };
    const end = (problems: readonly Problem[]) => sortProblems([...projected.problems, ...problems]);
    if (!folder || !settings) return { ...counts, problems: projected.problems };

    collectGarbage();
    const awaitGate = build.errands.begin(() => openGate({ ...build, engine }));
    const filled = await fillStaging(build, { folder, settings, published }, engine);
    if (hasErrors(filled.problems)) return { ...counts, problems: end(filled.problems) };
    const proved = await proveOutput({ ...build, settings, awaitGate, begun: build.ahead.index });
    if (hasErrors(proved.problems)) return { ...counts, problems: end(proved.problems) };
    await putInPlace(build, folder, proved);
    const { rendered, kept } = filled;
    return { ...counts, problems: projected.problems, rendered, kept, files: proved.files.length };
  } finally {
    await build.errands.end();
    await build.ahead.close();
    await dropStaging(options.out);
  }
}

async function open({ progress = () => {}, jobs = defaultJobs(), ...options }: BuildOptions): Promise<Build> {
  // Most builds read something, and this is soon enough for it.
  if (jobs > 1) prepareWorker();
  const work = workFolder(options.site, options.edition);
  const replaced = join(work, 'spare');
  const staging = await openOutput(options.out, options.edition, replaced);
  const digests = openFileDigests(digestsFile(work));
  // The index comes last, and would lie over whatever had its names.
  const writer = createOutputWriter(staging, digests, [markerFile, indexFolder]);
  const errands = createErrands(jobs);
  const ahead = createAhead({ work, jobs, errands, relative: options.relative });
  return { ...options, progress, jobs, errands, work, replaced, staging, digests, writer, ahead };
}

/** Private sources become public bytes, in a folder of their own. */
async function project({ site, edition, now, digests, jobs, progress }: Build, ahead: ReadAhead | undefined) {
  // Beside problems and settings it could take a snapshot, and keeps everything for that.
  const { takeSnapshot: _, ...projected } = await projectSite({
    site,
    edition,
    now,
    digests,
    jobs,
    ...(ahead ? { ahead } : {}),
    progress: (done, total) => progress(`Reading ${done} of ${total}`),
  });
  return projected;
}

/** Everything but the search index, from the projection, the engine and the owner's own files. */
async function fillStaging(
  { site, edition, relative = false, progress, jobs, errands, work, staging, digests, writer, ahead }: Build,
  { folder, settings, published }: Projection,
  engine: Engine,
): Promise<RenderCounts & { problems: Problem[] }> {
  progress('Rendering');
  // Links are written into files of their own.
  const step = relative ? writer.copy : writer.link;
  const parts = listParts(folder, settings);
  const hasCards = edition === 'public' && settings.cards;
  const making = { work, digests, jobs, signal: errands.signal };
  const awaitCards = errands.begin(() => (hasCards ? drawAll(parts, making) : Promise.resolve([])));
  const { stores, ...counts } = await renderLanguages(parts, engine, { ...making, published, ahead: ahead.renderer });
  for (const { store, prefix } of stores) step(join(store, 'files'), prefix);
  writer.copy(engine.assets);
  for (const name of ['images', 'attachments']) step(join(folder, name), name);
  if (hasCards) progress('Drawing cards');
  for (const store of await awaitCards()) step(join(store, 'files'), 'cards');
  const problems = copyPublic(site, writer);
  if (problems.length > 0) return { ...counts, problems };
  // GitHub Pages leaves out folders such as `_astro/` where it is the source of a branch.
  writer.add('.nojekyll', '');
  writer.clear();
  if (relative) await makeLinksRelative(staging, settings.root);
  return { ...counts, problems };
}

async function putInPlace(
  { site, out, progress, replaced, digests }: Build,
  projection: string,
  { files, gate }: Proved,
): Promise<void> {
  progress('Putting it in place');
  gate?.save();
  gate?.memory.save();
  await swapOutput(out, { files, replaced, digests });
  const others = [projection, join(site, 'content', 'postmortems')];
  digests.save([
    ...files.map((file) => join(out, file)),
    ...others.flatMap((folder) => listEntries(folder).map(({ file }) => join(folder, file))),
  ]);
}

function listParts(projection: string, { languages }: PublicSite): LanguagePart[] {
  return languages.map((language, index) =>
    index === 0
      ? { projection, prefix: '', suffix: '' }
      : { projection: join(projection, translationFolder(language)), prefix: `${language}/`, suffix: `-${language}` },
  );
}

/** The folders that cards are kept in. */
async function drawAll(
  parts: readonly LanguagePart[],
  { work, digests, signal }: Pick<Making, 'work' | 'digests' | 'signal'>,
): Promise<string[]> {
  const stores: string[] = [];
  for (const { projection, suffix } of parts) {
    const store = join(work, `cards${suffix}`);
    await drawCards({ projection, store, digests, signal });
    stores.push(store);
  }
  return stores;
}

/** The owner's files, as they are; one that cannot be copied is the owner's to mend. */
export function copyPublic(site: string, writer: OutputWriter, within = ''): Problem[] {
  try {
    writer.copy(join(site, 'public'), within);
    return [];
  } catch (cause) {
    if (!(cause instanceof OutputRefused) || cause.file === undefined) throw cause;
    return [createProblem('public/refused', { file: `public/${cause.file}` })];
  }
}
