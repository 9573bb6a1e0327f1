/** What subscribers get: one entry of a feed, complete, in no format yet. */

/** What an entry tells of: a postmortem that is there, a revision of it, and what became of a promise it made. */
export const entryKinds = ['published', 'revised', 'kept', 'moved', 'dropped'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** In words of the feed's language, plain text. */
export interface KeyFact {
  name: string;
  value: string;
}

/** What an entry is about, for programs that choose among entries and tell of them: in JSON Feed, under `_candor`. */
export interface EntrySubject {
  kind: EntryKind;
  postmortem: { id: string; title: string; url: string };
  /** Ids, as authors write them. */
  severity: string;
  services: string[];
  facts: KeyFact[];
}

export interface Enclosure {
  title: string;
  url: string;
  /** MIME type. */
  type: string;
  bytes: number;
}

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
  /** Files for download, by their full addresses. */
  enclosures?: readonly Enclosure[];
  subject: EntrySubject;
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
