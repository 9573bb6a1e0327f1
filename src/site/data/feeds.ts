/** The feeds of the site: which there are, what each has entries for, and where its documents are. */
import {
  type FeedPlace,
  feedOfBoth,
  feedOfService,
  feedOfSeverity,
  promisesFeed,
  siteFeed,
  updatesFeed,
} from '../../shared/addresses/feed-documents.ts';
import { pathTo } from '../../shared/addresses/path-to.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import type { PromiseRow } from '../../shared/incident/promise-events.ts';
import { listPromiseEvents } from './figures.ts';
import { type FeedRow, getSite, listFeedRows, listServices } from './site-data.ts';

/** One feed, with what it says of itself. */
export interface Feed extends FeedPlace {
  title: string;
  description: string;
  /** Page that lists the same, without base. */
  home: string;
}

/** All feeds; none in the internal edition. */
export function listFeeds(): Feed[] {
  const { name, organisation, severities, edition, language } = getSite();
  if (edition === 'internal') return [];
  const { feeds } = useLocale(language).words;
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

function narrowed(place: FeedPlace, title: string, name: string): Omit<Feed, 'home'> {
  const description = useLocale(getSite().language).words.feeds.narrowedDescription(name);
  return { ...place, title, description };
}

/**
 * One severity of one service: every pair, so that nobody has to wait for the first incident to follow it. None in the
 * internal edition.
 */
export function listNarrowFeeds(): (Feed & { service: string; severity: string })[] {
  const { name, severities, edition, language } = getSite();
  if (edition === 'internal') return [];
  const { feeds } = useLocale(language).words;
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

type Row = FeedRow | PromiseRow;

/** What the feed at `path` has entries for, newest first. */
export function rowsOf(path: string): Row[] {
  return path === promisesFeed.path ? listPromiseEvents() : listFeedRows(path);
}
