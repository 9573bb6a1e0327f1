/** The answer to a request for a feed document. */
import { mimeTypes } from '../../shared/feeds/feed-entry.ts';
import { findFeedDocument } from '../data/feed-documents.ts';
import { serialiseFeed } from '../feeds/serialise-feed.ts';

/** Of the document at `path`, without base and first slash; 404 when there is none. */
export function respondWithFeed(path: string): Response {
  const found = findFeedDocument(path);
  if (!found) return new Response(null, { status: 404 });
  const { document, format } = found;
  const headers = { 'content-type': `${mimeTypes[format]}; charset=utf-8` };
  return new Response(serialiseFeed(document, format), { headers });
}
