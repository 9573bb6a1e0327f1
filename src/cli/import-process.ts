/** The inside of a process that imports one file at a time, and can be ended. */
import type { ImportedPostmortem, ImportOptions, ImportSource } from '../author/importers/importer.ts';
import { importers } from './importers.ts';

export interface ImportTask {
  format: string;
  source: ImportSource;
  options: ImportOptions;
}

/** `failed` has no message, which may quote what was read. */
export type ImportOutcome =
  | { found: ImportedPostmortem[]; failed?: never }
  | { failed: { isTooDeep: boolean; name: string; frames: string } };

process.on('message', ({ format, source, options }: ImportTask) => {
  process.send?.(run(() => importers[format]?.(source, options) ?? []));
});

function run(work: () => ImportedPostmortem[]): ImportOutcome {
  try {
    return { found: work() };
  } catch (cause) {
    const { name, stack = '' } = cause instanceof Error ? cause : new Error();
    const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
    return { failed: { isTooDeep: cause instanceof RangeError, name, frames: frames.join('\n') } };
  }
}
