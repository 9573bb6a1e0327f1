/** What an import reads of its files, and what it says of those that it may not read. */
import { basename } from 'node:path';
import { parseJson } from '../author/importers/read-json.ts';
import { createProblem } from '../shared/problem/problem.ts';
import { type ReadSource, readSource } from './import-source.ts';
import { documentFormats } from './importers.ts';

/** The days of one channel as one text; of all other formats, one file. */
export function readImportFiles(files: readonly string[], format: string): ReadSource | { complaint: string } {
  return files.length > 1 ? joinDays(files) : readFile(files[0] ?? '', documentFormats.includes(format));
}

/** One list of the messages of all days. */
function joinDays(files: readonly string[]): ReadSource | { complaint: string } {
  const days: unknown[] = [];
  for (const file of files) {
    const source = readFile(file, false);
    if (!('file' in source)) return source;
    const messages = parseJson(source.file.text ?? '');
    if (!Array.isArray(messages))
      return { problem: createProblem('import/nothing-found', { file }, { format: 'slack' }) };
    days.push(...messages);
  }
  return { file: { fileName: '', text: JSON.stringify(days) } };
}

function readFile(file: string, isDocument: boolean): ReadSource | { complaint: string } {
  try {
    return readSource(file, isDocument);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code !== 'EACCES' && code !== 'EPERM') throw cause;
    return {
      complaint: `${basename(file)} error\n  You may not read it.\n  Change its permissions, or copy it.`,
    };
  }
}
