/** `candor import FORMAT FILE… --into DIR`: writes one draft a postmortem, and a whole site where DIR holds none yet. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { ImportedPostmortem } from '../author/importers/importer.ts';
import { isBinaryDocument } from '../author/importers/read-document.ts';
import { starterFolders, starterSite } from '../author/importers/starter-site.ts';
import { decodeText, maximumTextBytes } from '../disk/safe-file.ts';
import { createProblem, type Problem } from '../shared/problem/problem.ts';
import { documentFormats, importFormats } from './importers.ts';
import { createLimitedImport, type LimitedImport } from './limited-import.ts';

/** Of a PDF or a Word document, which hold pictures. */
const maximumBinaryBytes = 20 * maximumTextBytes;

export interface ImportCommand {
  /** One of `importFormats`; anything else throws. */
  format: string;
  files: readonly string[];
  /** A site's folder; made when it does not exist. */
  into: string;
  /** The zone of times that are written without one. */
  zone?: string | undefined;
  /** Takes one line for people at a time. */
  report: (line: string) => void;
}

/**
 * 0 when every file was imported or had been before, 1 when one could not be read; the others are imported all the same.
 * Never overwrites a file, so that a second run changes nothing.
 */
export async function importPostmortems(command: ImportCommand): Promise<0 | 1> {
  const limited = createLimitedImport();
  try {
    return await importAll(command, limited);
  } finally {
    limited.close();
  }
}

async function importAll({ format, files, into, zone, report }: ImportCommand, limited: LimitedImport): Promise<0 | 1> {
  if (!importFormats.includes(format)) throw new Error(`No importer for the format ${format}.`);
  const severities = severitiesOf(into);
  const options = { severity: standInOf(severities), severities, services: servicesOf(into), ...(zone && { zone }) };
  const taken = { slugs: new Set<string>(), ids: new Set<string>() };
  let failed = false;
  for (const file of files) {
    const source = readSource(file, documentFormats.includes(format));
    if ('complaint' in source) {
      failed = true;
      report(source.complaint);
      continue;
    }
    const imported = await limited.run({ format, source: { fileName: basename(file), ...source }, options }, file);
    if ('problem' in imported) {
      failed = true;
      report(formatProblem(imported.problem));
      continue;
    }
    if (imported.found.length === 0) {
      failed = true;
      report(formatProblem(createProblem('import/nothing-found', { file }, { format })));
    }
    for (const postmortem of imported.found) report(place(settleNames(postmortem, taken, into), into, file));
  }
  if (taken.slugs.size > 0) addSite(into, report);
  return failed ? 1 : 0;
}

/**
 * The postmortem with a slug and an id of its own: where others have them, a number stands behind. A folder that is there
 * from an earlier run is its own when it holds its id.
 */
function settleNames(
  postmortem: ImportedPostmortem,
  taken: { slugs: Set<string>; ids: Set<string> },
  into: string,
): ImportedPostmortem {
  const { understood, mdx } = postmortem;
  const id = firstFree(understood.id, (name) => !taken.ids.has(name));
  taken.ids.add(id);
  const slug = firstFree(postmortem.slug, (name) => !taken.slugs.has(name) && isOwn(name, id, into));
  taken.slugs.add(slug);
  if (id === understood.id) return { ...postmortem, slug };
  const renamed = mdx.replace(/^id: .*$/m, () => `id: ${id}`);
  return { ...postmortem, slug, mdx: renamed, understood: { ...understood, id } };
}

/** `name`, `name-2`, `name-3` and so on; cut where it would be longer than an address may be. */
function firstFree(name: string, isFree: (name: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `-${number}`;
    const candidate = `${name.slice(0, 100 - end.length).replace(/-+$/, '')}${end}`;
    if (isFree(candidate)) return candidate;
  }
}

function isOwn(slug: string, id: string, into: string): boolean {
  const draft = join(into, 'content', 'postmortems', slug, 'index.mdx');
  if (!existsSync(draft)) return true;
  const [, written] = /^id:[ \t]*["']?([^\s"'#]+)/m.exec(readFileSync(draft, 'utf8')) ?? [];
  return written === undefined || written === id;
}

/** The text of a file, the bytes of one that is no text, or what is wrong with it. Links are followed: the file is the user's own. */
function readSource(
  file: string,
  mayBeBinary: boolean,
): { text: string } | { bytes: Uint8Array } | { complaint: string } {
  const isBinary = mayBeBinary && isBinaryDocument(file);
  const limit = isBinary ? maximumBinaryBytes : maximumTextBytes;
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    const problem =
      stats === undefined
        ? createProblem('file/not-found', { file }, { path: file })
        : !stats.isFile()
          ? createProblem('file/unexpected', { file }, { name: basename(file) })
          : stats.size > limit
            ? createProblem('file/too-large', { file }, { bytes: stats.size, limit })
            : undefined;
    if (problem) return { complaint: formatProblem(problem) };
    if (isBinary) return { bytes: readFileSync(file) };
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

/** Severities of the site that is imported into, or that a new one gets. */
function severitiesOf(into: string): { id: string; name: string }[] {
  const path = join(into, 'content', 'site.yaml');
  const settings = existsSync(path) ? readFileSync(path, 'utf8') : (starterSite['content/site.yaml'] ?? '');
  const severities: unknown = parse(settings)?.severities;
  return Array.isArray(severities)
    ? severities.map((severity) => ({ id: String(severity?.id), name: String(severity?.name ?? severity?.id) }))
    : [];
}

/** The severity for postmortems that state none: `unclassified` where the site knows it, else the site's mildest. */
function standInOf(severities: readonly { id: string }[]): string {
  const ids = severities.map(({ id }) => id);
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
