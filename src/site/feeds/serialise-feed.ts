/** The one module that knows feed formats. Missing ids and dates are refused here, for the library drops them silently. */

import { decodeHTML } from 'entities';
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { toHtml } from 'hast-util-to-html';
import type { Enclosure, FeedDocument, FeedEntry, FeedFormat } from '../../shared/feeds/feed-entry.ts';

/** The bytes of a feed document. Throws for an entry without id, address or dates: such a feed must not be published. */
export function serialiseFeed(document: FeedDocument, format: FeedFormat): string {
  for (const entry of document.entries) refuseIncomplete(entry);
  const legal = { ...stripIllegal({ ...document, entries: [] }), entries: document.entries.map(legalEntry) };
  if (format === 'atom') return markArchive(markLanguage(atom(legal), legal), legal);
  if (format === 'rss') return markArchive(rss(legal), legal);
  return json(legal);
}

function refuseIncomplete({ id, url, published, updated, title }: FeedEntry): void {
  if (
    !/^tag:/.test(id) ||
    !/^https?:/.test(url) ||
    title.trim() === '' ||
    [published, updated].some((at) => Number.isNaN(Date.parse(at)))
  ) {
    throw new Error(`A feed entry is not complete: ${id || url}.`);
  }
}

/** Archives never change, so nobody has to be told of them. */
function hubLinks({ hub, isArchive }: FeedDocument): { href: string; rel: 'hub' }[] {
  return hub === undefined || isArchive ? [] : [{ href: hub, rel: 'hub' }];
}

/** No build time: a feed was updated when its newest entry was (RFC 4287, 4.2.15). */
function updatedAt({ entries }: FeedDocument): string {
  const latest = entries
    .map(({ updated }) => updated)
    .sort()
    .at(-1);
  return latest ?? '1970-01-01T00:00:00Z';
}

function atom(document: FeedDocument): string {
  const { previous, self, subscription, home, isArchive } = document;
  return generateAtomFeed({
    id: document.id,
    title: { value: document.title },
    subtitle: { value: document.description },
    updated: new Date(updatedAt(document)),
    authors: [{ name: document.author }],
    links: [
      { href: self.atom, rel: 'self', type: 'application/atom+xml' },
      { href: home, rel: 'alternate', type: 'text/html' },
      ...hubLinks(document),
      ...(isArchive ? [{ href: subscription.atom, rel: 'current', type: 'application/atom+xml' }] : []),
      ...(previous ? [{ href: previous.atom, rel: 'prev-archive', type: 'application/atom+xml' }] : []),
    ],
    entries: document.entries.map((entry) => ({
      id: entry.id,
      title: { value: entry.title },
      links: [
        { href: entry.url, rel: 'alternate', type: 'text/html' },
        ...(entry.enclosures ?? []).map(({ title, url, type, bytes }) => ({
          href: url,
          rel: 'enclosure',
          type,
          title,
          length: bytes,
        })),
      ],
      published: new Date(entry.published),
      updated: new Date(entry.updated),
      summary: { value: entry.summary },
      content: { value: entry.html, type: 'html' },
      categories: entry.categories.map((term) => ({ term })),
    })),
  });
}

function rss(document: FeedDocument): string {
  const { previous, self, subscription, isArchive } = document;
  return generateRssFeed({
    title: asHtml(document.title),
    link: document.home,
    description: asHtml(document.description),
    language: document.language,
    lastBuildDate: new Date(updatedAt(document)),
    atom: {
      links: [
        { href: self.rss, rel: 'self', type: 'application/rss+xml' },
        ...hubLinks(document),
        ...(isArchive ? [{ href: subscription.rss, rel: 'current', type: 'application/rss+xml' }] : []),
        ...(previous ? [{ href: previous.rss, rel: 'prev-archive', type: 'application/rss+xml' }] : []),
      ],
    },
    items: document.entries.map((entry) => ({
      title: asHtml(entry.title),
      link: entry.url,
      guid: { value: entry.id, isPermaLink: false },
      pubDate: new Date(entry.published),
      description: asHtml(entry.summary),
      content: { encoded: entry.html },
      // Readers of RSS know one alone; the text leads to all.
      enclosures: (entry.enclosures ?? []).slice(0, 1).map(({ url, type, bytes }) => ({ url, type, length: bytes })),
      // RSS wants an e-mail in `author`; the Dublin Core name needs none.
      dc: { creators: [asHtml(document.author)] },
      categories: entry.categories.map((name) => ({ name: asHtml(name) })),
    })),
  });
}

/**
 * Some readers take texts of RSS for HTML, as RSS 2.0 does in its `description`, and some for text: escaped is only what the
 * first would lose, a tag or a reference, so that the others show all else as it is.
 */
function asHtml(words: string): string {
  const escaped = (value: string) =>
    toHtml({ type: 'text', value }, { characterReferences: { useNamedReferences: true } });
  return words
    .replace(/&(?=(#?\w+;?))/g, (sign, name: string) =>
      decodeHTML(sign + name) === sign + name ? sign : escaped(sign),
    )
    .replace(/<(?=[A-Za-z/!?])/g, escaped);
}

function json(document: FeedDocument): string {
  const { previous, isArchive } = document;
  const hub = isArchive ? undefined : document.hub;
  const feed = generateJsonFeed({
    title: document.title,
    home_page_url: document.home,
    feed_url: document.self.json,
    description: document.description,
    language: document.language,
    authors: [{ name: document.author }],
    ...(previous ? { next_url: previous.json } : {}),
    ...(hub ? { hubs: [{ type: 'WebSub', url: hub }] } : {}),
    items: document.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.html,
      date_published: new Date(entry.published),
      date_modified: new Date(entry.updated),
      tags: entry.categories,
      ...(entry.enclosures ? { attachments: entry.enclosures.map(asAttachment) } : {}),
    })),
  });
  // What the library does not know: names of our own, which begin with `_`, and that a feed without entries has a list of none.
  const { items = [] } = feed as { items?: object[] };
  const extended = items.map((item, index) => ({ ...item, _candor: document.entries[index]?.subject }));
  return `${JSON.stringify({ ...(feed as object), items: extended }, null, 1)}\n`;
}

function asAttachment({ title, url, type, bytes }: Enclosure) {
  return { url, mime_type: type, title, size_in_bytes: bytes };
}

/** The library has no place for it; a language is letters, digits and hyphens. */
function markLanguage(xml: string, { language }: FeedDocument): string {
  return inHead(xml, (head) => head.replace('<feed ', `<feed xml:lang="${language}" `));
}

/** `<fh:archive/>` says that a document never changes (RFC 5005, 4). */
function markArchive(xml: string, { isArchive }: FeedDocument): string {
  if (!isArchive) return xml;
  return inHead(xml, (head) =>
    head
      .replace(/<(feed|rss)\b/, '<$1 xmlns:fh="http://purl.org/syndication/history/1.0"')
      .replace(/<channel>|<feed\b[^>]*>/, (start) => `${start}\n  <fh:archive/>`),
  );
}

/** All before the first title, which is short: each change of a feed would copy megabytes. */
function inHead(xml: string, change: (head: string) => string): string {
  const end = xml.indexOf('<title');
  return change(xml.slice(0, end)) + xml.slice(end);
}

/** An entry stands in many documents. */
const legalEntries = new WeakMap<FeedEntry, FeedEntry>();

function legalEntry(entry: FeedEntry): FeedEntry {
  const legal = legalEntries.get(entry) ?? stripIllegal(entry);
  legalEntries.set(entry, legal);
  return legal;
}

/** Anything but plain characters of the first plane; quick to tell, of texts that are long and nearly always legal. */
const mayBeIllegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffc]/;

/** Characters that XML 1.0 does not have, such as a control character out of a log, make a whole feed unreadable. */
function stripIllegal<T>(value: T): T {
  if (typeof value === 'string' && !mayBeIllegal.test(value)) return value;
  if (typeof value === 'string')
    return value.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|\ufffd/gu, '') as T;
  if (Array.isArray(value)) return value.map((inner) => stripIllegal(inner)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, stripIllegal(inner)])) as T;
}
