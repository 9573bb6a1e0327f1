/** The feeds of the site: which there are, and each document of each, from what `site-data` answers. */

import { type EntryContext, entryHtml, revisionHtml } from './feeds/entry-html.ts';
import type { Addresses, FeedDocument, FeedEntry, FeedFormat } from './feeds/feed-entry.ts';
import { archivePage, countArchives, newestPage } from './feeds/paginate.ts';
import { permanentId } from './feeds/permanent-id.ts';
import { promiseEntry } from './feeds/promise-entry.ts';
import { speak } from './i18n/speak.ts';
import type { PromiseRow } from './incident/promise-events.ts';
import type { ProjectedPostmortem } from './incident/public-postmortem.ts';
import {
  type FeedRow,
  getPostmortem,
  getService,
  getSite,
  getTranslations,
  listFeedRows,
  listPromiseEvents,
  listServices,
} from './site-data.ts';
import { foreignLanguageOf, translationState } from './site-languages.ts';

/** One feed: a path without base, ending in a slash where it is not the site's own: `''`, `updates/`, `services/x/`. */
export interface Feed {
  path: string;
  title: string;
  description: string;
  /** Page that lists the same, without base. */
  home: string;
  /** Whether older entries are kept in archives. The narrower feeds, whose texts the site's own has too, hold the newest only. */
  isArchived: boolean;
  formats: readonly FeedFormat[];
}

/** Names of the documents of a feed, before and behind the archive's number. */
const allFormats = ['atom', 'rss', 'json'] as const;
const documentNames = { atom: ['atom', '.xml'], rss: ['rss', '.xml'], json: ['feed', '.json'] } as const;

/** All feeds; none in the internal edition. */
export function listFeeds(): Feed[] {
  const { name, organisation, severities, edition, language } = getSite();
  if (edition === 'internal') return [];
  const { feeds } = speak(language).words;
  return [
    {
      path: '',
      title: feeds.all(name),
      description: feeds.allDescription(organisation),
      home: '/',
      isArchived: true,
      formats: allFormats,
    },
    {
      path: 'updates/',
      title: feeds.updates(name),
      description: feeds.updatesDescription,
      home: '/',
      isArchived: true,
      formats: allFormats,
    },
    {
      path: 'promises/',
      title: feeds.promises(name),
      description: feeds.promisesDescription,
      home: '/promises/',
      isArchived: true,
      formats: allFormats,
    },
    ...listServices().map(({ id, name: service }) =>
      narrowed(`services/${id}/`, feeds.ofService(name, service), service),
    ),
    ...severities.map(({ id, name: severity }) =>
      narrowed(`severity/${id}/`, feeds.ofSeverity(name, severity), severity),
    ),
  ];
}

function narrowed(path: string, title: string, name: string): Feed {
  const description = speak(getSite().language).words.feeds.narrowedDescription(name);
  return { path, title, description, home: `/${path}`, isArchived: false, formats: allFormats };
}

/**
 * One severity of one service: every pair, so that nobody has to wait for the first incident to follow it, and in Atom
 * alone, which every reader knows, so that there are not thousands of documents. None in the internal edition.
 */
export function listNarrowFeeds(): (Feed & { service: string; severity: string })[] {
  const { name, severities, edition, language } = getSite();
  if (edition === 'internal') return [];
  const { feeds } = speak(language).words;
  return listServices().flatMap((service) =>
    severities.map((severity) => {
      const both = feeds.severityOfService(severity.name, service.name);
      return {
        ...narrowed(`services/${service.id}/${severity.id}/`, feeds.ofService(name, both), both),
        home: `/services/${service.id}/`,
        formats: ['atom'] as const,
        service: service.id,
        severity: severity.id,
      };
    }),
  );
}

/** Paths, without base, of every document of every feed. */
export function listFeedDocuments(): string[] {
  return [...listFeeds(), ...listNarrowFeeds()].flatMap(({ path, isArchived, formats }) => {
    const archives = Array.from(
      { length: isArchived ? countArchives(rowsOf(path).length) : 0 },
      (_, index) => index + 1,
    );
    // The formats of one page follow each other: their entries are the same.
    return [undefined, ...archives].flatMap((number) =>
      formats.map((format) => `/${documentPath(path, format, number)}`),
    );
  });
}

/** The document at `path`, without base and first slash; `undefined` when there is none. */
export function findFeedDocument(path: string): { document: FeedDocument; format: keyof Addresses } | undefined {
  const match = /^((?:[a-z0-9-]+\/)*)(atom|rss|feed)(?:-(\d+))?\.(?:xml|json)$/.exec(path);
  const feed = [...listFeeds(), ...listNarrowFeeds()].find((candidate) => candidate.path === match?.[1]);
  if (!match || !feed) return undefined;
  const format = match[2] === 'feed' ? 'json' : (match[2] as 'atom' | 'rss');
  if (!feed.formats.includes(format)) return undefined;
  const number = match[3] === undefined ? undefined : Number(match[3]);
  if (documentPath(feed.path, format, number) !== path) return undefined;
  const rows = rowsOf(feed.path);
  const archives = feed.isArchived ? countArchives(rows.length) : 0;
  if (number !== undefined && (number < 1 || number > archives)) return undefined;
  const shown = number === undefined ? newestPage<Row>(rows) : archivePage<Row>(rows, number);
  const previous = number === undefined ? archives : number - 1;
  return {
    format,
    document: composeDocument(feed, { rows: shown, number, previous: previous > 0 ? previous : undefined }),
  };
}

type Row = FeedRow | PromiseRow;

/** What a feed has entries for, newest first. */
function rowsOf(path: string): Row[] {
  return path === 'promises/' ? listPromiseEvents() : listFeedRows(path);
}

interface Page {
  rows: Row[];
  number: number | undefined;
  previous: number | undefined;
}

function composeDocument(feed: Feed, { rows, number, previous }: Page): FeedDocument {
  const site = getSite();
  return {
    id: permanentId(site, 'feed', feed.path.replace(/\/$/, '') || 'all'),
    title: feed.title,
    description: feed.description,
    home: full(feed.home),
    author: site.organisation,
    language: site.language,
    entries: rows.flatMap((row) => ('event' in row ? composePromise(row) : composeEntry(row))),
    self: addresses(feed.path, number),
    subscription: addresses(feed.path),
    previous: previous === undefined ? undefined : addresses(feed.path, previous),
    isArchive: number !== undefined,
    hub: site.websubHub,
  };
}

function composeEntry({ slug, revision }: FeedRow): FeedEntry[] {
  const postmortem = getPostmortem(slug);
  if (!postmortem) return [];
  const site = getSite();
  const { severities } = site;
  const severityName = severities.find(({ id }) => id === postmortem.severity)?.name ?? postmortem.severity;
  const services = serviceNames(postmortem);
  const context: EntryContext = {
    speech: speak(site.language),
    pageUrl: full(`/postmortems/${slug}/`),
    severityName,
    serviceNames: services,
    translation: translationState(postmortem),
    foreignLanguage: foreignLanguageOf(slug),
  };
  const common = { url: context.pageUrl, categories: [severityName, ...Object.values(services), ...postmortem.tags] };
  if (revision !== undefined) return revisionEntry(postmortem, revision, context, common);
  const { id, title, publishedAt, summary, revisions } = postmortem;
  return [
    {
      ...common,
      id: permanentId(site, id),
      title,
      published: publishedAt,
      updated:
        [revisions.at(-1)?.at ?? publishedAt, getTranslations(slug)[site.language] ?? ''].sort().at(-1) ?? publishedAt,
      summary: summary.text,
      html: htmlOf(postmortem, context),
    },
  ];
}

/** A postmortem stands in several feeds, each in several formats: its text is written once for each answer of `site-data`. */
const texts = new WeakMap<ProjectedPostmortem, { key: string; html: string }>();

function htmlOf(postmortem: ProjectedPostmortem, context: EntryContext): string {
  const { pageUrl, severityName, serviceNames: services } = context;
  const key = JSON.stringify([context.speech.language, pageUrl, severityName, services]);
  const known = texts.get(postmortem);
  if (known?.key === key) return known.html;
  const html = entryHtml(postmortem, context);
  texts.set(postmortem, { key, html });
  return html;
}

function revisionEntry(
  postmortem: ProjectedPostmortem,
  index: number,
  context: EntryContext,
  common: Pick<FeedEntry, 'url' | 'categories'>,
): FeedEntry[] {
  const revision = postmortem.revisions[index];
  if (!revision) return [];
  const { words } = context.speech;
  return [
    {
      ...common,
      id: permanentId(getSite(), postmortem.id, 'revision', revision.at),
      title: words.feeds.revisionTitle(words.revisionKind[revision.kind], postmortem.title),
      published: revision.at,
      updated: revision.at,
      summary: revision.note.text,
      html: revisionHtml(revision, context, postmortem.title),
    },
  ];
}

function composePromise({ id, slug, title, services, action, event, at }: PromiseRow): FeedEntry[] {
  const site = getSite();
  const speech = speak(site.language);
  const url = full(`/postmortems/${slug}/#action-${action.id}`);
  return [
    {
      ...promiseEntry(event, { speech, action, title, url }),
      id: permanentId(site, id, 'action', action.id, event.kind, event.on),
      url,
      published: at,
      updated: at,
      categories: [
        speech.words.actionKind[action.kind],
        ...services.map((service) => getService(service)?.name ?? service),
      ],
    },
  ];
}

function serviceNames({ impact }: ProjectedPostmortem): Record<string, string> {
  return Object.fromEntries(impact.services.map(({ service }) => [service, getService(service)?.name ?? service]));
}

function addresses(path: string, number?: number): Addresses {
  const address = (format: keyof Addresses) => full(`/${documentPath(path, format, number)}`);
  return { atom: address('atom'), rss: address('rss'), json: address('json') };
}

function documentPath(path: string, format: keyof Addresses, number?: number): string {
  const [name, ending] = documentNames[format];
  return `${path}${name}${number === undefined ? '' : `-${number}`}${ending}`;
}

function full(path: string): string {
  const { origin, base } = getSite();
  return `${origin}${base}${path.slice(1)}`;
}
