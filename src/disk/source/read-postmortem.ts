/** Reads the files of one postmortem's folder. */
import { hash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { attachmentKind } from '../../shared/formats/attachment-kinds.ts';
import { createProblem, type Problem } from '../../shared/problem/problem.ts';
import { pictureEnding } from '../../shared/text/picture-ending.ts';
import type { FileDigests } from '../file-digests.ts';
import {
  decodeText,
  maximumAttachmentBytes,
  maximumTextBytes,
  type Read,
  readPlainFile,
  readPlainText,
} from '../safe-file.ts';

/** `index.<language>.mdx`. */
export interface TranslationFile {
  language: string;
  /** Path as shown to its author. */
  file: string;
  text: string;
}

export interface PostmortemFiles {
  slug: string;
  /** Path of `index.mdx` as shown to its author. */
  file: string;
  text: string;
  translations: TranslationFile[];
  attachment(name: string): Promise<Read<Uint8Array>>;
}

const visible = /^[^.].*$/;
const minutesEnding = /\.mdx$/i;
/** What its author takes for a translation. */
const translation = /^index\..+\.mdx?$/i;

/** The file of a postmortem, or of its translation into `language`. */
export function nameOfStory(language?: string): string {
  return language === undefined ? 'index.mdx' : `index.${language}.mdx`;
}

/**
 * Reads `content/postmortems/<slug>/index.mdx` and its translations into `languages`; other files are read when the story
 * asks for them.
 */
export async function readPostmortem(
  site: string,
  slug: string,
  languages: readonly string[],
): Promise<{ files?: PostmortemFiles; problems: Problem[] }> {
  const folder = join(site, 'content', 'postmortems', slug);
  const shown = `content/postmortems/${slug}`;
  const file = `${shown}/index.mdx`;
  const entries = await readdir(folder, { withFileTypes: true });
  const listed = new Map(languages.map((language) => [nameOfStory(language), language]));
  const isKnown = (name: string) => listed.has(name) || (isAttachment(name) && !translation.test(name));
  const unexpected = entries
    .filter((entry) => !entry.name.startsWith('.') && !(entry.isFile() && isKnown(entry.name)))
    .map((entry) => entry.name)
    .sort();
  const problems = unexpected.map((name) => {
    const location = { file: `${shown}/${name}` };
    if (listed.has(name)) return createProblem('file/outside', location);
    return translation.test(name)
      ? createProblem('translation/not-listed', location, { name, known: languages })
      : createProblem('file/unexpected', location, { name });
  });
  const bytes = await readPlainFile(folder, 'index.mdx', { file, limit: maximumTextBytes });
  if (bytes.problem) return { problems: [...problems, bytes.problem] };
  const text = decodeText(bytes.value, file);
  if (text.problem) return { problems: [...problems, text.problem] };
  const translations: TranslationFile[] = [];
  for (const [name, language] of listed) {
    if (!entries.some((entry) => entry.name === name && entry.isFile())) continue;
    const read = await readPlainText(folder, name, { file: `${shown}/${name}` });
    if (read.problem) problems.push(read.problem);
    else translations.push({ language, file: `${shown}/${name}`, text: read.value });
  }
  const attachment = (name: string) =>
    readPlainFile(folder, name, { file: `${shown}/${name}`, limit: maximumAttachmentBytes });
  return { files: { slug, file, text: text.value, translations, attachment }, problems };
}

/** A digest of all files of the folder, names included: it changes when any of them does. */
export function digestPostmortem(site: string, slug: string, digests: FileDigests): string {
  const folder = join(site, 'content', 'postmortems', slug);
  return digestFiles(folder, readdirSync(folder), digests);
}

/** A digest of a page of the owner's and of all pictures and tables beside pages. */
export function digestPage(site: string, name: string, digests: FileDigests): string {
  const folder = join(site, 'content', 'pages');
  const names = readdirSync(folder).filter((file) => file === `${name}.mdx` || !file.endsWith('.mdx'));
  return digestFiles(folder, names, digests);
}

/** What is larger than any file that is read counts by its size alone. */
function digestFiles(folder: string, names: readonly string[], digests: FileDigests): string {
  const files = [...names].sort().map((name) => {
    const status = lstatSync(join(folder, name));
    const isRead = status.isFile() && status.size <= maximumAttachmentBytes;
    return [name, status.isFile(), status.size, isRead ? digests.digestOf(join(folder, name)) : ''];
  });
  return hash('sha256', JSON.stringify(files));
}

function isAttachment(name: string): boolean {
  return (
    visible.test(name) && (pictureEnding.test(name) || minutesEnding.test(name) || attachmentKind(name) !== undefined)
  );
}
