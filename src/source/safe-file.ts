/** Reading files of an untrusted folder: plain files only, no links, bounded in size, nothing outside the folder. */
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createProblem, type Problem } from '../problem/problem.ts';

/** Largest text file read, in bytes. */
export const maximumTextBytes = 1_048_576;
/** Longest line of a text file read, in UTF-16 units. */
export const maximumLineLength = 50_000;
/** Largest image or CSV file read, in bytes. */
export const maximumAttachmentBytes = 26_214_400;

export type Read<T> = { value: T; problem?: never } | { value?: never; problem: Problem };

/**
 * Reads the plain file `name` of `folder` as bytes. `name` is one path segment; anything else, a link or a device is
 * refused, as is a file larger than `limit` bytes. `file` is the path shown to the author.
 */
export async function readPlainFile(
  folder: string,
  name: string,
  options: { file: string; limit: number },
): Promise<Read<Buffer>> {
  const place = { file: options.file };
  if (!isPlainName(name)) return { problem: createProblem('file/outside', place) };
  const path = join(folder, name);
  const status = await lstat(path).catch(() => undefined);
  if (!status) return { problem: createProblem('file/not-found', place, { path: options.file }) };
  if (!status.isFile()) return { problem: createProblem('file/outside', place) };
  if (status.size > options.limit) {
    return { problem: createProblem('file/too-large', place, { bytes: status.size, limit: options.limit }) };
  }
  return { value: await readFile(path) };
}

/** Reads a plain UTF-8 text file; a byte order mark is dropped, line ends become `\n`. */
export async function readPlainText(folder: string, name: string, options: { file: string }): Promise<Read<string>> {
  const read = await readPlainFile(folder, name, { ...options, limit: maximumTextBytes });
  return read.problem ? read : decodeText(read.value, options.file);
}

/** Decodes UTF-8; bytes that are none, NUL characters and over-long lines are refused. */
export function decodeText(bytes: Uint8Array, file: string): Read<string> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return { problem: createProblem('file/not-text', { file }) };
  }
  if (text.includes('\0')) return { problem: createProblem('file/not-text', { file }) };
  if (text.trim() === '') return { problem: createProblem('file/empty', { file }) };
  const line = text.split('\n').findIndex((content) => content.length > maximumLineLength);
  if (line >= 0) {
    return { problem: createProblem('file/line-too-long', { file, line: line + 1 }, { limit: maximumLineLength }) };
  }
  return { value: text };
}

/** True for a single path segment that names a file beside its user on every system. */
export function isPlainName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\\:\0]/.test(name) && name.length <= 200;
}
