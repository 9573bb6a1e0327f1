/** The last stage before an output is put in place: every file passes the gate, and the search index is made of what passed. */
import { join } from 'node:path';
import { checkLeaks } from '../build/gate/leak-gate.ts';
import { listOutput } from '../build/render/output-folder.ts';
import type { BegunShards } from '../build/search/begin-index-shards.ts';
import { buildIndexShards, indexFolder } from '../build/search/build-index-shards.ts';
import { codeVersion } from '../disk/code-version.ts';
import type { FileDigests } from '../disk/file-digests.ts';
import { findAddress, pathOfFile } from '../shared/addresses/find-address.ts';
import type { PublicSite } from '../shared/incident/site-schema.ts';
import { createProblem, hasErrors, type Problem } from '../shared/problem/problem.ts';
import { collectGarbage } from './collect-garbage.ts';
import type { Errands } from './errands.ts';
import type { Gate } from './open-gate.ts';

export interface Proved {
  problems: Problem[];
  files: string[];
  /** Only of the public edition. */
  gate: Gate | undefined;
}

export interface ProveOptions {
  site: string;
  /** What is kept between builds. */
  work: string;
  /** The finished folder, without the index. */
  staging: string;
  settings: PublicSite;
  digests: FileDigests;
  begun?: BegunShards | undefined;
  awaitGate: () => Promise<Gate | undefined>;
  errands: Errands;
  progress: (text: string) => void;
}

/** Every file passes the gate; then the index, which is made of the same files meanwhile, passes it too. */
export async function proveOutput(options: ProveOptions): Promise<Proved> {
  const { site, settings, progress, work, staging, digests, awaitGate, begun, errands } = options;
  progress('Checking for leaks');
  const gate = await awaitGate();
  collectGarbage();
  const before = (await listOutput(staging)).filter((file) => !file.startsWith(`${indexFolder}/`));
  const awaitIndex = errands.begin(() =>
    buildIndexShards({
      folder: staging,
      files: before.filter((file) => isStory(file, settings.languages.slice(1))),
      cache: searchCache(work),
      version: codeVersion(),
      digests,
      begun,
      pause: errands.pause,
    }),
  );
  const own = new Set(await listOutput(join(site, 'public')));
  const leaks = namePublic(await checkWritten(before, { staging, gate, errands }), own);
  if (hasErrors(leaks)) return { problems: leaks, files: before, gate };

  progress('Indexing for search');
  const unexplained = await awaitIndex();
  progress('Checking the index');
  const files = await listOutput(staging);
  const checked = new Set(before);
  const added = files.filter((file) => !checked.has(file));
  const problems = await checkWritten(added, { staging, gate, errands });
  return { problems: [...problems, ...unexplained.map(refuseIndex)], files, gate };
}

/** Folder of what is kept of the search index, in a work folder. */
export function searchCache(work: string): string {
  return join(work, 'search');
}

/** Pages that the search finds. */
function isStory(file: string, languages: readonly string[]): boolean {
  return findAddress(pathOfFile(file), languages)?.kind === 'postmortem';
}

/** What was copied from `public/` is named there, where its owner looks. */
function namePublic(problems: readonly Problem[], copied: ReadonlySet<string>): Problem[] {
  return problems.map((problem) =>
    copied.has(problem.location.file)
      ? { ...problem, location: { ...problem.location, file: `public/${problem.location.file}` } }
      : problem,
  );
}

function refuseIndex(file: string): Problem {
  return createProblem(
    'gate/unreadable',
    { file: `${indexFolder}/${file}` },
    { reason: 'a word of it stands on no page' },
  );
}

/** The internal edition, which holds private text, has nothing to compare. */
async function checkWritten(
  files: readonly string[],
  { staging, gate, errands }: Pick<ProveOptions, 'staging' | 'errands'> & { gate: Gate | undefined },
): Promise<Problem[]> {
  return gate ? checkLeaks(staging, files, { ...gate, pause: errands.pause }) : [];
}
