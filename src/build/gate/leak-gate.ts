/** The last lock: nothing is published before every byte of it was compared with all that is private. */
import { hash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { FileDigests } from '../../disk/file-digests.ts';
import { createFileReader, type FileReader } from '../../disk/file-reader.ts';
import { pdfTexts } from '../../disk/pdf/pdf-texts.ts';
import { pathTo } from '../../shared/addresses/path-to.ts';
import { UnreadableFile } from '../../shared/formats/unreadable-file.ts';
import { createProblem, type Problem } from '../../shared/problem/problem.ts';
import type { Fingerprints, Leak } from '../../shared/text/fingerprints.ts';
import type { PrivateFiles } from './attached-file.ts';
import type { GateMemory } from './gate-memory.ts';
import type { OwnNames } from './own-names.ts';
import type { PolicySearch, TextSearch } from './policy-search.ts';
import { createTermSearch, type TermSearch } from './term-search.ts';
import { visibleSegments } from './visible-segments.ts';

/** Digests of files that are the same in every site, such as a vendor's scripts: their words mean nothing. */
export type KnownFiles = ReadonlySet<string>;

const mostProblems = 20;
const attachmentFolder = `${pathTo('attachment', { digest: '', name: '' }).split('/')[1]}/`;

export interface GateOptions {
  fingerprints: Fingerprints;
  /** What the policy names. */
  policy?: PolicySearch;
  /** Words that the engine says itself: a handle that is one of them, or a term within one, is no find. */
  engineWords?: () => Promise<ReadonlySet<string>>;
  known?: KnownFiles;
  /** Files that the policy lets pass unread, and their digests. */
  permitted?: ReadonlyMap<string, string>;
  /** What the engine writes on every site and is no text; asked for where a term was found. */
  readOwnNames?: () => Promise<OwnNames>;
  privateFiles?: PrivateFiles;
  /** What earlier builds have searched. */
  memory?: GateMemory | undefined;
  /** Digests of the files, by their whole paths. */
  digests?: FileDigests | undefined;
  /** Awaited before each file, so that others go on. */
  pause?: () => Promise<void>;
}

/**
 * Reads `files`, paths relative to `folder`. A leak or a file that cannot be read is a problem; the private text
 * itself is never named, only where it comes from.
 */
export async function checkLeaks(folder: string, files: readonly string[], options: GateOptions): Promise<Problem[]> {
  const problems: Problem[] = [];
  const { policy, engineWords, readOwnNames, pause = async () => {} } = options;
  const createSearches = (inPolicy: TextSearch | undefined) => {
    const searches = new Map<Fingerprints, TermSearch>();
    return (fingerprints: Fingerprints) => {
      const search =
        searches.get(fingerprints) ?? createTermSearch({ fingerprints, inPolicy, engineWords, readOwnNames });
      searches.set(fingerprints, search);
      return search;
    };
  };
  const [ofTexts, ofIndexes] = [createSearches(policy?.inText), createSearches(policy?.inWords)];
  const readBytes = createFileReader();
  for (const file of files) {
    await pause();
    const search = isIndex(file) ? ofIndexes : ofTexts;
    for (const leak of await leaksIn(folder, file, { ...options, search, readBytes })) problems.push(leak);
    if (problems.length >= mostProblems) break;
  }
  return problems.slice(0, mostProblems);
}

interface FileOptions extends GateOptions {
  search: (fingerprints: Fingerprints) => TermSearch;
  readBytes: FileReader;
}

async function leaksIn(
  folder: string,
  file: string,
  { search, readBytes, fingerprints, known, permitted, privateFiles, memory, digests }: FileOptions,
): Promise<Problem[]> {
  const location = { file };
  const report = ({ kind, origin }: Leak, where: string) =>
    createProblem('gate/leak', location, { kind: `${kind}${where}`, origin });
  const path = join(folder, file);
  let bytes: Uint8Array | undefined;
  const bytesOf = () => {
    bytes ??= readBytes(path);
    return bytes;
  };
  const digest = digests?.digestOf(path, bytesOf) ?? digestOf(bytesOf());
  const original = privateFiles?.digests.get(digest) ?? privateFiles?.names.get(basename(file));
  const wantedInName = memory ? memory.leftOfName(file) : fingerprints;
  const inName = [
    ...(wantedInName ? await search(wantedInName).inName(file) : []).map((leak) => report(leak, ', in its name')),
    ...(original === undefined
      ? []
      : [createProblem('gate/leak', location, { kind: 'a copy of it', origin: original })]),
  ];
  if (known?.has(digest)) return inName;
  const isPermitted = permitted?.get(file) === digest;
  // What can be read in a PDF is searched all the same.
  if (isPermitted && !/\.pdf$/i.test(file)) return inName;
  const wanted = memory ? memory.left(file, digest) : fingerprints;
  try {
    const segments = () => (isPermitted ? permittedTexts(file, bytesOf()) : visibleSegments(file, bytesOf()));
    const leaks = wanted ? await search(wanted).inFile(await segments()) : [];
    if (leaks.length === 0) memory?.remember(file, digest);
    const distinct = new Map(leaks.map((leak) => [`${leak.kind} ${leak.origin}`, leak]));
    return [...inName, ...[...distinct.values()].map((leak) => report(leak, ''))];
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause;
    return [...inName, createProblem('gate/unreadable', location, { reason: cause.message })];
  }
}

/** Of `public/`, a person answers for what cannot be read; of a postmortem, there is no such file. */
async function permittedTexts(file: string, bytes: Uint8Array): Promise<string[]> {
  const { texts, failed } = await pdfTexts(bytes);
  if (failed !== undefined && file.startsWith(attachmentFolder)) throw new UnreadableFile(failed);
  return texts;
}

/** Files of the search that hold words, or their stems, out of their order. */
function isIndex(file: string): boolean {
  return /\.pf_(?:index|meta|filter)$/.test(file);
}

export function digestOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
