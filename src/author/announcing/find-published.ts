/** Finds a postmortem by its slug among the entries of a built site. */
import { pathTo } from '../../shared/addresses/path-to.ts';
import { messageOf } from './feed-item.ts';
import type { Message } from './message.ts';
import type { OpenFeed } from './open-feed.ts';

/** As its entry in the feed of updates tells of it; `undefined` where it is not public. Reads back until it is found. */
export async function findPublished(
  { newest, archives, archive }: OpenFeed,
  slug: string,
): Promise<Message | undefined> {
  const path = pathTo('postmortem', { slug });
  for (let number = archives + 1; number >= 1; number -= 1) {
    const items = number > archives ? newest.items : ((await archive(number))?.items ?? []);
    const found = items.find(({ url, _candor }) => _candor?.kind === 'published' && url.endsWith(path));
    if (found) return messageOf(found, newest);
  }
  return undefined;
}
