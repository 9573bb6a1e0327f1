/** The feeds of the site: which there are, what each has entries for, and where its documents are. */

import {
  documentName,
  type FeedLocation,
  feedOfBoth,
  feedOfPostmortem,
  feedOfService,
  feedOfSeverity,
  feedOfTag,
  promisesFeed,
  siteFeed,
  updatesFeed,
} from '../../shared/addresses/feed-documents.ts';
import { findAddress } from '../../shared/addresses/find-address.ts';
import { pathTo } from '../../shared/addresses/path-to.ts';
import { orderPromiseEvents, type PromiseRow } from '../../shared/incident/promise-events.ts';
import { listPromiseEvents } from './figures.ts';
import { getLocaleInUtc } from './locale.ts';
import {
  type FeedRow,
  findSuccessor,
  getPostmortem,
  getPostmortemTitle,
  getSite,
  listFeedRows,
  listServices,
  listTags,
} from './site-data.ts';

/** One feed, with what it says of itself. */
export interface Feed extends FeedLocation {
  title: string;
  description: string;
  /** Page that lists the same, without base. */
  home: string;
  /** Part of its id, where the path may change. */
  idPart?: string;
}

/** All feeds; none in the internal edition. */
export function listFeeds(): Feed[] {
  const { name, organisation, severities, edition } = getSite();
  if (edition === 'internal') return [];
  const { feeds } = getLocaleInUtc().words;
  return [
    { ...siteFeed, title: feeds.all(name), description: feeds.allDescription(organisation), home: pathTo('home') },
    { ...updatesFeed, title: feeds.updates(name), description: feeds.updatesDescription, home: pathTo('home') },
    { ...promisesFeed, title: feeds.promises(name), description: feeds.promisesDescription, home: pathTo('promises') },
    ...listServices().map(({ id, name: service }) => ({
      ...narrowed(feedOfService(id), feeds.ofService(name, service), service),
      home: pathTo('service', { service: id }),
    })),
    ...severities.map(({ id, name: severity }) => ({
      ...narrowed(feedOfSeverity(id), feeds.ofSeverity(name, severity), severity),
      home: pathTo('severity', { severity: id }),
    })),
  ];
}

function narrowed(feed: FeedLocation, title: string, name: string): Omit<Feed, 'home'> {
  const description = getLocaleInUtc().words.feeds.narrowedDescription(name);
  return { ...feed, title, description };
}

/**
 * One severity of one service: every pair, so that nobody has to wait for the first incident to follow it. None in the
 * internal edition.
 */
export function listNarrowFeeds(): (Feed & { service: string; severity: string })[] {
  const { name, severities, edition } = getSite();
  if (edition === 'internal') return [];
  const { feeds } = getLocaleInUtc().words;
  return listServices().flatMap((service) =>
    severities.map((severity) => {
      const both = feeds.severityOfService(severity.name, service.name);
      return {
        ...narrowed(feedOfBoth(service.id, severity.id), feeds.ofService(name, both), both),
        home: pathTo('service', { service: service.id }),
        service: service.id,
        severity: severity.id,
      };
    }),
  );
}

/** The feed at this path; `undefined` where there is none. */
export function findFeed(path: string): Feed | undefined {
  if (getSite().edition === 'internal') return undefined;
  const { kind, parts } = findAddress(`/${path}${documentName('atom')}`) ?? {};
  if (kind === 'postmortemFeed') return findOwnFeed(parts?.slug ?? '');
  if (kind === 'tagFeed') return findTagFeed(parts?.tag ?? '');
  const isNarrow = kind === 'serviceSeverityFeed';
  return (isNarrow ? listNarrowFeeds() : listFeeds()).find((feed) => feed.path === path);
}

/** Of the postmortem that has this slug, or had it. */
function findOwnFeed(slug: string): Feed | undefined {
  const present = getPostmortemTitle(slug) === undefined ? findSuccessor(slug)?.slug : slug;
  const postmortem = present === undefined ? undefined : getPostmortem(present);
  if (present === undefined || !postmortem) return undefined;
  const { name } = getSite();
  const { feeds } = getLocaleInUtc().words;
  return {
    ...feedOfPostmortem(present),
    title: feeds.ofService(name, postmortem.title),
    description: feeds.ofPostmortemDescription,
    home: pathTo('postmortem', { slug: present }),
    idPart: postmortem.id,
  };
}

function findTagFeed(tag: string): Feed | undefined {
  const { name } = getSite();
  if (!listTags().some((known) => known.name === tag)) return undefined;
  const { feeds, tags } = getLocaleInUtc().words;
  const feed = feedOfTag(tag);
  const [title, description] = [feeds.ofService(name, tags.tagged(tag)), feeds.taggedDescription(tag)];
  return { ...feed, title, description, home: pathTo('tag', { tag }) };
}

type Row = FeedRow | PromiseRow;

/** What a feed has entries for, newest first. */
export function rowsOf({ path, kind, parts }: FeedLocation): Row[] {
  if (kind === 'promisesFeed') return listPromiseEvents();
  return kind === 'postmortemFeed' ? rowsAbout(parts.slug ?? '') : listFeedRows(path);
}

/** The first publication, every revision, and what became of every promise; at the same moment what came first stands below. */
function rowsAbout(slug: string): Row[] {
  const postmortem = getPostmortem(slug);
  if (!postmortem) return [];
  const { impact, publishedAt, revisions } = postmortem;
  const services = [...new Set(impact.services.map(({ service }) => service))];
  const rows: Row[] = [
    ...orderPromiseEvents([{ ...postmortem, services }]),
    ...revisions.map(({ at }, revision) => ({ slug, at, revision })).reverse(),
    { slug, at: publishedAt },
  ];
  return rows.sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0));
}
