/** Opens a JSON feed with its archives where it lies: in a file, in the folder of a built site, or at an address. */
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { documentName, type FeedPlace, promisesFeed, updatesFeed } from '../../shared/addresses/feed-documents.ts';
import { AnnounceRefused } from './announce-refused.ts';
import { type FeedDocumentRead, feedDocumentSchema } from './feed-item.ts';
import { fetchDocument } from './fetch-document.ts';

export interface OpenFeed {
  newest: FeedDocumentRead;
  /** How many archives there are; archive 1 is the oldest. */
  archives: number;
  /** `undefined` where it cannot be reached. */
  archive(number: number): Promise<FeedDocumentRead | undefined>;
}

/** The two feeds of a site that together hold every entry. `undefined`: it is not there. */
export interface SiteFeeds {
  updates: OpenFeed;
  promises: OpenFeed | undefined;
  /** There was no site before. */
  isEmpty: boolean;
}

type Read = (path: string) => Promise<string | undefined>;

const nothing: OpenFeed = { newest: feedDocumentSchema.parse({}), archives: 0, archive: async () => undefined };
const largestDocument = 100_000_000;

/** Throws `AnnounceRefused` where there is neither a feed nor an empty history. */
export async function openFeeds(place: string, { folder }: { folder: string }): Promise<SiteFeeds> {
  if (/^https?:\/\//i.test(place)) return openAt(place);
  const path = resolve(folder, place);
  const status = await stat(path).catch(() => undefined);
  if (!status) throw new AnnounceRefused(`There is no ${place}.`);
  if (status.isDirectory()) return openFolder(path, place);
  const file = `${sep}${updatesFeed.path.replaceAll('/', sep)}${documentName('json')}`;
  if (path.endsWith(file)) return openFolder(path.slice(0, -file.length), place);
  const beside = dirname(path);
  const updates = await openFeed(updatesFeed, async (name) =>
    readIfThere(name === pathOf(updatesFeed) ? path : join(beside, basename(name))),
  );
  return { updates: updates ?? nothing, promises: undefined, isEmpty: isWithout(updates) };
}

async function openFolder(path: string, place: string): Promise<SiteFeeds> {
  const read: Read = (name) => readIfThere(join(path, name));
  const [updates, promises] = [await openFeed(updatesFeed, read), await openFeed(promisesFeed, read)];
  if (!updates && (await readIfThere(join(path, 'index.html'))) !== undefined)
    throw new AnnounceRefused(`${place} holds a site without ${pathOf(updatesFeed)}: name a public edition.`);
  return {
    updates: updates ?? nothing,
    promises: promises ?? (updates ? undefined : nothing),
    isEmpty: isWithout(updates),
  };
}

/** An address that answers 404 is a site that is not there yet. */
async function openAt(place: string): Promise<SiteFeeds> {
  const url = new URL(place);
  if (!url.pathname.endsWith('.json') && !url.pathname.endsWith('/')) url.pathname += '/';
  const base = new URL(url);
  base.pathname = base.pathname.endsWith(`/${pathOf(updatesFeed)}`)
    ? base.pathname.slice(0, -pathOf(updatesFeed).length)
    : base.pathname;
  if (base.pathname.endsWith('.json'))
    throw new AnnounceRefused(`--before takes the address of a site, or of its ${pathOf(updatesFeed)}.`);
  const read: Read = (name) => fetchDocument(new URL(name, base));
  const [updates, promises] = [await openFeed(updatesFeed, read), await openFeed(promisesFeed, read)];
  return {
    updates: updates ?? nothing,
    promises: promises ?? (updates ? undefined : nothing),
    isEmpty: isWithout(updates),
  };
}

function isWithout(feed: OpenFeed | undefined): boolean {
  return !feed || feed.newest.items.length === 0;
}

async function openFeed(place: FeedPlace, read: Read): Promise<OpenFeed | undefined> {
  const newest = await readDocument(pathOf(place), read);
  if (!newest) return undefined;
  const next = newest.next_url ?? '';
  const archives = Number(/-(\d+)\.json$/.exec(next)?.[1] ?? 0);
  return { newest, archives, archive: (number) => readDocument(pathOf(place, number), read) };
}

function pathOf({ path }: FeedPlace, number?: number): string {
  return `${path}${documentName('json', number)}`;
}

async function readDocument(path: string, read: Read): Promise<FeedDocumentRead | undefined> {
  const text = await read(path);
  if (text === undefined) return undefined;
  // What a download of nothing leaves behind.
  if (text.trim() === '') return nothing.newest;
  const refused = () => new AnnounceRefused(`${path} is no JSON feed.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refused();
  }
  const parsed = feedDocumentSchema.safeParse(value);
  if (!parsed.success) throw refused();
  return parsed.data;
}

async function readIfThere(path: string): Promise<string | undefined> {
  const status = await stat(path).catch(() => undefined);
  if (!status?.isFile()) return undefined;
  if (status.size > largestDocument) throw new AnnounceRefused(`${path} is too large for a feed.`);
  return await readFile(path, 'utf8');
}
