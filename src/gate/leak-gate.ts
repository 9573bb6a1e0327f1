/** The last lock: nothing is published before every byte of it was compared with all that is private. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FileDigests } from '../files/file-digests.ts';
import { createProblem, type Problem } from '../problem/problem.ts';
import { type Fingerprints, findLeaks, type Leak } from '../redaction/fingerprints.ts';
import type { PrivateFiles } from './attached-file.ts';
import { createFoundSoFar, type FoundSoFar } from './found-so-far.ts';
import type { GateMemory } from './gate-memory.ts';
import {
  formsOf,
  innerStretches,
  type Stretch,
  stretchesOfTag,
  UnreadableOutput,
  visibleStretches,
} from './visible-stretches.ts';

/** Digests of files that are the same in every site, such as a vendor's scripts: their words mean nothing. */
export type KnownFiles = ReadonlySet<string>;

const mostProblems = 20;

export interface GateOptions {
  fingerprints: Fingerprints;
  known?: KnownFiles;
  privateFiles?: PrivateFiles;
  /** What earlier builds have searched. */
  memory?: GateMemory | undefined;
  /** Digests of the files, by their whole paths. */
  digests?: FileDigests | undefined;
}

/**
 * Reads `files`, paths relative to `folder`. A leak or a file that cannot be read is a problem; the private text
 * itself is never named, only where it comes from.
 */
export async function checkLeaks(folder: string, files: readonly string[], options: GateOptions): Promise<Problem[]> {
  const problems: Problem[] = [];
  // A page's chrome and a list's rows come again and again: each distinct stretch is searched once.
  const searched: Searched = new Map();
  for (const file of files) {
    for (const leak of await leaksIn(folder, file, searched, options)) problems.push(leak);
    if (problems.length >= mostProblems) break;
  }
  return problems.slice(0, mostProblems);
}

async function leaksIn(
  folder: string,
  file: string,
  searched: Searched,
  { fingerprints, known, privateFiles, memory, digests }: GateOptions,
): Promise<Problem[]> {
  const place = { file };
  const report = ({ kind, origin }: Leak, where: string) =>
    createProblem('gate/leak', place, { kind: `${kind}${where}`, origin });
  const path = join(folder, file);
  const digest = digests?.digestOf(path) ?? digestOf(readFileSync(path));
  const original = privateFiles?.digests.get(digest) ?? privateFiles?.names.get(basename(file));
  const inName = [
    ...leaksInName(file, memory ? memory.leftOfName(file) : fingerprints).map((leak) => report(leak, ', in its name')),
    ...(original === undefined ? [] : [createProblem('gate/leak', place, { kind: 'a copy of it', origin: original })]),
  ];
  if (known?.has(digest)) return inName;
  const wanted = memory ? memory.left(file, digest) : fingerprints;
  try {
    const stretches = wanted ? await visibleStretches(file, readFileSync(path)) : [];
    const leaks: Leak[] = [];
    for (const stretch of stretches)
      for (const leak of searchOnce(stretch, wanted ?? fingerprints, searched)) leaks.push(leak);
    if (leaks.length === 0) memory?.remember(file, digest);
    const distinct = new Map(leaks.map((leak) => [`${leak.kind} ${leak.origin}`, leak]));
    return [...inName, ...[...distinct.values()].map((leak) => report(leak, ''))];
  } catch (cause) {
    if (!(cause instanceof UnreadableOutput)) throw cause;
    return [createProblem('gate/unreadable', place, { reason: cause.message })];
  }
}

function leaksInName(file: string, wanted: Fingerprints | undefined): Leak[] {
  return wanted ? findLeaks(file, wanted) : [];
}

/** Leaks in each stretch so far, by the fingerprints that were searched. */
type Searched = Map<Fingerprints, { texts: FoundSoFar; tags: FoundSoFar }>;

function searchOnce(stretch: Stretch, fingerprints: Fingerprints, searched: Searched, depth = 0): Leak[] {
  let known = searched.get(fingerprints);
  if (!known) {
    known = { texts: createFoundSoFar(), tags: createFoundSoFar() };
    searched.set(fingerprints, known);
  }
  const [kind, key] = typeof stretch === 'string' ? [known.texts, keyOf(stretch)] : [known.tags, stretch.tag];
  const seen = kind.get(key);
  if (seen) return seen;
  const leaks = search(stretch, fingerprints, searched, depth);
  kind.set(key, leaks.length === 0 ? none : leaks);
  return leaks;
}

function search(stretch: Stretch, fingerprints: Fingerprints, searched: Searched, depth: number): Leak[] {
  const found: Leak[] = [];
  const searchAll = (parts: readonly Stretch[], at: number) => {
    for (const part of parts) for (const leak of searchOnce(part, fingerprints, searched, at)) found.push(leak);
  };
  if (typeof stretch !== 'string') searchAll(stretchesOfTag(stretch), depth);
  else
    for (const form of formsOf(stretch)) {
      // Markup is searched by its parts, which hold every character of it but the signs of its tags.
      const parts = depth < deepestMarkup ? innerStretches(form) : [];
      if (parts.length > 0) searchAll(parts, depth + 1);
      else found.push(...findLeaks(form, fingerprints));
    }
  return found;
}

/** Long ones are remembered by their digest. */
function keyOf(stretch: string): string {
  return stretch.length < 64 ? stretch : hash('sha256', stretch, 'base64');
}

const none: Leak[] = [];
/** Markup escaped within markup, so many times. */
const deepestMarkup = 4;

export function digestOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
