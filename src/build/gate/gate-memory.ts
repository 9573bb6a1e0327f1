/**
 * What the leak gate has searched before: files with these bytes, for these fingerprints, without a find. A file whose
 * bytes are the same is searched for new fingerprints only, since each is found, or not, whatever the others are.
 */
import { hash } from 'node:crypto';
import { readSealed, writeSealed } from '../../disk/sealed-file.ts';
import { type Fingerprints, fingerprintsWithout, namesOf } from '../../shared/text/fingerprints.ts';

export interface GateMemory {
  /** What is still to be searched in a file with this SHA-256 digest; `undefined` when there is nothing. */
  left(file: string, digest: string): Fingerprints | undefined;
  /** What is still to be searched in the path of a file. */
  leftOfName(file: string): Fingerprints | undefined;
  /** To be called for a file that was searched for what was left, and has none of it. */
  remember(file: string, digest: string): void;
  /** Keeps what was remembered for the next build. Call it only when nothing was found anywhere. */
  save(): void;
}

export interface GateMemoryOptions {
  /** The file of the memory, outside everything that is published: it tells of private text by hashes of it. */
  path: string;
  /** Digest of all that decides a search beside text and fingerprints: the gate's code, its libraries, the policy, Node. */
  key: string;
  fingerprints: Fingerprints;
}

interface Remembered {
  /** Hashes of the fingerprints that were searched, 22 letters each, one after the other. */
  searched: string;
  /** SHA-256 digests of files by their paths. */
  clean: Record<string, string>;
}

/** A memory that is damaged, not whole, or of another key counts as none: then everything is searched. */
export function openGateMemory({ path, key, fingerprints }: GateMemoryOptions): GateMemory {
  const earlier = readMemory(path, key);
  const known = new Set(earlier?.searched.match(/.{22}/g) ?? []);
  const added = earlier ? fingerprintsWithout(fingerprints, (name) => known.has(hashOf(name))) : fingerprints;
  const clean: Record<string, string> = {};
  return {
    left: (file, digest) =>
      earlier && Object.hasOwn(earlier.clean, file) && earlier.clean[file] === digest ? added : fingerprints,
    leftOfName: (file) => (earlier && Object.hasOwn(earlier.clean, file) ? added : fingerprints),
    remember: (file, digest) => {
      clean[file] = digest;
    },
    save() {
      const searched = namesOf(fingerprints).map(hashOf).sort().join('');
      writeSealed(path, key, JSON.stringify({ searched, clean } satisfies Remembered));
    },
  };
}

function readMemory(path: string, key: string): Remembered | undefined {
  const body = readSealed(path, key);
  return body === undefined ? undefined : (JSON.parse(body) as Remembered);
}

/** 128 bits, as 22 letters. */
function hashOf(name: string): string {
  return hash('sha256', name, 'base64url').slice(0, 22);
}
