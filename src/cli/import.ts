/** `candor import FORMAT FILE… --into DIR`: writes one draft a postmortem, and a whole site where DIR holds none yet. */
import { basename, dirname, resolve } from 'node:path';
import type { ImportOptions } from '../author/importers/importer.ts';
import { createProblem, type Problem } from '../shared/problem/problem.ts';
import { filesToImport } from './import-folder.ts';
import { importJson, importTable, type Reported, reportDraft } from './import-report.ts';
import { addSite, importOptions } from './import-site.ts';
import { documentFormats, importFormats } from './importers.ts';
import { createLimitedImport, type LimitedImport } from './limited-import.ts';
import { type ImportPart, readArchive } from './read-archive.ts';
import { readImportFiles } from './read-import-files.ts';
import { createDraftWriter, type DraftWriter, type WrittenDraft } from './write-drafts.ts';

export interface ImportCommand {
  /** One of `importFormats`; anything else throws. */
  format: string;
  /** Files, and folders of them. */
  files: readonly string[];
  /** A site's folder; made when it does not exist. */
  into: string;
  /** The zone of times that are written without one. */
  zone?: string | undefined;
  /** Says what would be written, and writes nothing. */
  isDry?: boolean;
  /** Instead of lines for people, one object at the end. */
  asJson?: boolean;
  /** Takes one line for people at a time, a table or an object. */
  report: (line: string) => void;
}

/**
 * 0 when every file was imported, had been before or is no postmortem; 1 when one could not be read; the others are imported
 * all the same. Never overwrites a file, so that a second run changes nothing.
 */
export async function importPostmortems(command: ImportCommand): Promise<0 | 1> {
  const { format, into, zone, isDry = false, asJson = false, report } = command;
  if (!importFormats.includes(format)) throw new Error(`No importer for the format ${format}.`);
  const limited = createLimitedImport();
  const say = asJson ? () => {} : report;
  try {
    const placing = createDraftWriter(into, isDry);
    const reported: Reported[] = [];
    const given = filesToImport(command.files, { format, into });
    const files = format === 'slack' ? daysByChannel(given) : given.map((file) => [file]);
    for (const file of files)
      for (const part of partsOf(file, format))
        reported.push(
          ...(await importPart(part, { format, options: importOptions(into, zone), limited, placing, isDry, say })),
        );
    if (!isDry && reported.some((entry) => 'path' in entry)) addSite(into, say);
    if (asJson) report(importJson(reported, isDry));
    else report(`\n${importTable(reported)}`);
    return reported.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
  } finally {
    limited.close();
  }
}

interface Run {
  format: string;
  options: ImportOptions;
  limited: LimitedImport;
  placing: DraftWriter;
  isDry: boolean;
  say: (line: string) => void;
}

/** What an archive holds is imported one by one. */
function partsOf(files: readonly string[], format: string): ImportPart[] {
  const [file = ''] = files;
  if (/\.zip$/i.test(file) && documentFormats.includes(format)) return readArchive(file);
  return [{ file, source: readImportFiles(files, format) }];
}

async function importPart(
  { file, source }: ImportPart,
  { format, options, limited, placing, isDry, say }: Run,
): Promise<Reported[]> {
  const fail = (problem: Problem): Reported[] => {
    say(formatProblem(problem));
    return [{ file: problem.location.file, outcome: 'failed', because: problem.code }];
  };
  if ('complaint' in source) {
    say(source.complaint);
    return [{ file, outcome: 'failed', because: 'not allowed' }];
  }
  if ('problem' in source) return fail(source.problem);
  if ('leftOut' in source) {
    say(`${file}: left out, it is ${source.leftOut}.`);
    return [{ file, outcome: 'left out', because: source.leftOut }];
  }
  const named = format === 'slack' ? { ...source.file, fileName: basename(dirname(resolve(file))) } : source.file;
  const imported = await limited.run({ format, source: named, options }, file);
  if ('problem' in imported) return fail(imported.problem);
  if (imported.found.length === 0) return fail(createProblem('import/nothing-found', { file }, { format }));
  return imported.found.map((postmortem) => {
    const placed = placing(postmortem);
    say(`${file}: ${saidOf(placed, isDry)}`);
    return reportDraft(file, postmortem, placed);
  });
}

/** An export has a file a day, in a folder a channel. */
function daysByChannel(files: readonly string[]): string[][] {
  const channels = Map.groupBy(files, (file) => dirname(resolve(file)));
  return [...channels.values()];
}

function saidOf({ outcome, path }: WrittenDraft, isDry: boolean): string {
  if (outcome === 'written') return `${isDry ? 'would write' : 'wrote'} ${path}`;
  return `${path} is there already${outcome === 'unchanged' ? ', unchanged.' : ' and was left as it is.'}`;
}

function formatProblem({ location, severity, code, fact, remedy }: Problem): string {
  return `${location.file} ${severity} ${code}\n  ${fact}\n  ${remedy}`;
}
