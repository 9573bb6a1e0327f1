/** Waits until a site that was just deployed answers with what is to be told: a link in a message leads somewhere from the first moment. */
import { documentName, type FeedLocation, promisesFeed, updatesFeed } from '../../shared/addresses/feed-documents.ts';
import { AnnounceRefused } from './announce-refused.ts';
import type { FeedDocumentRead } from './feed-item.ts';
import { fetchDocument } from './fetch-document.ts';
import type { OpenFeed, SiteFeeds } from './open-feed.ts';
import { archivesOf, parseFeed } from './parse-feed.ts';

/** Between two looks, in milliseconds. */
const pause = 10_000;

export interface DeploymentOptions {
  /** The site as it will be. */
  after: SiteFeeds;
  /** Where it will be. */
  url: string;
  /** The longest that it may take. */
  minutes: number;
  wait(milliseconds: number): Promise<void>;
  report(line: string): void;
}

/**
 * `ids`: of entries to tell. One of long ago, which stands in an archive, is not looked for. Throws `AnnounceRefused` when the
 * time is over.
 */
export async function awaitDeployment(ids: ReadonlySet<string>, options: DeploymentOptions): Promise<void> {
  const { after, url, minutes, wait, report } = options;
  const base = new URL(url.endsWith('/') ? url : `${url}/`);
  const feeds: [FeedLocation, OpenFeed | undefined][] = [
    [updatesFeed, after.updates],
    [promisesFeed, after.promises],
  ];
  const wanted = feeds.map(([place, feed]) => ({
    place,
    ids: (feed?.newest.items ?? []).flatMap(({ id }) => (ids.has(id) ? [id] : [])),
  }));
  const looks = Math.floor((minutes * 60_000) / pause) + 1;
  for (let look = 1; look <= looks; look += 1) {
    const found = await Promise.all(wanted.map((each) => isThere(each, base, look)));
    if (found.every(Boolean)) return;
    if (look === 1) report(`Waiting until ${base.origin}${base.pathname} has what is new.`);
    if (look < looks) await wait(pause);
  }
  throw new AnnounceRefused(
    `${base.origin}${base.pathname} does not have what is new after ${minutes} minutes, and nothing was told. Look at the deployment; what waits is told by the next run that finds it there.`,
  );
}

/** In the newest document, or, where more was published meanwhile, in the newest archive. */
async function isThere(
  { place, ids }: { place: FeedLocation; ids: string[] },
  base: URL,
  look: number,
): Promise<boolean> {
  const missing = new Set(ids);
  const take = ({ items }: FeedDocumentRead) => {
    for (const { id } of items) missing.delete(id);
  };
  if (missing.size === 0) return true;
  const newest = await read(base, `${place.path}${documentName('json')}`, look);
  if (!newest) return false;
  take(newest);
  const archives = archivesOf(newest);
  if (missing.size > 0 && archives > 0) {
    const last = await read(base, `${place.path}${documentName('json', archives)}`, look);
    if (last) take(last);
  }
  return missing.size === 0;
}

/** Past what caches on the way keep of the look before; `undefined` where there is nothing, or something else. */
async function read(base: URL, path: string, look: number): Promise<FeedDocumentRead | undefined> {
  const address = new URL(path, base);
  address.searchParams.set('look', String(look));
  try {
    const text = await fetchDocument(address);
    return text === undefined ? undefined : parseFeed(text, path);
  } catch (cause) {
    if (cause instanceof AnnounceRefused) return undefined;
    throw cause;
  }
}
