/** Files that a later build believes only when they are whole and meant for it: their first line is a seal of the rest. */
import { hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { FileReader } from './file-reader.ts';

/** What was written under the same `key`; `undefined` when there is nothing, or it was damaged, cut off or of another key. */
export function readSealed(path: string, key: string, read?: FileReader): string | undefined {
  return readSealedBytes(path, key, read)?.toString('utf8');
}

/** The same, byte for byte. */
export function readSealedBytes(path: string, key: string, read: FileReader = readFileSync): Buffer | undefined {
  let content: Buffer;
  try {
    content = read(path);
  } catch {
    return undefined;
  }
  return unseal(content, key);
}

/** What stands behind the seal of a whole file that was read already. */
function unseal(content: Buffer, key: string): Buffer | undefined {
  const lineEnd = content.indexOf('\n');
  if (lineEnd < 0) return undefined;
  const body = content.subarray(lineEnd + 1);
  return content.toString('utf8', 0, lineEnd) === sealOf(key, body) ? body : undefined;
}

/** `key` has no line end. */
export function writeSealed(path: string, key: string, body: string | Uint8Array): void {
  writeWhole(path, `${sealOf(key, body)}\n`, body);
}

/**
 * Written beside and renamed: a stop leaves what was there, and threads or builds that write the same do not meet. `content` stands
 * in the file one after the other; to be joined first, it would take twice the memory.
 */
export function writeWhole(path: string, ...content: readonly (string | Uint8Array)[]): void {
  const part = `${path}.${process.pid}-${threadId}.part`;
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(part, 'w');
  try {
    for (const piece of content) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
  renameSync(part, path);
}

/** The same, on the disk itself before it returns: what is done next may be done once only. */
export function writeDurably(path: string, content: string): void {
  const part = `${path}.${process.pid}-${threadId}.part`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(part, content, { flush: true });
  renameSync(part, path);
}

/** Of text, its UTF-8. */
function sealOf(key: string, body: string | Uint8Array): string {
  return `${key} ${hash('sha256', body)}`;
}
