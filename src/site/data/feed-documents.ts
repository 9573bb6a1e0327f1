/** Each document of each feed, from what `site-data` answers. */

import { documentPath, readDocumentPath } from '../../shared/addresses/feed-documents.ts';
import { pathTo } from '../../shared/addresses/path-to.ts';
import { listDownloads } from '../../shared/documents/list-downloads.ts';
import type { Addresses, EntrySubject, FeedDocument, FeedEntry, KeyFact } from '../../shared/feeds/feed-entry.ts';
import { archivePage, countArchives, newestPage } from '../../shared/feeds/paginate.ts';
import { verdictInWords } from '../../shared/i18n/verdict-in-words.ts';
import { permanentId } from '../../shared/incident/permanent-id.ts';
import type { PromiseRow } from '../../shared/incident/promise-events.ts';
import type { ProjectedPostmortem } from '../../shared/incident/public-postmortem.ts';
import { type EntryContext, entryHtml, revisionHtml } from '../feeds/entry-html.ts';
import { keyFacts } from '../feeds/key-facts.ts';
import { promiseEntry } from '../feeds/promise-entry.ts';
import { share } from './answers.ts';
import { type Feed, findFeed, rowsOf } from './feeds.ts';
import { getSettledVerdicts } from './figures.ts';
import { foreignLanguageOf, translationState } from './languages.ts';
import { getLocaleInUtc } from './locale.ts';
import {
  type FeedRow,
  findPostmortemById,
  getPostmortem,
  getPostmortemTitle,
  getService,
  getSite,
  getTranslations,
} from './site-data.ts';

type Row = FeedRow | PromiseRow;

/** The document at `path`, without base and first slash; `undefined` when there is none. */
export function findFeedDocument(path: string): { document: FeedDocument; format: keyof Addresses } | undefined {
  const named = readDocumentPath(path);
  const feed = named && findFeed(named.feed);
  if (!named || !feed) return undefined;
  const { format, number } = named;
  if (!feed.formats.includes(format)) return undefined;
  const rows = rowsOf(feed);
  // A document has one name.
  if (path !== documentPath({ ...feed, path: named.feed }, format, number)) return undefined;
  const archives = feed.archives === 'none' ? 0 : countArchives(rows.length);
  if (number !== undefined && number > archives) return undefined;
  const newest = feed.archives === 'none' ? rows : newestPage<Row>(rows);
  const shown = number === undefined ? newest : archivePage<Row>(rows, number);
  const previous = number === undefined ? archives : number - 1;
  return {
    format,
    document: composeDocument(feed, { rows: shown, number, previous: previous > 0 ? previous : undefined }),
  };
}

interface Page {
  rows: Row[];
  number: number | undefined;
  previous: number | undefined;
}

function composeDocument(feed: Feed, { rows, number, previous }: Page): FeedDocument {
  const site = getSite();
  return {
    id: permanentId(site, 'feed', feed.idPart ?? (feed.path.replace(/\/$/, '') || 'all')),
    title: feed.title,
    // Feeds have no field for the zone of the times in their texts.
    description: `${feed.description} ${getLocaleInUtc().words.feeds.timesInUtc}`,
    home: full(feed.home),
    author: site.organisation,
    language: site.language,
    entries: rows.flatMap((row) => ('event' in row ? composePromise(row) : shareEntry(row))),
    self: addresses(feed, number),
    subscription: addresses(feed),
    previous: previous === undefined ? undefined : addresses(feed, previous),
    isArchive: number !== undefined,
    hub: site.websubHub,
  };
}

/** A postmortem stands in many feeds, each in several formats. */
function shareEntry(row: FeedRow): FeedEntry[] {
  return share('feed-entry', `${row.slug} ${row.revision ?? ''}`, () => composeEntry(row));
}

function composeEntry({ slug, revision }: FeedRow): FeedEntry[] {
  const postmortem = getPostmortem(slug);
  if (!postmortem) return [];
  const site = getSite();
  const { severities } = site;
  const severityName = severities.find(({ id }) => id === postmortem.severity)?.name ?? postmortem.severity;
  const services = serviceNames(postmortem);
  const context: EntryContext = {
    locale: getLocaleInUtc(),
    pageUrl: full(pathTo('postmortem', { slug })),
    severityName,
    serviceNames: services,
    results: settledResults(postmortem),
    downloads: listDownloads(postmortem.attachments, site),
    translation: translationState(postmortem),
    foreignLanguage: foreignLanguageOf(slug),
  };
  const common = {
    url: context.pageUrl,
    categories: [severityName, ...Object.values(services), ...postmortem.tags],
    subject: {
      kind: revision === undefined ? 'published' : 'revised',
      postmortem: { id: permanentId(site, postmortem.id), title: postmortem.title, url: context.pageUrl },
      severity: postmortem.severity,
      services: Object.keys(services),
      facts: keyFacts(postmortem, context),
    } satisfies EntrySubject,
  };
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
      ...(context.downloads.length === 0 ? {} : { enclosures: context.downloads }),
      html: entryHtml(postmortem, context),
    },
  ];
}

function revisionEntry(
  postmortem: ProjectedPostmortem,
  index: number,
  context: EntryContext,
  common: Pick<FeedEntry, 'url' | 'categories' | 'subject'>,
): FeedEntry[] {
  const revision = postmortem.revisions[index];
  if (!revision) return [];
  const { words } = context.locale;
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
  const locale = getLocaleInUtc();
  const url = full(`${pathTo('postmortem', { slug })}#action-${action.id}`);
  const { facts, ...entry } = promiseEntry(event, { locale, action, title, url });
  return [
    {
      ...entry,
      id: permanentId(site, id, 'action', action.id, event.kind, event.on),
      url,
      published: at,
      updated: at,
      categories: [
        locale.words.actionKind[action.kind],
        ...services.map((service) => getService(service)?.name ?? service),
      ],
      subject: {
        kind: event.kind === 'done' ? 'kept' : event.kind,
        postmortem: { id: permanentId(site, id), title, url: full(pathTo('postmortem', { slug })) },
        severity: findPostmortemById(id)?.severity ?? '',
        services,
        facts,
      },
    },
  ];
}

/**
 * Verdicts by clocks that have stopped, and of windows that were over when the text was last changed: what follows from the
 * day of the build would change entries whose content did not.
 */
function settledResults({ slug, publishedAt, revisions }: ProjectedPostmortem): KeyFact[] {
  const site = getSite();
  const locale = getLocaleInUtc();
  const { words } = locale;
  return getSettledVerdicts(slug).flatMap((verdict) => {
    const until = 'isRunning' in verdict ? undefined : verdict.figures?.window.to;
    // A window that ended after the last word on the incident is told of by the next.
    if (until !== undefined && until > (revisions.at(-1)?.at ?? publishedAt)) return [];
    const said = verdictInWords(verdict, { site, locale, titleOf: (of) => getPostmortemTitle(of) ?? of });
    const outcome = words.label(words.verdict.outcome[verdict.outcome]);
    const name = `${words.label(getService(verdict.service)?.name ?? verdict.service)} ${said.name}`;
    return [{ name, value: `${outcome} ${said.measured}${words.comma}${said.target}` }];
  });
}

function serviceNames({ impact }: ProjectedPostmortem): Record<string, string> {
  return Object.fromEntries(impact.services.map(({ service }) => [service, getService(service)?.name ?? service]));
}

function addresses(feed: Feed, number?: number): Addresses {
  const address = (format: keyof Addresses) => full(`/${documentPath(feed, format, number)}`);
  return { atom: address('atom'), rss: address('rss'), json: address('json') };
}

function full(path: string): string {
  const { origin, base } = getSite();
  return `${origin}${base}${path.slice(1)}`;
}
