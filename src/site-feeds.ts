/** The feeds of the site: which there are, what each has entries for, and where its documents are. */
import type { Addresses, FeedFormat } from './feeds/feed-entry.ts';
import { countArchives } from './feeds/paginate.ts';
import { speak } from './i18n/speak.ts';
import type { PromiseRow } from './incident/promise-events.ts';
import { type FeedRow, getSite, listFeedRows, listServices } from './site-data.ts';
import { listPromiseEvents } from './site-figures.ts';

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

type Row = FeedRow | PromiseRow;

/** What the feed at `path` has entries for, newest first. */
export function rowsOf(path: string): Row[] {
  return path === 'promises/' ? listPromiseEvents() : listFeedRows(path);
}

/** Path of a document of the feed at `path`, without base and first slash; of archive `number` where there is one. */
export function documentPath(path: string, format: keyof Addresses, number?: number): string {
  const [name, ending] = documentNames[format];
  return `${path}${name}${number === undefined ? '' : `-${number}`}${ending}`;
}
