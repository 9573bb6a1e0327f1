/**
 * SHA-256 digests of files, remembered by what the file system says of a file: while its place on the disk, its size
 * and both its times are the same, so are its bytes. Any program that writes to a file, replaces it or gives it another
 * name changes one of them; the index of Git rests on the same.
 */
import { hash } from 'node:crypto';
import { lstatSync, type Stats } from 'node:fs';
import { createFileReader } from './file-reader.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

export interface FileDigests {
  /** In hexadecimal, read where it is not known, by `read` if it is given; `undefined` when there is no plain file. */
  digestOf(path: string, read?: () => Uint8Array): string | undefined;
  /** Says that the file at `path` has these bytes, since it was just made of them. */
  note(path: string, digest: string): void;
  /** Remembers those of `paths`, for the next build. To be called when nothing is written, linked or renamed any more. */
  save(paths: Iterable<string>): void;
}

/** What is known of the bytes of a file, for as long as nothing but its entry changes. */
interface Known {
  digest: string;
  /** When its entry was changed last. */
  ctimeMs: number;
  /** Of this process: another name for it, or one less, changes when its entry was changed, and not its bytes. */
  isOwn: boolean;
}

/** The memory is the file at `path`; one that is damaged or not whole counts as none. */
export function openFileDigests(path: string): FileDigests {
  const known = readMemory(path);
  const readBytes = createFileReader();
  let noted = 0;
  const note = (status: Stats, digest: string) => {
    noted = performance.now();
    known.set(writingOf(status), { digest, ctimeMs: status.ctimeMs, isOwn: true });
  };
  const read = (file: string, status: Stats, bytesOf: () => Uint8Array = () => readBytes(file)) => {
    const digest = hash('sha256', bytesOf());
    note(status, digest);
    return digest;
  };
  return {
    digestOf(file, bytesOf) {
      const status = statusOf(file);
      if (!status) return undefined;
      const found = known.get(writingOf(status));
      return found?.ctimeMs === status.ctimeMs ? found.digest : read(file, status, bytesOf);
    },
    note(file, digest) {
      const status = statusOf(file);
      if (status) note(status, digest);
    },
    save(files) {
      waitForTick(noted);
      // What was written a moment ago, by the file system's own clock, may be written to again within the same tick.
      writeSealed(path, '', '');
      const now = lstatSync(path).ctimeMs;
      const lines = new Set<string>();
      for (const file of files) {
        const status = statusOf(file);
        if (!status || status.ctimeMs > now - tickMilliseconds / 2) continue;
        const found = known.get(writingOf(status));
        const isKnown = found !== undefined && (found.isOwn || found.ctimeMs === status.ctimeMs);
        const digest = isKnown ? found.digest : read(file, status);
        lines.add(`${digest} ${writingOf(status)} ${status.ctimeMs}`);
      }
      writeSealed(path, '', [...lines].join('\n'));
    },
  };
}

/** Longer than file systems take one moment for another. */
const tickMilliseconds = 60;

/** Until a tick has passed since `moment`. */
function waitForTick(moment: number): void {
  const left = moment + tickMilliseconds - performance.now();
  if (left > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, left);
}

function statusOf(path: string): Stats | undefined {
  const status = lstatSync(path, { throwIfNoEntry: false });
  return status?.isFile() ? status : undefined;
}

function writingOf({ dev, ino, size, mtimeMs }: Stats): string {
  return [dev, ino, size, mtimeMs].join(' ');
}

function readMemory(path: string): Map<string, Known> {
  const lines = readSealed(path, '')?.split('\n') ?? [];
  const known = lines.map((line): [string, Known] => {
    const [digestEnd, writingEnd] = [line.indexOf(' '), line.lastIndexOf(' ')];
    const ctimeMs = Number(line.slice(writingEnd + 1));
    return [line.slice(digestEnd + 1, writingEnd), { digest: line.slice(0, digestEnd), ctimeMs, isOwn: false }];
  });
  return new Map(known);
}
