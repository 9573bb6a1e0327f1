/** Opens a JSON feed with its archives where it lies: in a file, in the folder of a built site, or at an address. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { documentName, type FeedLocation, promisesFeed, updatesFeed } from '../../shared/addresses/feed-documents.ts';
import { AnnounceRefused } from './announce-refused.ts';
import { type FeedDocumentRead, feedDocumentSchema } from './feed-item.ts';
import { fetchDocument, largestDocument } from './fetch-document.ts';
import { archivesOf, parseFeed } from './parse-feed.ts';

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
  const site = await openSite((name) => readIfThere(join(path, name)));
  const names = site.updates === nothing ? (await readdir(path)).filter((name) => !name.startsWith('.')) : [];
  if (names.includes('index.html'))
    throw new AnnounceRefused(`${place} holds a site without ${pathOf(updatesFeed)}: name a public edition.`);
  // A folder above or below the right one, of which everything would be new, or nothing.
  if (names.length > 0) throw new AnnounceRefused(`${place} has no ${pathOf(updatesFeed)}: name the folder of a site.`);
  return site;
}

/** An address that answers 404 is a site that is not there yet. */
async function openAt(place: string): Promise<SiteFeeds> {
  const base = URL.parse(place);
  if (!base) throw new AnnounceRefused('--before and --after take an address as it stands in a browser.');
  const feed = `/${pathOf(updatesFeed)}`;
  if (base.pathname.endsWith(feed)) base.pathname = base.pathname.slice(0, 1 - feed.length);
  else if (!base.pathname.endsWith('/')) base.pathname += '/';
  if (base.pathname.endsWith('.json/'))
    throw new AnnounceRefused(`--before takes the address of a site, or of its ${pathOf(updatesFeed)}.`);
  return openSite((name) => fetchDocument(new URL(name, base)));
}

async function openSite(read: Read): Promise<SiteFeeds> {
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

async function openFeed(feed: FeedLocation, read: Read): Promise<OpenFeed | undefined> {
  const newest = await readDocument(pathOf(feed), read);
  return (
    newest && {
      newest,
      archives: archivesOf(newest),
      archive: (number) => readDocument(pathOf(feed, number), read),
    }
  );
}

function pathOf({ path }: FeedLocation, number?: number): string {
  return `${path}${documentName('json', number)}`;
}

async function readDocument(path: string, read: Read): Promise<FeedDocumentRead | undefined> {
  const text = await read(path);
  return text === undefined ? undefined : parseFeed(text, path);
}

async function readIfThere(path: string): Promise<string | undefined> {
  const status = await stat(path).catch(() => undefined);
  if (!status?.isFile()) return undefined;
  if (status.size > largestDocument) throw new AnnounceRefused(`${path} is too large for a feed.`);
  return await readFile(path, 'utf8');
}
