/** A site with the feeds that `candor announce` reads, written by hand: no build is needed to tell of it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EntrySubject } from '../../src/shared/feeds/feed-entry.ts';
import { archivePage, countArchives, newestPage } from '../../src/shared/feeds/paginate.ts';
import { siteYaml } from './site.ts';

export interface ToldEntry {
  id: string;
  title: string;
  summary: string;
  url: string;
  date_published: string;
  _candor: EntrySubject;
}

const origin = 'https://postmortems.example/';
const prefix = 'tag:postmortems.example,2024-01-01:';

/** Entry `number` of a feed of updates, published on day `number` of 2026; later ones are newer. */
export function toldEntry(
  number: number,
  changes: Partial<ToldEntry> = {},
  subject: Partial<EntrySubject> = {},
): ToldEntry {
  const id = `${prefix}PM-${number}`;
  const url = `${origin}postmortems/incident-${number}/`;
  const title = `Incident ${number}`;
  return {
    id,
    title,
    summary: `Summary ${number}.`,
    url,
    date_published: new Date(Date.UTC(2026, 0, number, 10)).toISOString(),
    ...changes,
    _candor: {
      kind: 'published',
      postmortem: { id, title: changes.title ?? title, url },
      severity: 'sev1',
      services: ['checkout'],
      facts: [{ name: 'Severity', value: 'Severity 1' }],
      ...subject,
    },
  };
}

/** Writes both feeds with their archives below `folder`, from entries in any order. */
export function writeFeeds(folder: string, updates: readonly ToldEntry[], promises: readonly ToldEntry[] = []): void {
  for (const [path, entries] of [
    ['updates/', updates],
    ['promises/', promises],
  ] as const) {
    const sorted = [...entries].sort((a, b) => (a.date_published < b.date_published ? 1 : -1));
    const archives = countArchives(sorted.length);
    const write = (name: string, items: readonly ToldEntry[], previous: number) => {
      const file = join(folder, path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(
        file,
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: 'Example postmortems: updates',
          home_page_url: origin,
          feed_url: `${origin}${path}${name}`,
          language: 'en',
          authors: [{ name: 'Example' }],
          ...(previous > 0 ? { next_url: `${origin}${path}feed-${previous}.json` } : {}),
          items,
        }),
      );
    };
    write('feed.json', newestPage(sorted), archives);
    for (let number = 1; number <= archives; number += 1)
      write(`feed-${number}.json`, archivePage(sorted, number), number - 1);
  }
}

/** A site's sources with this `content/announce.yaml`. */
export function writeToldSite(site: string, announceYaml: string): void {
  mkdirSync(join(site, 'content', 'services'), { recursive: true });
  const files = {
    'site.yaml': siteYaml,
    'people.yaml': '{}\n',
    'redaction.yaml': '{}\n',
    'services/checkout.yaml': 'name: Checkout\n',
    'announce.yaml': announceYaml,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(site, 'content', name), text);
}
