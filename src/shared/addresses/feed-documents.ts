/** Where feeds are, and the names of their documents. */
import type { FeedFormat } from '../feeds/feed-entry.ts';
import type { RenderedKind } from './address-kinds.ts';
import { pathTo } from './path-to.ts';

/** One feed: a path without base, ending in a slash where it is not the site's own: `''`, `updates/`, `services/x/`. */
export interface FeedLocation {
  kind: RenderedKind;
  parts: { service?: string; severity?: string; tag?: string; slug?: string };
  path: string;
  /** `names`: older entries are in archives beside it, `atom-1.xml`. `folders`: in folders of their own, where names
   * would be those of other documents. `none`: it holds all there are. */
  archives: 'names' | 'folders' | 'none';
  formats: readonly FeedFormat[];
}

const allFormats = ['atom', 'rss', 'json'] as const;

/** Names of the documents of a feed, before and behind the archive's number. */
const documentNames = { atom: ['atom', '.xml'], rss: ['rss', '.xml'], json: ['feed', '.json'] } as const;

export const siteFeed = archived('siteFeed');
export const updatesFeed = archived('updatesFeed');
export const promisesFeed = archived('promisesFeed');

export function feedOfService(service: string): FeedLocation {
  const path = folderOf(pathTo('serviceFeed', { service, feed: '' }));
  return { kind: 'serviceFeed', parts: { service }, path, archives: 'folders', formats: allFormats };
}

export function feedOfSeverity(severity: string): FeedLocation {
  const path = folderOf(pathTo('severityFeed', { severity, feed: '' }));
  return { kind: 'severityFeed', parts: { severity }, path, archives: 'folders', formats: allFormats };
}

/** In Atom alone, which every reader knows, so that there are not thousands of documents. */
export function feedOfBoth(service: string, severity: string): FeedLocation {
  const path = folderOf(pathTo('serviceSeverityFeed', { service, severity, feed: '' }));
  return {
    kind: 'serviceSeverityFeed',
    parts: { service, severity },
    path,
    archives: 'folders',
    formats: ['atom'],
  };
}

/** What happened to one postmortem, all of it. In Atom alone, as there may be thousands. */
export function feedOfPostmortem(slug: string): FeedLocation {
  const path = folderOf(pathTo('postmortem', { slug }));
  return { kind: 'postmortemFeed', parts: { slug }, path, archives: 'none', formats: ['atom'] };
}

/** In Atom alone. */
export function feedOfTag(tag: string): FeedLocation {
  const path = folderOf(pathTo('tagFeed', { tag, feed: '' }));
  return { kind: 'tagFeed', parts: { tag }, path, archives: 'folders', formats: ['atom'] };
}

/** The file of a document, of archive `number` where there is one: `rss-3.xml`. */
export function documentName(format: FeedFormat, number?: number): string {
  const [name, ending] = documentNames[format];
  return `${name}${number === undefined ? '' : `-${number}`}${ending}`;
}

/** Path of a document of a feed, of archive `number` where there is one, without base and first slash. */
export function documentPath({ path, archives }: FeedLocation, format: FeedFormat, number?: number): string {
  return archives === 'folders' && number !== undefined
    ? `${path}older-${number}/${documentName(format)}`
    : `${path}${documentName(format, number)}`;
}

/** What the name of a document says, without base and first slash; `undefined` where it is none. */
export function readDocumentPath(
  path: string,
): { feed: string; format: FeedFormat; number: number | undefined } | undefined {
  const [, feed = '', folder, name, digits = folder, ending] =
    /^((?:[a-z0-9-]+\/)*?)(?:older-([1-9]\d*)\/)?([a-z]+)(?:-([1-9]\d*))?(\.[a-z]+)$/.exec(path) ?? [];
  const format = allFormats.find((each) => documentNames[each][0] === name && documentNames[each][1] === ending);
  return format && { feed, format, number: digits === undefined ? undefined : Number(digits) };
}

function archived(kind: 'siteFeed' | 'updatesFeed' | 'promisesFeed'): FeedLocation {
  return { kind, parts: {}, path: folderOf(pathTo(kind, { feed: '' })), archives: 'names', formats: allFormats };
}

function folderOf(path: string): string {
  return path.slice(1);
}
