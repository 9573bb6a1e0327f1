/** Reading files of an untrusted folder: plain files only, no links, bounded in size, nothing outside the folder. */
import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { constants, type FileHandle, lstat, open } from 'node:fs/promises';
import { join } from 'node:path';
import { createProblem, type Problem } from '../shared/problem/problem.ts';

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
  const location = { file: options.file };
  if (!isPlainName(name)) return { problem: createProblem('file/outside', location) };
  const path = join(folder, name);
  const status = statusOf(path);
  if (!status) return { problem: createProblem('file/not-found', location, { path: options.file }) };
  if (!status.isFile()) return { problem: createProblem('file/outside', location) };
  if (status.size > options.limit) {
    return { problem: createProblem('file/too-large', location, { bytes: status.size, limit: options.limit }) };
  }
  return { value: readFileSync(path) };
}

/** Not followed where it is a link. `undefined` where nothing can be known of it. */
function statusOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

/**
 * Opens the plain file at `path`, with `/`, below the folder `root`. `undefined` where there is none, and where a step on
 * the way is a link. `root` itself may be one.
 */
export async function openPlainFile(root: string, path: string): Promise<FileHandle | undefined> {
  const steps = path.split('/');
  if (!steps.every(isPlainName)) return undefined;
  for (const [index] of steps.entries()) {
    const status = await lstat(join(root, ...steps.slice(0, index + 1))).catch(() => undefined);
    if (!(index === steps.length - 1 ? status?.isFile() : status?.isDirectory())) return undefined;
  }
  // Where the system has it, also a link that was put there a moment ago is none of ours.
  return open(join(root, ...steps), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(() => undefined);
}

/**
 * The text of a file that authors write, by its path below the site, for showing what it says; `undefined` for every file
 * that a build would not read.
 */
export async function readSiteText(site: string, path: string): Promise<string | undefined> {
  const bytes = await readSiteFile(site, path, maximumTextBytes);
  return bytes && decodeText(bytes, path).value;
}

/** The bytes of a file that authors write, by its path below the site; `undefined` for one that a build would not read. */
export async function readSiteFile(
  site: string,
  path: string,
  limit = maximumAttachmentBytes,
): Promise<Buffer | undefined> {
  const file = await openPlainFile(site, path);
  if (!file) return undefined;
  try {
    return (await file.stat()).size > limit ? undefined : await file.readFile();
  } finally {
    await file.close();
  }
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
