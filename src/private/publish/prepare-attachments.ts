/** Files that a postmortem offers for download: each searched whole, by the same locks as text, and published as it is. */
import { hash } from 'node:crypto';
import { pdfTexts } from '../../disk/pdf/pdf-texts.ts';
import { isPlainName } from '../../disk/safe-file.ts';
import { digestInAddress } from '../../shared/addresses/digest-in-address.ts';
import { attachmentEndings, attachmentKind } from '../../shared/formats/attachment-kinds.ts';
import type { Postmortem } from '../../shared/incident/postmortem-schema.ts';
import type { PublicPostmortem } from '../../shared/incident/public-postmortem.ts';
import type { Edition } from '../../shared/incident/site-schema.ts';
import { createProblem, hasErrors, type Problem, type SourceLocation } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import type { YamlDocument } from '../../shared/yaml/yaml-document.ts';
import { findBadCharacters } from '../markdown/bad-characters.ts';
import { findInName } from './check-public-files.ts';
import type { LocatedText } from './check-secrets.ts';
import type { PublicationContext } from './publication-context.ts';
import { readWholeFile } from './read-whole-file.ts';
import { searchTexts } from './search-texts.ts';
import { locateShown, type ShownText } from './shown-texts.ts';
import type { AttachedFile, PostmortemSource } from './types.ts';

/** Bounds that the search of one postmortem stays quick by, in bytes. */
const mostTextBytes = 2_097_152;
const mostClosedBytes = 10_485_760;

const pageStart =
  /^<(?:!--|(?:!doctype|\?xml|html|head|body|script|style|svg|iframe|meta|title|h1|div|font|table|a|b|br|p)\b)/i;

type PublicAttachment = PublicPostmortem['attachments'][number];

export interface PreparedAttachments {
  /** In the order of the source, internal ones left out; one with an error is as good as not there, and has no digest. */
  rows: PublicAttachment[];
  /** Those that are, for the edition of the staff. */
  internal: PublicAttachment[];
  files: AttachedFile[];
  /** What they say, with its places. */
  shown: ShownText[];
  problems: Problem[];
}

export interface AttachmentOptions {
  source: PostmortemSource;
  document: YamlDocument;
  context: PublicationContext;
  findPrivateText: PrivateTextFinder;
}

export async function prepareAttachments(
  { attachments = [], review }: Pick<Postmortem, 'attachments' | 'review'>,
  options: AttachmentOptions,
): Promise<PreparedAttachments> {
  const prepared: PreparedAttachments = { rows: [], internal: [], files: [], shown: [], problems: [] };
  const taken = new Set<string>();
  const { edition } = options.context;
  const minutes = review?.minutes === undefined ? [] : [review.minutes.replace(/^\.\//, '')];
  const hidden = [...minutes, ...attachments.filter((row) => row.internal).map((row) => row.file)];
  const isOffered = attachments.some((row) => !row.internal);
  const digests = isOffered ? await digestsOf(hidden, options.source) : new Set();
  for (const [index, { title, file, internal: isInternal = false }] of attachments.entries()) {
    if (isInternal && edition === 'public') continue;
    const rows = isInternal ? prepared.internal : prepared.rows;
    const location = options.document.locationOf(['attachments', index, 'file']);
    const refused = checkName(file, location, {
      taken,
      withheld: isInternal ? minutes : hidden,
      edition,
      findPrivateText: options.findPrivateText,
    });
    taken.add(file.toLowerCase());
    const read =
      refused.length > 0 ? { problems: refused } : await readAttachment(file, { ...options, location, isInternal });
    if (!isInternal && read.bytes && digests.has(hash('sha256', read.bytes)))
      read.problems.push(createProblem('attachment/internal', location));
    prepared.problems.push(...read.problems);
    const bytes = hasErrors(read.problems) ? undefined : read.bytes;
    if (!bytes) {
      rows.push({ title, file, digest: '', bytes: 0 });
      continue;
    }
    const digest = digestInAddress(hash('sha256', bytes));
    rows.push({ title, file, digest, bytes: bytes.length });
    prepared.files.push({ digest, file, bytes });
    if (edition === 'public')
      prepared.shown.push(
        ...locateShown(read.texts ?? [], {
          file: besides(options.source, file),
          withLocations: options.context.withLocations === true,
        }),
      );
  }
  return prepared;
}

/** Of the bytes of these files, as far as they are there. */
async function digestsOf(names: readonly string[], source: PostmortemSource): Promise<Set<string>> {
  const reads = await Promise.all(names.map((name) => source.attachment(name)));
  return new Set(reads.flatMap(({ value }) => (value ? [hash('sha256', value)] : [])));
}

interface NameOptions {
  edition: Edition;
  taken: ReadonlySet<string>;
  /** Names of files that stay internal, whatever else is said of them. */
  withheld: readonly string[];
  findPrivateText: PrivateTextFinder;
}

/** What is refused by its name alone is not opened. */
function checkName(
  file: string,
  location: SourceLocation,
  { taken, withheld, edition, findPrivateText }: NameOptions,
): Problem[] {
  if (!isPlainName(file)) return [createProblem('file/outside', location)];
  if (!/^[A-Za-z0-9][\w.-]{0,99}$/.test(file))
    return [
      createProblem('attachment/bad-name', location, { reason: 'an address has no such letters, or it is too long' }),
    ];
  if (withheld.some((name) => name.toLowerCase() === file.toLowerCase()) || /^index\.(?:.+\.)?mdx?$/i.test(file))
    return [createProblem('attachment/internal', location)];
  if (taken.has(file.toLowerCase()))
    return [createProblem('attachment/bad-name', location, { reason: 'another attachment has it already' })];
  if (!attachmentKind(file)) return [createProblem('attachment/unknown-kind', location, { known: attachmentEndings })];
  return edition === 'public' ? findInName(file, location, { findPrivateText }) : [];
}

type Outcome = { bytes?: Uint8Array; texts?: LocatedText[]; problems: Problem[] };

async function readAttachment(
  file: string,
  { isInternal, ...options }: ReadOptions & { isInternal: boolean },
): Promise<Outcome> {
  const { location } = options;
  const isClosed = attachmentKind(file)?.isClosed === true;
  const { value: bytes, problem } = await options.source.attachment(file);
  if (problem) return { problems: [{ ...problem, location }] };
  const limit = isClosed ? mostClosedBytes : mostTextBytes;
  if (bytes.length > limit)
    return { problems: [createProblem('attachment/too-large', location, { bytes: bytes.length, limit })] };
  // Staff get it as it is.
  if (isInternal) return { bytes, problems: [] };
  return (isClosed ? readClosed : readText)(file, bytes, options);
}

interface ReadOptions extends AttachmentOptions {
  location: SourceLocation;
}

async function readText(file: string, bytes: Uint8Array, { location, ...options }: ReadOptions): Promise<Outcome> {
  const shown = besides(options.source, file);
  const refuse = (reason: string) => ({
    problems: [createProblem('attachment/unreadable', location, { file, reason })],
  });
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) return refuse('it is not UTF-8 text');
  const plain = controlsShown(bytes);
  const bad = plain === undefined ? [] : findBadCharacters(plain, shown);
  if (bad.length > 0) return { problems: bad };
  const { texts, reason } = readWholeFile(file, bytes, shown);
  if (reason !== undefined) return refuse(reason);
  const [{ text } = { text: '' }] = texts;
  if (text.trim() === '') return refuse('it is empty');
  if (isPage(text)) return refuse('it is a page of HTML or XML, which browsers might show as one');
  if (options.context.edition === 'internal') return { bytes, texts, problems: [] };
  return { bytes, texts, problems: await searchTexts(texts, { ...options.context, ...options }) };
}

/** The text as it is, so that a control character is told at its place; `undefined` where it is none. */
function controlsShown(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Where nothing says what a file is, browsers take one that begins like this for a page (MIME Sniffing, section 7.1). */
function isPage(text: string): boolean {
  return pageStart.test(text.trimStart());
}

async function readClosed(file: string, bytes: Uint8Array, { location, ...options }: ReadOptions): Promise<Outcome> {
  const { context, source } = options;
  const refuse = (reason: string) => ({
    problems: [createProblem('attachment/unreadable', location, { file, reason })],
  });
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-') return refuse('it is no PDF');
  const { texts: found, failed } = await pdfTexts(bytes);
  if (failed !== undefined) return refuse(failed);
  if (context.edition === 'internal') return { bytes, problems: [] };
  const shown = besides(source, file);
  const texts = found.map((text) => ({ text, locationAt: () => ({ file: shown }) }));
  const sha256 = hash('sha256', bytes);
  const isLookedThrough = context.policy.redaction.files.some(
    (known) => known.path === shown && known.sha256 === sha256,
  );
  return {
    bytes,
    texts,
    problems: [
      ...(isLookedThrough ? [] : [createProblem('attachment/not-looked-through', location, { path: shown, sha256 })]),
      ...(await searchTexts(texts, { ...context, ...options })),
    ],
  };
}

/** Path of a file of the folder, as its author knows it. */
function besides({ file }: PostmortemSource, name: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1) + name;
}
