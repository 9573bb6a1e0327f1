/** Where feeds are, and the names of their documents. */
import type { FeedFormat } from '../feeds/feed-entry.ts';
import type { RenderedKind } from './address-kinds.ts';
import { pathTo } from './path-to.ts';

/** One feed: a path without base, ending in a slash where it is not the site's own: `''`, `updates/`, `services/x/`. */
export interface FeedPlace {
  kind: RenderedKind;
  parts: { service?: string; severity?: string; tag?: string; slug?: string };
  path: string;
  /** Whether older entries are kept in archives. The narrower feeds, whose texts the site's own has too, hold the newest only. */
  isArchived: boolean;
  formats: readonly FeedFormat[];
}

const allFormats = ['atom', 'rss', 'json'] as const;

/** Names of the documents of a feed, before and behind the archive's number. */
const documentNames = { atom: ['atom', '.xml'], rss: ['rss', '.xml'], json: ['feed', '.json'] } as const;

export const siteFeed = archived('siteFeed');
export const updatesFeed = archived('updatesFeed');
export const promisesFeed = archived('promisesFeed');

export function feedOfService(service: string): FeedPlace {
  const path = folderOf(pathTo('serviceFeed', { service, feed: '' }));
  return { kind: 'serviceFeed', parts: { service }, path, isArchived: false, formats: allFormats };
}

export function feedOfSeverity(severity: string): FeedPlace {
  const path = folderOf(pathTo('severityFeed', { severity, feed: '' }));
  return { kind: 'severityFeed', parts: { severity }, path, isArchived: false, formats: allFormats };
}

/** In Atom alone, which every reader knows, so that there are not thousands of documents. */
export function feedOfBoth(service: string, severity: string): FeedPlace {
  const path = folderOf(pathTo('serviceSeverityFeed', { service, severity, feed: '' }));
  return {
    kind: 'serviceSeverityFeed',
    parts: { service, severity },
    path,
    isArchived: false,
    formats: ['atom'],
  };
}

/** What happened to one postmortem, all of it. In Atom alone, as there may be thousands. */
export function feedOfPostmortem(slug: string): FeedPlace {
  const path = folderOf(pathTo('postmortem', { slug }));
  return { kind: 'postmortemFeed', parts: { slug }, path, isArchived: false, formats: ['atom'] };
}

/** In Atom alone. */
export function feedOfTag(tag: string): FeedPlace {
  const path = folderOf(pathTo('tagFeed', { tag, feed: '' }));
  return { kind: 'tagFeed', parts: { tag }, path, isArchived: false, formats: ['atom'] };
}

/** The file of a document, of archive `number` where there is one: `rss-3.xml`. */
export function documentName(format: FeedFormat, number?: number): string {
  const [name, ending] = documentNames[format];
  return `${name}${number === undefined ? '' : `-${number}`}${ending}`;
}

/** What the name of a document says, without base and first slash; `undefined` where it is none. */
export function readDocumentPath(
  path: string,
): { feed: string; format: FeedFormat; number: number | undefined } | undefined {
  const slash = path.lastIndexOf('/') + 1;
  const [, name, digits, ending] = /^([a-z]+)(?:-([1-9]\d*))?(\.[a-z]+)$/.exec(path.slice(slash)) ?? [];
  const format = allFormats.find((each) => documentNames[each][0] === name && documentNames[each][1] === ending);
  return format && { feed: path.slice(0, slash), format, number: digits === undefined ? undefined : Number(digits) };
}

function archived(kind: 'siteFeed' | 'updatesFeed' | 'promisesFeed'): FeedPlace {
  return { kind, parts: {}, path: folderOf(pathTo(kind, { feed: '' })), isArchived: true, formats: allFormats };
}

function folderOf(path: string): string {
  return path.slice(1);
}
