/** Saves what `--before` needs of a site as it is deployed: both feeds, and of each the newest archive. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documentName, promisesFeed, updatesFeed } from '../../shared/addresses/feed-documents.ts';
import { fetchDocument } from './fetch-document.ts';

/** Of the site at `url`, into `folder`, which stays empty where there is none. Gives back how many documents there were. */
export async function saveFeeds(url: string, folder: string): Promise<number> {
  const base = new URL(url.endsWith('/') ? url : `${url}/`);
  mkdirSync(folder, { recursive: true });
  let saved = 0;
  for (const { path } of [updatesFeed, promisesFeed]) {
    const newest = await fetchDocument(new URL(`${path}${documentName('json')}`, base));
    if (newest === undefined) continue;
    const archive = Number(/"next_url":\s*"[^"]*-(\d+)\.json"/.exec(newest)?.[1] ?? 0);
    const documents: [string, string | undefined][] = [[documentName('json'), newest]];
    if (archive > 0) {
      const name = documentName('json', archive);
      documents.push([name, await fetchDocument(new URL(`${path}${name}`, base))]);
    }
    for (const [name, text] of documents) {
      if (text === undefined) continue;
      mkdirSync(dirname(join(folder, path, name)), { recursive: true });
      writeFileSync(join(folder, path, name), text);
      saved += 1;
    }
  }
  return saved;
}
