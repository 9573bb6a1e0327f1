/** What subscribers get: one entry of a feed, complete, in no format yet. */

export interface FeedEntry {
  /** Permanent `tag:` URI (RFC 4151); readers know an entry by it and by nothing else. */
  id: string;
  title: string;
  /** Full address of the page. */
  url: string;
  /** Instants in canonical form. `published` never moves; `updated` moves only with a revision. */
  published: string;
  updated: string;
  summary: string;
  /** Sanitised HTML with full addresses; no script, style or drawing. */
  html: string;
  categories: string[];
}

/** A feed, or one document of it. */
export interface FeedDocument {
  /** Permanent id of the feed, the same in all its documents. */
  id: string;
  title: string;
  description: string;
  /** Full address of the page that lists the same. */
  home: string;
  author: string;
  language: string;
  /** The newest first. */
  entries: FeedEntry[];
  /** Full addresses, by format; `previous` is the document with older entries (RFC 5005). */
  self: Addresses;
  subscription: Addresses;
  previous: Addresses | undefined;
  isArchive: boolean;
  /** Address of a WebSub hub, where the site has one. */
  hub?: string | undefined;
}

export type FeedFormat = 'atom' | 'rss' | 'json';
export type Addresses = Readonly<Record<FeedFormat, string>>;

/** MIME types, as servers should send them (RFC 4287, RFC 8259, RSS advisory board). */
export const mimeTypes: Readonly<Record<FeedFormat, string>> = {
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
  json: 'application/feed+json',
};
