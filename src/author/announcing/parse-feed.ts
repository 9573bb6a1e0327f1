/** A document of a JSON feed from its text. */
import { readDocumentPath } from '../../shared/addresses/feed-documents.ts';
import { AnnounceRefused } from './announce-refused.ts';
import { type FeedDocumentRead, feedDocumentSchema } from './feed-item.ts';

/** `path` names it where it is refused. No text at all is a feed without entries, for a download of nothing leaves that behind. */
export function parseFeed(text: string, path: string): FeedDocumentRead {
  let value: unknown = {};
  try {
    if (text.trim() !== '') value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const parsed = feedDocumentSchema.safeParse(value);
  if (!parsed.success) throw new AnnounceRefused(`${path} is no JSON feed.`);
  return parsed.data;
}

/** How many archives with older entries there are; archive 1 is the oldest. */
export function archivesOf({ next_url: next = '' }: FeedDocumentRead): number {
  return readDocumentPath(next.replace(/^.*\//, ''))?.number ?? 0;
}
