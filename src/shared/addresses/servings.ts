/** How servers are to send what is more than a page: its type, how long it may be kept, and who may read it. */
import { mimeTypes } from '../feeds/feed-entry.ts';

export type Serving =
  | 'atom'
  | 'rss'
  | 'jsonFeed'
  | 'calendar'
  | 'markdown'
  | 'csv'
  | 'opml'
  | 'badge'
  | 'data'
  | 'attachedText'
  | 'forEver';

export interface ServingRule {
  /** Below the base, without its slash; at most one `*`, which stands for any characters, slashes too: languages as well. */
  paths: readonly string[];
  /** Where servers do not know it by the name. */
  type?: string;
  /** `soon`: readers ask every few minutes; `forEver`: another content has another name. */
  caching: 'soon' | 'forEver';
  /** Programs in the browsers of other sites may read it: what is public is so anyway. */
  isOpen?: true;
}

/** In the order of the rules that hosts get. No path has two of them: some hosts would join the values by a comma. */
export const servings: Readonly<Record<Serving, ServingRule>> = {
  atom: typed(['*atom.xml', ...archives('atom-*')], mimeTypes.atom),
  rss: typed(['*rss.xml', ...archives('rss-*')], mimeTypes.rss),
  jsonFeed: typed(['*feed.json', ...archives('feed-*')], mimeTypes.json),
  calendar: typed(['*.ics'], 'text/calendar'),
  markdown: typed(['*.md'], 'text/markdown'),
  csv: typed(['*.csv'], 'text/csv'),
  opml: typed(['*.opml'], 'text/x-opml'),
  badge: { paths: ['badges/*'], caching: 'soon' },
  data: { paths: ['api/*', 'postmortems/*.json'], caching: 'soon', isOpen: true },
  // Tables and Markdown are typed above, JSON and PDF known by every server; the bytes of an address never change.
  attachedText: typed(
    ['jsonl', 'log', 'ndjson', 'tsv', 'txt', 'yaml', 'yml'].map((ending) => `attachments/*.${ending}`),
    'text/plain',
  ),
  forEver: { paths: ['_astro/*', 'images/*', 'cards/*', 'theme/*'], caching: 'forEver' },
};

/** Feeds with archives; in other languages servers take the type from the name. */
function archives(name: string): string[] {
  return [name, `updates/${name}`, `promises/${name}`];
}

function typed(paths: string[], type: string): ServingRule {
  return { paths, type, caching: 'soon', isOpen: true };
}
