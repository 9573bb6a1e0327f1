import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { listEntries } from '../../disk/list-entries.ts';
import { pdfTexts } from '../../disk/pdf/pdf-texts.ts';
import { openPlainFile, readPlainText, readSiteFile } from '../../disk/safe-file.ts';
import { createProblem, type Problem, type SourceLocation } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import { isAttachmentPath, permittedFiles } from '../../shared/redaction/permitted-files.ts';
import type { Policy } from '../../shared/redaction/policy-schema.ts';
import { parseYaml } from '../../shared/yaml/yaml-document.ts';
import { digestOf, readPublicFile } from './read-public-file.ts';
import { searchTexts } from './search-texts.ts';

export interface PublicFilesOptions {
  policy: Policy;
  findPrivateText: PrivateTextFinder;
  /** Of the build, `2026-11-23`: exceptions hold until their last day. */
  day: string;
  /** Most characters of text in all files together, when they are unpacked. */
  mostCharacters?: number;
}

/** No problem without a folder `public/`. What is found is told by kind, place and length, never by its text. */
export async function checkPublicFiles(site: string, options: PublicFilesOptions): Promise<Problem[]> {
  const { mostCharacters = 33_554_432 } = options;
  const folder = join(site, 'public');
  const status = lstatSync(folder, { throwIfNoEntry: false });
  if (status && !status.isDirectory()) return [createProblem('file/outside', { file: 'public' })];
  const entries = listEntries(folder);
  const problems: Problem[] = await checkExceptions(
    site,
    new Set(entries.filter(({ entry }) => entry.isFile()).map(({ file }) => file)),
    options,
  );
  const sizes: { file: string; characters: number }[] = [];
  let characters = 0;
  for (const { file, entry } of entries) {
    const shown = `public/${maskName(file, options.findPrivateText)}`;
    problems.push(...findInName(file, { file: shown }, options));
    if (!entry.isFile()) problems.push(createProblem('public/refused', { file: shown }));
    else if (isHidden(file)) problems.push(createProblem('public/hidden', { file: shown }));
    else {
      const looked = await lookThrough(folder, { file, shown, room: mostCharacters - characters }, options);
      problems.push(...looked.problems);
      sizes.push({ file: shown, characters: looked.characters });
      characters += looked.characters;
    }
    if (characters > mostCharacters) break;
  }
  if (characters <= mostCharacters) return problems;
  const largest = sizes.toSorted((a, b) => b.characters - a.characters).slice(0, 3);
  const values = { characters, limit: mostCharacters, largest: largest.map((size) => size.file) };
  return [...problems, createProblem('public/too-much', { file: 'public' }, values)];
}

function isHidden(file: string): boolean {
  const [first = '', ...rest] = file.split('/');
  const steps = first === '.well-known' && rest.length > 0 ? rest : [first, ...rest];
  return steps.some((step, index) => {
    const isLast = index === steps.length - 1;
    return step.startsWith('.') && !(isLast && (step === '.nojekyll' || step === '.htaccess'));
  });
}

/** Private text in a name is not printed either. */
export function maskName(file: string, findPrivateText: PrivateTextFinder): string {
  return findPrivateText(file).reduceRight(
    (name, { start, end }) => `${name.slice(0, start)}…${name.slice(end)}`,
    file,
  );
}

/** With the ending, and without, for `.txt` may be taken for a part of a host's name. */
export function findInName(
  file: string,
  shown: SourceLocation,
  { findPrivateText }: Pick<PublicFilesOptions, 'findPrivateText'>,
): Problem[] {
  const names = [file, file.replace(/\.[^./]+$/, ''), ...file.split('/')];
  const finds = names.flatMap((name) => findPrivateText(name));
  const distinct = new Map(finds.map((find) => [find.kind, find]));
  return [...distinct.values()].map(({ kind, start, end }) =>
    createProblem('redaction/private-text', shown, { kind: `${kind} (in the name of the file)`, length: end - start }),
  );
}

async function lookThrough(
  folder: string,
  { file, shown, room }: { file: string; shown: string; room: number },
  options: PublicFilesOptions,
): Promise<{ problems: Problem[]; characters: number }> {
  // One with other bytes is told at its exception.
  if (permittedFiles(options.policy, options.day).has(file))
    return { problems: await searchPermitted(folder, { file, shown }, options), characters: 0 };
  const read = await readPublicFile(folder, { file, shown });
  if (read.problem) return { problems: [read.problem], characters: 0 };
  const placed = read.texts;
  const characters = placed.reduce((sum, { text: { length } }) => sum + length, 0);
  // What is too much is not searched.
  return { problems: characters > room ? [] : await searchTexts(placed, options), characters };
}

/** What can be read in a PDF is searched all the same; a person answers for the rest. */
async function searchPermitted(
  folder: string,
  { file, shown }: { file: string; shown: string },
  options: PublicFilesOptions,
): Promise<Problem[]> {
  if (!/\.pdf$/i.test(file)) return [];
  const bytes = await readSiteFile(folder, file);
  const { texts } = bytes ? await pdfTexts(bytes) : { texts: [] };
  return searchTexts(
    texts.map((text) => ({ text, locationAt: () => ({ file: shown }) })),
    options,
  );
}

/** Each exception names a file that is there, in the bytes that somebody looked through. */
async function checkExceptions(
  site: string,
  present: ReadonlySet<string>,
  { policy, day }: PublicFilesOptions,
): Promise<Problem[]> {
  const { files } = policy.redaction;
  if (files.length === 0) return [];
  const locationOf = await locationsInPolicy(site);
  const problems: Problem[] = [];
  for (const [index, { path, sha256, until }] of files.entries()) {
    const at = (key: string) => locationOf(['files', index, key]);
    const file = isAttachmentPath(path) ? path : `public/${path}`;
    const isThere = isAttachmentPath(path) ? await isPlainFile(site, path) : present.has(path);
    if (!isThere) problems.push(createProblem('public/no-file', at('path'), { path: file }));
    else if (until >= day) {
      const found = await digestOf(join(site, file));
      if (found !== sha256)
        problems.push(createProblem('public/other-bytes', at('sha256'), { path: file, sha256: found }, { file }));
    }
  }
  return problems;
}

async function isPlainFile(site: string, path: string): Promise<boolean> {
  const file = await openPlainFile(site, path);
  await file?.close();
  return file !== undefined;
}

async function locationsInPolicy(site: string): Promise<(path: readonly PropertyKey[]) => SourceLocation> {
  const file = 'content/redaction.yaml';
  const { value } = await readPlainText(join(site, 'content'), 'redaction.yaml', { file });
  const { document } = value === undefined ? {} : parseYaml(value, file, 1, { secret: true });
  return (path) => document?.locationOf(path) ?? { file };
}
