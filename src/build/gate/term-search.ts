/**
 * Searches files for what is private. A term may be as short as a handle of two letters, and as common as the name of an
 * element: where one was found, terms are searched apart from then on, in what is left without the engine's own names.
 */
import {
  type Fingerprints,
  fingerprintCandidates,
  fingerprintsWithout,
  type Leak,
} from '../../shared/text/fingerprints.ts';
import type { OwnNames } from './own-names.ts';
import type { PolicyLeak, TextSearch } from './policy-search.ts';
import { createSegmentSearch, type SegmentSearch } from './segment-search.ts';
import type { TextSegment } from './text-segment.ts';

export interface TermSearch {
  /** Leaks in the segments of one file. */
  inFile(segments: readonly TextSegment[]): Promise<Leak[]>;
  /** Leaks in its path. */
  inName(path: string): Promise<Leak[]>;
}

export interface TermSearchOptions {
  fingerprints: Fingerprints;
  /** Finds what the policy names. */
  inPolicy?: TextSearch | undefined;
  /** Words that the engine says itself: a handle that is one of them, or a term within one, is no find. */
  engineWords?: (() => Promise<ReadonlySet<string>>) | undefined;
  /** Asked once, and only where a term was found. */
  readOwnNames?: (() => Promise<OwnNames>) | undefined;
}

const isTerm = (name: string) => name.startsWith('a term of the policy ');

export function createTermSearch(options: TermSearchOptions): TermSearch {
  const { fingerprints, inPolicy, engineWords, readOwnNames } = options;
  let search = createSegmentSearch(fingerprints, { inPolicy });
  let isDivided = readOwnNames === undefined;
  const find = async (segments: readonly TextSegment[]): Promise<Leak[]> => {
    const leaks = search(segments);
    if (isDivided || !readOwnNames || !leaks.some(isOfTerm)) return withoutEngineWords(leaks, engineWords);
    search = divide(options, await readOwnNames());
    isDivided = true;
    return withoutEngineWords(search(segments), engineWords);
  };
  return { inFile: find, inName: (path) => find([path]) };
}

function isOfTerm({ kind, isOfPolicy }: PolicyLeak): boolean {
  return isOfPolicy === true || kind === 'a term of the policy';
}

/** Terms in what is left without the engine's own names, all else in everything. */
function divide({ fingerprints, inPolicy }: TermSearchOptions, own: OwnNames): SegmentSearch {
  const others = fingerprintsWithout(fingerprints, isTerm);
  const terms = fingerprintsWithout(fingerprints, (name) => !isTerm(name)) ?? fingerprintCandidates([]);
  const [inOthers, inTerms] = [others && createSegmentSearch(others), createSegmentSearch(terms, { own, inPolicy })];
  return (segments) => [...(inOthers?.(segments) ?? []), ...inTerms(segments)];
}

async function withoutEngineWords(
  leaks: readonly PolicyLeak[],
  engineWords: TermSearchOptions['engineWords'],
): Promise<PolicyLeak[]> {
  if (!engineWords || leaks.every(({ word }) => word === undefined)) return [...leaks];
  const words = await engineWords();
  return leaks.filter(({ word }) => word === undefined || !words.has(word));
}
