/**
 * Searches files for what is private. A term may be as short as a handle of two letters, and as common as the name of an
 * element: where one was found, terms are searched apart from then on, in what is left without the engine's own names.
 */
import { type Fingerprints, findLeaks, fingerprintsWithout, type Leak } from '../redaction/fingerprints.ts';
import type { OwnNames } from './own-names.ts';
import type { Stretch } from './stretch.ts';
import { createStretchSearch, type StretchSearch } from './stretch-search.ts';

export interface TermSearch {
  /** Leaks in the stretches of one file. */
  inFile(stretches: readonly Stretch[]): Promise<Leak[]>;
  /** Leaks in its path. */
  inName(path: string): Promise<Leak[]>;
}

const isTerm = (name: string) => name.startsWith('a term of the policy ');

/** `readOwn` is asked once, and only where a term was found. */
export function createTermSearch(fingerprints: Fingerprints, readOwn?: () => Promise<OwnNames>): TermSearch {
  let search: StretchSearch = createStretchSearch(fingerprints);
  let own: OwnNames | undefined;
  const divide = async (read: () => Promise<OwnNames>) => {
    own = await read();
    const [others, terms] = [isTerm, (name: string) => !isTerm(name)].map((isLeftOut) => {
      const part = fingerprintsWithout(fingerprints, isLeftOut);
      return part && createStretchSearch(part, isLeftOut === isTerm ? undefined : own);
    });
    search = (stretches) => [...(others?.(stretches) ?? []), ...(terms?.(stretches) ?? [])];
  };
  const again = async (leaks: Leak[], stretches: readonly Stretch[]): Promise<Leak[]> => {
    if (own || !readOwn || !leaks.some(({ kind }) => kind === 'a term of the policy')) return leaks;
    await divide(readOwn);
    return search(stretches);
  };
  return {
    inFile: (stretches) => again(search(stretches), stretches),
    inName: (path) => again(own ? search([path]) : findLeaks(path, fingerprints), [path]),
  };
}
