/** Divides what lies in a postmortem's folder into private and public, for the leak gate. */
import { hash } from 'node:crypto';
import type { PrivateText } from '../../shared/text/fingerprints.ts';
import { type AttachedFile, attachFile } from './attached-file.ts';
import { type SplitSource, splitSource } from './split-source.ts';

export interface SplitPostmortem extends SplitSource {
  files: AttachedFile[];
}

export interface SplitOptions {
  /** The instant that decides what is published. */
  now: string;
  /** Names of the translations that the site has: `index.de.mdx`. */
  translations: readonly string[];
  /** Tags and services that are private as list entries. */
  privateWords: ReadonlySet<string>;
}

/** `files` are the plain files of the folder, by their names. */
export async function splitPostmortem(
  slug: string,
  files: ReadonlyMap<string, Buffer>,
  { now, translations, privateWords }: SplitOptions,
): Promise<SplitPostmortem> {
  const place = `content/postmortems/${slug}`;
  const isWithheld = !isPublished(publicationMoment(files), now);
  const splits = ['index.mdx', ...translations]
    .filter((name) => files.has(name) || name === 'index.mdx')
    .map((name) =>
      splitSource(plainLines(textOf(files, name)), { file: `${place}/${name}`, isWithheld, privateWords }),
    );
  const [privateTexts, publicTexts] = [
    splits.flatMap((split) => split.privateTexts),
    splits.flatMap((split) => split.publicTexts),
  ];
  const shown = publicTexts.join('\n');
  const result: SplitPostmortem = { privateTexts, publicTexts, files: [] };
  const isShown = createShownCheck(shown);
  const { offered, withheld } = attachedFiles(splits[0]?.frontmatter);
  for (const name of [...files.keys()].sort()) {
    if (name === 'index.mdx' || translations.includes(name) || name.startsWith('.')) continue;
    const bytes = files.get(name) ?? Buffer.of();
    const origin = `${place}/${name}`;
    const isOffered = !isWithheld && offered.has(name);
    if (!isOffered) privateTexts.push(...attachmentTexts(name, textOf(files, name), { origin, shown }));
    else if (isText(name)) publicTexts.push(textOf(files, name));
    if (bytes.length > 0)
      result.files.push(
        await attachFile(origin, bytes, { isShown: isShown(name), isOffered, isWithheld: withheld.has(name) }),
      );
  }
  if (isWithheld) privateTexts.push({ text: slug, origin: place });
  else publicTexts.push(slug);
  return result;
}

/** What the frontmatter says by its letters: in milliseconds; `undefined` without a public state and a moment. */
export function publicationMoment(files: ReadonlyMap<string, Buffer>): number | undefined {
  const frontmatter = textOf(files, 'index.mdx').split(/^---\s*$/m)[1] ?? '';
  const state = /^state:\s*["']?(\w+)/m.exec(frontmatter)?.[1];
  const publishedAt = /^publishedAt:\s*["']?([^\s"'#]+)/m.exec(frontmatter)?.[1];
  const moment = publishedAt === undefined ? Number.NaN : Date.parse(publishedAt);
  return (state === 'final' || state === 'preliminary') && !Number.isNaN(moment) ? moment : undefined;
}

export function isPublished(moment: number | undefined, now: string): boolean {
  return moment !== undefined && moment <= Date.parse(now);
}

/** Decides the same for the same names and bytes; `digests` are those of the files, by their names. */
export function keyOfFiles(digests: readonly (readonly [name: string, digest: string])[]): string {
  return hash('sha256', JSON.stringify(digests), 'base64url');
}

function textOf(files: ReadonlyMap<string, Buffer>, name: string): string {
  return files.get(name)?.toString('utf8') ?? '';
}

/** As an author's editor shows it: without a byte order mark, with one kind of line end. */
export function plainLines(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** Whether public text names a file. */
export function createShownCheck(shown: string): (name: string) => boolean {
  const decoded = shown.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
  return (name) => shown.includes(name) || decoded.includes(name);
}

/** Files that `attachments` names: where in doubt, they are withheld. */
function attachedFiles(frontmatter: unknown): { offered: Set<string>; withheld: Set<string> } {
  const { attachments, review } = (frontmatter ?? {}) as { attachments?: unknown; review?: { minutes?: unknown } };
  const offered = new Set<string>();
  const withheld = new Set([String(review?.minutes).replace(/^\.\//, '')]);
  for (const row of Array.isArray(attachments) ? (attachments as unknown[]) : []) {
    const { file, internal = false } = (row ?? {}) as { file?: unknown; internal?: unknown };
    if (typeof file === 'string') (internal === false ? offered : withheld).add(file);
  }
  return { offered: offered.difference(withheld), withheld };
}

function isText(name: string): boolean {
  return /\.(?:csv|json|jsonl|log|mdx|md|ndjson|tsv|txt|yaml|yml)$/i.test(name);
}

/** Minutes and what is not offered are private; of other files, names that public text does not mention, and words in CSV cells. */
function attachmentTexts(
  name: string,
  text: string,
  { origin, shown }: { origin: string; shown: string },
): PrivateText[] {
  return [
    ...(shown.includes(name) ? [] : [{ text: name, origin }]),
    ...(isText(name) && !/\.csv$/i.test(name) ? [{ text, origin }] : []),
    ...(/\.csv$/i.test(name) ? [{ text: wordsOfCsv(text, shown), origin }] : []),
  ];
}

/** Charts draw far fewer columns, and show far fewer words; what is behind these counts as private. */
const mostLookUps = 2000;

/** All cells of columns that public text does not name, and of the others those that are neither numbers nor moments. */
function wordsOfCsv(text: string, shown: string): string {
  const isShown = createLookUp(shown);
  const [head = '', ...rows] = text.split(/\r?\n/);
  const isNamed = head.split(',').map((name) => isShown(name.trim().replaceAll('"', '')));
  const cells = [head, ...rows].flatMap((row) =>
    row.split(',').filter((cell, column) => !isNamed[column] || !/^[\s\d.+:TZe-]*$/i.test(cell)),
  );
  return cells.filter((cell) => !isShown(cell.trim())).join('\n');
}

/** Tells whether a text holds words; of different ones it looks up so many, and says no to the others. */
function createLookUp(text: string): (words: string) => boolean {
  const known = new Map<string, boolean>();
  return (words) => {
    const isKnown = known.get(words);
    if (isKnown !== undefined || known.size >= mostLookUps) return isKnown ?? false;
    const isThere = text.includes(words);
    known.set(words, isThere);
    return isThere;
  };
}
