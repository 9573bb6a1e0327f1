/**
 * What the leak gate knows of each postmortem's sources from the build before, by the bytes of all files in its folder.
 * It holds private text, as the cache does. A memory that is damaged, not whole, or of another key counts as none.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSealed, sealed, writeSealed } from '../files/sealed-file.ts';
import type { PrivateText } from '../redaction/fingerprints.ts';
import type { AttachedFile } from './attached-file.ts';

export interface RememberedSource {
  slug: string;
  /** Of the names and bytes of its files. */
  key: string;
  /** From when on it may be public, in milliseconds. */
  publicFrom?: number;
  /** Whether all of it was private. */
  isWithheld: boolean;
  privateTexts: PrivateText[];
  files: AttachedFile[];
  /** Which of all fingerprints, by their places in order, its public text holds. */
  held: number[];
}

/** In order, which decides the places of fingerprints; `ground` are private texts of no postmortem, and come first. */
export interface RememberedSources {
  /** Which of all fingerprints, by their places, the engine with this digest says itself. */
  engine: { digest: string; said: number[] };
  ground: PrivateText[];
  postmortems: RememberedSource[];
}

export interface SourceMemory {
  earlier: RememberedSources | undefined;
  /** Public texts of a postmortem with this key. */
  readTexts(slug: string, key: string): readonly string[] | undefined;
  keepTexts(slug: string, key: string, texts: readonly string[]): void;
  save(sources: RememberedSources): void;
}

/** `key`: digest of all that decides a division beside the files. */
export function openSourceMemory(folder: string, key: string): SourceMemory {
  const [list, texts] = [join(folder, 'sources.json'), join(folder, 'texts')];
  const textFile = (slug: string) => join(texts, `${slug}.json`);
  return {
    earlier: parse<RememberedSources>(readSealed(list, key)),
    readTexts: (slug, sourceKey) => parse<string[]>(readSealed(textFile(slug), `${key}${sourceKey}`)),
    keepTexts(slug, sourceKey, publicTexts) {
      mkdirSync(texts, { recursive: true });
      // A file that is written by half is not whole, and counts as none.
      writeFileSync(textFile(slug), sealed(`${key}${sourceKey}`, JSON.stringify(publicTexts)));
    },
    save(sources) {
      mkdirSync(texts, { recursive: true });
      const wanted = new Set(sources.postmortems.map(({ slug }) => `${slug}.json`));
      for (const name of readdirSync(texts)) if (!wanted.has(name)) rmSync(join(texts, name), { recursive: true });
      writeSealed(list, key, JSON.stringify(sources));
    },
  };
}

function parse<T>(body: string | undefined): T | undefined {
  return body === undefined ? undefined : (JSON.parse(body) as T);
}
