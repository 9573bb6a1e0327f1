/** Brings a folder to exactly the files wanted; what is there already and whole is neither made nor touched again. */
import { hash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileDigests } from '../../disk/file-digests.ts';
import { listEntries } from '../../disk/list-entries.ts';
import { replaceFile } from '../../disk/output-writer.ts';
import { readSealed, writeSealed } from '../../disk/sealed-file.ts';

/** By their paths: what decides the content of a file, and the content, which is asked for where it is not there. */
export type FolderFiles = Map<
  string,
  { key: string; content: () => string | Uint8Array | Promise<string | Uint8Array> }
>;

interface Written {
  key: string;
  /** SHA-256 of the content. */
  sha256: string;
}

export interface FolderWriter {
  write(files: FolderFiles): Promise<void>;
}

/**
 * Remembers what it wrote: within a process as it is, for nothing else may write there; and for the next process in
 * `<folder>.json`, by which a file counts as there when its bytes are those that were written.
 */
export function createFolderWriter(folder: string, digests: FileDigests): FolderWriter {
  const path = `${folder}.json`;
  let written: ReadonlyMap<string, Written> | undefined;
  /** Gives the digest of the content. */
  const writeChanged = (name: string, content: string | Uint8Array) => {
    const file = join(folder, name);
    const sha256 = hash('sha256', content);
    if (digests.digestOf(file) === sha256) return sha256;
    mkdirSync(dirname(file), { recursive: true });
    digests.note(file, replaceFile(file, content));
    return sha256;
  };
  return {
    async write(files) {
      const earlier = written;
      const known = earlier ?? readMemory(path);
      const present = earlier ? [...earlier.keys()] : listEntries(folder).map(({ file }) => file);
      // Not known again until all of it is written.
      written = undefined;
      const made = new Map<string, Written>();
      for (const [name, file] of files) {
        const before = known.get(name);
        const isThere =
          before?.key === file.key && (earlier !== undefined || digests.digestOf(join(folder, name)) === before.sha256);
        made.set(name, isThere ? before : { key: file.key, sha256: writeChanged(name, await file.content()) });
      }
      for (const name of present) if (!files.has(name)) rmSync(join(folder, name));
      writeSealed(path, '', JSON.stringify(Object.fromEntries(made)));
      written = made;
    },
  };
}

/** A damaged memory counts as none. */
function readMemory(path: string): ReadonlyMap<string, Written> {
  return new Map(Object.entries(JSON.parse(readSealed(path, '') ?? '{}') as Record<string, Written>));
}
