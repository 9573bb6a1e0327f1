/** Reads the documents of an archive, such as Notion's export: one within another, and pictures and tables beside them. */
import { basename } from 'node:path';
import { documentEnding } from '../author/importers/read-document.ts';
import { unpackZip, type ZipPart } from '../author/importers/unpack-zip.ts';
import { createProblem } from '../shared/problem/problem.ts';
import { type ReadSource, readBytes, sourceOf } from './import-source.ts';

export interface ImportPart {
  /** The file as the user knows it; what an archive holds stands behind the archive's name. */
  file: string;
  source: ReadSource | { complaint: string };
}

/** Bytes that archives within an archive may unpack to, together. */
const bytesAllowed = 60_000_000;
/** With its pictures, which stay packed. */
const mostBytes = 200_000_000;

/** In the order of their names. No name in an archive is a path to read or write: its last part names a draft. */
export function readArchive(path: string): ImportPart[] {
  let parts: ZipPart[];
  try {
    const read = readBytes(path, mostBytes);
    if ('problem' in read) return [{ file: path, source: read }];
    parts = unpackAll(read.bytes);
  } catch {
    // Whatever a directory of an archive says, it was written by others.
    return [{ file: path, source: { problem: createProblem('import/unreadable', { file: path }) } }];
  }
  const documents = parts
    .map(({ name, bytes }) => ({ file: `${path}/${plainName(name)}`, bytes }))
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  if (documents.length === 0)
    return [
      {
        file: path,
        source: { problem: createProblem('import/nothing-found', { file: path }, { format: 'document' }) },
      },
    ];
  return documents.map(({ file, bytes }) => ({
    file,
    source: isTable(file) ? { leftOut: 'a table' } : sourceOf(file, bytes, true),
  }));
}

/** With what stands in archives one level below. */
function unpackAll(bytes: Buffer): ZipPart[] {
  let left = bytesAllowed;
  return unpackZip(bytes, { isWanted: (name) => isArchive(name) || isRead(name) }).flatMap((part) => {
    if (!isArchive(part.name)) return [part];
    const inner = unpackZip(part.bytes, { limit: left, isWanted: isRead });
    left -= inner.reduce((sum, { bytes: content }) => sum + content.length, 0);
    return inner;
  });
}

function isArchive(name: string): boolean {
  return /\.zip$/i.test(name);
}

/** Shown on a terminal: of letters, and without steps out of its folder. */
function plainName(name: string): string {
  return name
    .replace(/[\p{C}:]/gu, ' ')
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
}

/** What a system keeps for itself begins with a dot, or with `__`. */
function isRead(path: string): boolean {
  const name = basename(plainName(path));
  return !/^(?:\.|__)/.test(name) && !/(?:^|\/)__MACOSX\//.test(path) && (documentEnding.test(name) || isTable(name));
}

function isTable(name: string): boolean {
  return /\.csv$/i.test(name);
}
