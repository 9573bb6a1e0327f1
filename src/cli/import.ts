/** `candor import FORMAT FILE… --into DIR`: writes one draft a postmortem, and a whole site where DIR holds none yet. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { importCstate } from '../importers/cstate.ts';
import { importGithubIssues } from '../importers/github-issues.ts';
import type { ImportedPostmortem, Importer } from '../importers/importer.ts';
import { importMarkdown } from '../importers/markdown.ts';
import { starterFolders, starterSite } from '../importers/starter-site.ts';
import { importStatuspage } from '../importers/statuspage.ts';
import { createProblem, type Problem } from '../problem/problem.ts';
import { decodeText, maximumTextBytes } from '../source/safe-file.ts';

/** Importers by the name of their format; a further format is one more entry. */
const importers: Record<string, Importer> = {
  markdown: importMarkdown,
  statuspage: importStatuspage,
  cstate: importCstate,
  github: importGithubIssues,
};

/** Names of the formats that can be imported. */
export const importFormats = Object.keys(importers);

export interface ImportCommand {
  /** One of `importFormats`; anything else throws. */
  format: string;
  files: readonly string[];
  /** A site's folder; made when it does not exist. */
  into: string;
  /** Takes one line for people at a time. */
  report: (line: string) => void;
}

/**
 * 0 when every file was imported or had been before, 1 when one could not be read; the others are imported all the same.
 * Never overwrites a file, so that a second run changes nothing.
 */
export function importPostmortems({ format, files, into, report }: ImportCommand): 0 | 1 {
  const importer = Object.hasOwn(importers, format) ? importers[format] : undefined;
  if (importer === undefined) throw new Error(`No importer for the format ${format}.`);
  const options = { severity: severityOf(into), services: servicesOf(into) };
  const written = new Map<string, string>();
  let failed = false;
  for (const file of files) {
    const source = readSource(file);
    if ('complaint' in source) {
      failed = true;
      report(source.complaint);
      continue;
    }
    const found = importer({ fileName: basename(file), text: source.text }, options);
    if (found.length === 0) {
      failed = true;
      report(formatProblem(createProblem('import/nothing-found', { file }, { format })));
    }
    for (const postmortem of found) {
      const other = written.get(postmortem.slug);
      if (other === undefined) report(place(postmortem, into, file));
      else report(formatProblem(createProblem('record/duplicate', { file }, { what: 'slug', value: postmortem.slug })));
      failed ||= other !== undefined;
      written.set(postmortem.slug, file);
    }
  }
  if (written.size > 0) addSite(into, report);
  return failed ? 1 : 0;
}

/** The text of a file, or what is wrong with it. Links are followed: the file is the user's own. */
function readSource(file: string): { text: string } | { complaint: string } {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    const problem =
      stats === undefined
        ? createProblem('file/not-found', { file }, { path: file })
        : !stats.isFile()
          ? createProblem('file/unexpected', { file }, { name: basename(file) })
          : stats.size > maximumTextBytes
            ? createProblem('file/too-large', { file }, { bytes: stats.size, limit: maximumTextBytes })
            : undefined;
    if (problem) return { complaint: formatProblem(problem) };
    const read = decodeText(readFileSync(file), file);
    return read.problem ? { complaint: formatProblem(read.problem) } : { text: read.value };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code !== 'EACCES' && code !== 'EPERM') throw cause;
    return { complaint: `${file} error\n  You may not read this file.\n  Change its permissions, or copy it.` };
  }
}

/** Writes the draft unless its place is taken, and says in one line what became of the file. */
function place(postmortem: ImportedPostmortem, into: string, file: string): string {
  const path = join('content', 'postmortems', postmortem.slug, 'index.mdx');
  const target = join(into, path);
  if (existsSync(dirname(target))) {
    const same = existsSync(target) && readFileSync(target, 'utf8') === postmortem.mdx;
    return `${file}: ${path} is there already${same ? ', unchanged.' : ' and was left as it is.'}`;
  }
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, postmortem.mdx, { flag: 'wx' });
  return `${file}: wrote ${path}\n  ${describe(postmortem)}`;
}

function describe({ understood, todo }: ImportedPostmortem): string {
  const { id, zone, timelineRows, timedRows, times, contributingFactors, actionItems, attendees } = understood;
  const parts = [
    timelineRows === 0
      ? 'no timeline'
      : `${count(timelineRows, 'timeline row')}, ${timedRows} with a time (${zone ?? 'no zone stated'})`,
    times.length === 0 ? 'no times inferred' : `${times.join(', ')} inferred`,
    count(contributingFactors, 'contributing factor'),
    `${count(actionItems, 'action item')} in the story`,
    `${count(attendees, 'attendee')} kept internal`,
    `${todo.length} to do`,
  ];
  return `${id}: ${parts.join('; ')}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Writes the settings without which the folder is no site; leaves each that exists. */
function addSite(into: string, report: (line: string) => void): void {
  if (existsSync(join(into, 'content', 'site.yaml'))) return;
  for (const folder of starterFolders) mkdirSync(join(into, folder), { recursive: true });
  for (const [path, text] of Object.entries(starterSite)) {
    const target = join(into, path);
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: 'wx' });
    report(`wrote ${path}`);
  }
}

/** The severity for postmortems that state none: `unclassified` where the site knows it, else the site's mildest. */
function severityOf(into: string): string {
  const path = join(into, 'content', 'site.yaml');
  if (!existsSync(path)) return 'unclassified';
  const severities: unknown = parse(readFileSync(path, 'utf8'))?.severities;
  const ids = Array.isArray(severities) ? severities.map((severity) => String(severity?.id)) : [];
  return ids.includes('unclassified') ? 'unclassified' : (ids.at(-1) ?? 'unclassified');
}

/** Services of the site that is imported into; none where it is new. */
function servicesOf(into: string): { id: string; name: string }[] {
  const folder = join(into, 'content', 'services');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  return files.sort().map((name) => {
    const id = name.replace(/\.yaml$/, '');
    const [, written] = /^name:[ \t]*["']?([^"'\n#]+)/m.exec(readFileSync(join(folder, name), 'utf8')) ?? [];
    return { id, name: written?.trim() ?? id };
  });
}

function formatProblem({ place, severity, code, fact, remedy }: Problem): string {
  return `${place.file} ${severity} ${code}\n  ${fact}\n  ${remedy}`;
}
