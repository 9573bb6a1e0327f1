/** The inside of a process that imports one file at a time, and can be ended. */
import type { ImportedPostmortem, ImportOptions, ImportSource } from '../author/importers/importer.ts';
import { type DocumentFile, readDocument } from '../author/importers/read-document.ts';
import { documentFormats, importers } from './importers.ts';

export interface ImportTask {
  format: string;
  source: DocumentFile;
  options: ImportOptions;
}

/** `failed` has no message, which may quote what was read; `isUnread` where the file is not what its name says. */
export type ImportOutcome =
  | { found: ImportedPostmortem[]; failed?: never }
  | { failed: { isTooDeep: boolean; isUnread: boolean; name: string; frames: string } };

process.on('message', async (task: ImportTask) => process.send?.(await run(task)));

async function run({ format, source: file, options }: ImportTask): Promise<ImportOutcome> {
  let source: ImportSource | undefined;
  try {
    source = documentFormats.includes(format)
      ? await readDocument(file)
      : { fileName: file.fileName, text: file.text ?? '' };
    return { found: importers[format]?.(source, options) ?? [] };
  } catch (cause) {
    const { name, stack = '' } = cause instanceof Error ? cause : new Error();
    const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
    const isUnread = source === undefined && file.bytes !== undefined;
    return { failed: { isTooDeep: cause instanceof RangeError, isUnread, name, frames: frames.join('\n') } };
  }
}
