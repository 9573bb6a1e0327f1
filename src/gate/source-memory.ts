/**
 * What the leak gate knows of each postmortem's sources from the build before, by the bytes of all files in its folder.
 * It holds private text, as the cache does. A memory that is damaged, not whole, or of another key counts as none.
 */
import { hash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSealed, writeSealed } from '../files/sealed-file.ts';
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
  /** The same postmortems in the order in which their texts are read and kept fastest. */
  ordered(slugs: readonly string[]): string[];
  /** Public texts of a postmortem with this key. */
  readTexts(slug: string, key: string): readonly string[] | undefined;
  keepTexts(slug: string, key: string, texts: readonly string[]): void;
  save(sources: RememberedSources): void;
}

/** Texts of one postmortem, with the key that they were read under. */
type KeptTexts = readonly [key: string, texts: readonly string[]];

/** Texts of many postmortems lie in one file: in one each, opening them costs more than reading. */
const shelfCount = 64;

/** `key`: digest of all that decides a division beside the files. */
export function openSourceMemory(folder: string, key: string): SourceMemory {
  const list = join(folder, 'sources.json');
  const earlier = parse<RememberedSources>(readSealed(list, key));
  const shelves = openShelves(join(folder, 'texts'), key);
  return {
    earlier,
    ordered: (slugs) => slugs.toSorted((a, b) => shelfOf(a) - shelfOf(b)),
    readTexts(slug, sourceKey) {
      const [keptKey, texts] = shelves.open(slug).get(slug) ?? [];
      return keptKey === sourceKey ? texts : undefined;
    },
    keepTexts(slug, sourceKey, texts) {
      shelves.open(slug).set(slug, [sourceKey, texts]);
      shelves.change();
    },
    save(sources) {
      const slugs = new Set(sources.postmortems.map(({ slug }) => slug));
      for (const { slug } of earlier?.postmortems ?? [])
        if (!slugs.has(slug) && shelves.open(slug).delete(slug)) shelves.change();
      shelves.close();
      writeSealed(list, key, JSON.stringify(sources));
    },
  };
}

function shelfOf(slug: string): number {
  return Number.parseInt(hash('sha256', slug).slice(0, 8), 16) % shelfCount;
}

/** One is open at a time, and written before the next is. */
function openShelves(folder: string, key: string) {
  let [number, isChanged, texts] = [-1, false, new Map<string, KeptTexts>()];
  const fileOf = (shelf: number) => join(folder, `${shelf}.json`);
  const write = () => {
    if (isChanged && texts.size > 0) writeSealed(fileOf(number), key, JSON.stringify([...texts]));
    else if (isChanged) rmSync(fileOf(number), { force: true });
    isChanged = false;
  };
  return {
    /** The shelf of a postmortem: texts by slugs. */
    open(slug: string): Map<string, KeptTexts> {
      const shelf = shelfOf(slug);
      if (shelf === number) return texts;
      write();
      number = shelf;
      texts = new Map(parse<[string, KeptTexts][]>(readSealed(fileOf(shelf), key)));
      return texts;
    },
    /** To be called when the open shelf was changed. */
    change() {
      isChanged = true;
    },
    close: write,
  };
}

function parse<T>(body: string | undefined): T | undefined {
  return body === undefined ? undefined : (JSON.parse(body) as T);
}
