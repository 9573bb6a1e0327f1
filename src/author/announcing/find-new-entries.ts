/** Which entries a feed has that an earlier state of it had not, by their ids, reading only as far back as needed. */
import { pageSize } from '../../shared/feeds/paginate.ts';
import { AnnounceRefused } from './announce-refused.ts';
import type { FeedItem } from './feed-item.ts';
import type { OpenFeed } from './open-feed.ts';

/**
 * The oldest first. Both feeds are read from the newest entry back until all that the later one has grown by is found: that
 * is one document of each, unless something was published with a date of long ago. An entry older than all that can be read
 * of `before` counts as known: better silent than told twice. Throws `AnnounceRefused` where the two have nothing in common.
 */
export async function findNewEntries(before: OpenFeed, after: OpenFeed): Promise<FeedItem[]> {
  const known = openHistory(before);
  const found = new Map<string, FeedItem>();
  const seen = new Set<string>();
  let growth: number | undefined;
  for (let number = after.archives + 1; number >= 1; number -= 1) {
    const items = number > after.archives ? after.newest.items : ((await after.archive(number))?.items ?? []);
    let isAllNew = true;
    for (const item of items) {
      if (seen.has(item.id)) continue;
      seen.add(item.id);
      if (await known.has(item)) isAllNew = false;
      else found.set(item.id, item);
    }
    if (isAllNew) continue;
    growth ??= await growthOf(before, after);
    if (found.size >= growth) break;
  }
  if (before.newest.items.length > 0 && found.size > 0 && found.size === seen.size)
    throw new AnnounceRefused(
      'The two feeds have no entry in common: they are of different sites or languages, and everything would be told again.',
    );
  return [...found.values()].reverse();
}

interface History {
  has(item: FeedItem): Promise<boolean>;
}

function openHistory(feed: OpenFeed): History {
  const ids = new Set(feed.newest.items.map(({ id }) => id));
  let next = feed.archives;
  let oldest = feed.newest.items.at(-1)?.date_published;
  let isCut = false;
  return {
    async has({ id, date_published: at }) {
      while (!ids.has(id) && next > 0 && !isCut && oldest !== undefined && at <= oldest) {
        const archive = await feed.archive(next);
        isCut = archive === undefined;
        next -= 1;
        for (const item of archive?.items ?? []) ids.add(item.id);
        oldest = archive?.items.at(-1)?.date_published ?? oldest;
      }
      return ids.has(id) || (isCut && oldest !== undefined && at <= oldest);
    },
  };
}

/** By how many entries the feed has grown; 0 where that cannot be told. */
async function growthOf(before: OpenFeed, after: OpenFeed): Promise<number> {
  const [earlier, later] = [await countEntries(before), await countEntries(after)];
  return earlier === undefined || later === undefined ? 0 : later - earlier;
}

/** The newest document overlaps with the newest archive, and every archive is full. */
async function countEntries({ newest, archives, archive }: OpenFeed): Promise<number | undefined> {
  if (archives === 0) return newest.items.length;
  const last = await archive(archives);
  if (!last) return undefined;
  const ids = new Set(last.items.map(({ id }) => id));
  return archives * pageSize + newest.items.filter(({ id }) => !ids.has(id)).length;
}
