/** Saves what `--before` needs of a site as it is deployed: both feeds, and of each the newest archive. */
import { join } from 'node:path';
import { writeWhole } from '../../disk/sealed-file.ts';
import { documentName, promisesFeed, updatesFeed } from '../../shared/addresses/feed-documents.ts';
import type { FeedDocumentRead } from './feed-item.ts';
import { fetchDocument } from './fetch-document.ts';
import { archivesOf, parseFeed } from './parse-feed.ts';

/**
 * Of the site at `url`, into `folder`. Gives back how many documents there were. Where there is no site its feeds are empty files,
 * since what keeps the folder for a later job may keep files alone.
 */
export async function saveFeeds(url: string, folder: string): Promise<number> {
  const base = new URL(url.endsWith('/') ? url : `${url}/`);
  const feeds = [updatesFeed, promisesFeed].map(({ path }) => path);
  const documents = new Map<string, string>();
  const fetchInto = async (name: string): Promise<FeedDocumentRead | undefined> => {
    const text = await fetchDocument(new URL(name, base));
    if (text === undefined) return undefined;
    documents.set(name, text);
    return parseFeed(text, name);
  };
  for (const path of feeds) {
    const document = await fetchInto(`${path}${documentName('json')}`);
    const archives = document ? archivesOf(document) : 0;
    if (archives > 0) await fetchInto(`${path}${documentName('json', archives)}`);
  }
  const { size } = documents;
  if (size === 0) for (const path of feeds) documents.set(`${path}${documentName('json')}`, '');
  for (const [name, text] of documents) writeWhole(join(folder, name), text);
  return size;
}
