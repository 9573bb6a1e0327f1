/** What `candor new --from` is given: a form, the export of an incident tool, a document, or the folder of a channel. */
import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type ReadForm, readIssueForm } from '../author/drafting/read-issue-form.ts';
import { detectFormat } from '../author/importers/detect-format.ts';
import type { ImportedPostmortem } from '../author/importers/importer.ts';
import { readIncident } from '../author/importers/read-incident.ts';
import { listEntries } from '../disk/list-entries.ts';
import { printProblems } from '../shared/problem/print-problems.ts';
import { createProblem } from '../shared/problem/problem.ts';
import { importOptions } from './import-site.ts';
import { createLimitedImport } from './limited-import.ts';
import { readImportFiles } from './read-import-files.ts';

export interface FromFileOptions {
  site: string;
  /** The zone of times without one, where it was named. */
  zone: string | undefined;
  /** Reads a moment as it was typed into a form. */
  momentOf(typed: string): string | undefined;
  /** How hints write a command. */
  call(words: string): string;
}

/** `incident` fills the site's template; `imported` is a whole draft by itself. `complaint` is for the terminal. */
export type FromFile =
  | { incident: ReadForm }
  | { imported: ImportedPostmortem }
  | { complaint: string; isUsage: boolean };

export async function draftFromFile(path: string, options: FromFileOptions): Promise<FromFile> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return usage(`--from: ${path} cannot be read.`);
  if (stats.isDirectory()) return fromChannel(path, options);
  // What is no text is told by its name; of a text the words decide.
  const source = readImportFiles([path], isData(path) ? 'json' : 'document');
  if ('complaint' in source) return refuse(source.complaint);
  if ('problem' in source) return refuse(printProblems([source.problem]));
  if ('leftOut' in source) return refuse(`--from: ${path} is ${source.leftOut}.`);
  const { fileName, text } = source.file;
  const form = text === undefined ? undefined : readIssueForm(text, options.momentOf);
  if (form) return { incident: form };
  const format = text === undefined ? 'document' : detectFormat({ fileName, text });
  const incident = isOfTemplate(format) ? readIncident(text ?? '') : undefined;
  if (incident?.title !== undefined) return { incident };
  if (format === 'json') return incident ? { incident } : usage(`--from: ${path} is not the JSON of one incident.`);
  return importOne([path], { ...options, format });
}

/** Whole lines of JSON are longer than those of people. */
function isData(path: string): boolean {
  return /\.json$/i.test(path);
}

/** Tools whose incidents fill the site's template, and what is of no known tool. */
function isOfTemplate(format: string): boolean {
  return ['json', 'incident.io', 'pagerduty'].includes(format);
}

/** A folder of an export has a file a day. */
function fromChannel(folder: string, options: FromFileOptions): Promise<FromFile> | FromFile {
  const days = listEntries(folder).filter(({ file, entry }) => entry.isFile() && /^[^/]+\.json$/i.test(file));
  if (days.length === 0)
    return usage(`--from: ${folder} is a folder without the days of a channel (JSON); name one document or export.`);
  const files = days.map(({ file }) => join(folder, file));
  return importOne(files, { ...options, format: 'slack' });
}

async function importOne(
  files: readonly string[],
  { format, site, zone, call }: FromFileOptions & { format: string },
): Promise<FromFile> {
  const [file = ''] = files;
  const source = readImportFiles(files, format);
  if (!('file' in source)) return refuse('complaint' in source ? source.complaint : `--from: ${file} cannot be read.`);
  const named = format === 'slack' ? { ...source.file, fileName: basename(dirname(resolve(file))) } : source.file;
  const limited = createLimitedImport();
  try {
    const outcome = await limited.run({ format, source: named, options: importOptions(site, zone) }, file);
    if ('problem' in outcome) return refuse(printProblems([outcome.problem]));
    const [found, ...others] = outcome.found;
    if (found === undefined)
      return refuse(printProblems([createProblem('import/nothing-found', { file }, { format })]));
    if (others.length > 0)
      return usage(
        `--from: ${file} holds ${others.length + 1} incidents, and \`new\` begins one. \`${call(`import ${format} ${file} --into .`)}\` takes them all.`,
      );
    return { imported: found };
  } finally {
    limited.close();
  }
}

/** Called wrongly, or with a file that is none of these. */
function usage(complaint: string): FromFile {
  return { complaint, isUsage: true };
}

function refuse(complaint: string): FromFile {
  return { complaint, isUsage: false };
}
