/** Whether what was published before is still kept: facts, promises, ids and addresses. */
import { pathTo } from '../../shared/addresses/path-to.ts';
import { idPrefix } from '../../shared/incident/permanent-id.ts';
import type { PublicPostmortem } from '../../shared/incident/public-postmortem.ts';
import { timelineAnchors } from '../../shared/incident/timeline-anchors.ts';
import { createProblem, type Problem, type SourceLocation } from '../../shared/problem/problem.ts';
import type { SiteSnapshot } from '../publish/site-snapshot.ts';
import type { PostmortemChange } from './compare-snapshots.ts';

export interface HistoryOptions {
  before: SiteSnapshot;
  after: SiteSnapshot;
  changes: readonly PostmortemChange[];
  /** Where a field of a postmortem stands; `story` is where its text begins. */
  locationOf: (slug: string, path: readonly PropertyKey[]) => SourceLocation;
}

/** Problems of a change to a site that was public before. */
export function checkHistory({ before, after, changes, locationOf }: HistoryOptions): Problem[] {
  return [
    ...changes.flatMap((change) => checkChange(change, locationOf)),
    ...checkIdentities(changes, locationOf),
    ...checkAddresses(before, after),
    ...checkFeedIds(before, after),
    ...(before.unreadable.length > 0
      ? [createProblem('history/base-unreadable', { file: 'content/postmortems' }, { count: before.unreadable.length })]
      : []),
  ];
}

type LocationOf = HistoryOptions['locationOf'];

function checkChange(
  { before, after, facts, texts, newRevisions }: PostmortemChange,
  locationOf: LocationOf,
): Problem[] {
  if (!before || !after) return [];
  const location = (path: string) => locationOf(after.slug, path.split('.'));
  const isTold = newRevisions.length > 0;
  const [fact] = facts;
  const [text] = texts;
  return [
    ...(fact !== undefined && !isTold
      ? [createProblem('history/fact-without-revision', location(fact), { parts: facts })]
      : []),
    ...(text !== undefined && !isTold
      ? [createProblem('history/text-without-revision', location(text), { parts: texts })]
      : []),
    ...(before.publishedAt === after.publishedAt
      ? []
      : [
          createProblem('history/published-moved', location('publishedAt'), {
            before: before.publishedAt,
            after: after.publishedAt,
          }),
        ]),
    ...missing(
      before.revisions.map(({ at }) => at),
      after.revisions.map(({ at }) => at),
    ).map((at) => createProblem('history/revision-gone', location('revisions'), { at })),
    ...missing(
      before.actions.map(({ id }) => id),
      after.actions.map(({ id }) => id),
    ).map((id) => createProblem('history/promise-gone', location('actions'), { id })),
    ...missing(anchorsOf(before), [...anchorsOf(after), ...timelineAnchors(after.timeline)]).map((anchor) =>
      createProblem('history/anchor-gone', location('story'), { anchor }),
    ),
    ...missing(timelineAnchors(before.timeline), [...timelineAnchors(after.timeline), ...anchorsOf(after)]).map(
      (anchor) => createProblem('history/anchor-gone', location('timeline'), { anchor }),
    ),
  ];
}

/** Anchors of headings, and those that authors placed. */
function anchorsOf({ story }: PublicPostmortem): string[] {
  const placed = story.segments.flatMap((segment) =>
    'html' in segment ? [...segment.html.matchAll(/<span id="([^"]+)"><\/span>/g)].map(([, id]) => id as string) : [],
  );
  return [...story.headings.map(({ slug }) => slug), ...placed];
}

/** A postmortem that is gone while its folder holds one of another id has changed its id; else it is gone. */
function checkIdentities(changes: readonly PostmortemChange[], locationOf: LocationOf): Problem[] {
  const added = new Map(changes.flatMap(({ before, after }) => (after && !before ? [[after.slug, after.id]] : [])));
  return changes.flatMap(({ before, after }) => {
    if (!before || after) return [];
    const other = added.get(before.slug);
    return other === undefined
      ? [createProblem('history/postmortem-gone', locationOf(before.slug, []), { id: before.id })]
      : [createProblem('history/id-changed', locationOf(before.slug, ['id']), { before: before.id, after: other })];
  });
}

/** Pages that a link or a bookmark may name. That of a postmortem which is gone is named with the postmortem. */
function checkAddresses(before: SiteSnapshot, after: SiteSnapshot): Problem[] {
  const ids = new Set(after.postmortems.map(({ id }) => id));
  const slugs = (snapshot: SiteSnapshot) =>
    snapshot.postmortems.flatMap(({ id, slug, redirectFrom }) =>
      snapshot === after || ids.has(id) ? [slug, ...redirectFrom] : [],
    );
  const unreadable = new Set(after.unreadable);
  const gone = (path: NamedBy, earlier: readonly string[], later: readonly string[], file: NamedBy) =>
    missing(earlier, later).map((name) =>
      createProblem('history/address-gone', { file: file(name) }, { address: path(name).slice(1) }),
    );
  const settings = () => 'content/site.yaml';
  return [
    ...missing(
      slugs(before).filter((slug) => !unreadable.has(slug)),
      slugs(after),
    ).map((slug) => {
      const address = pathTo('postmortem', { slug }).slice(1);
      return createProblem(
        'history/address-gone',
        { file: `content/postmortems/${slug}/index.mdx` },
        { address, slug },
      );
    }),
    ...gone(
      (service) => pathTo('service', { service }),
      before.services.map(idOf),
      after.services.map(idOf),
      (id) => `content/services/${id}.yaml`,
    ),
    ...gone(
      (severity) => pathTo('severity', { severity }),
      before.settings.severities.map(idOf),
      after.settings.severities.map(idOf),
      settings,
    ),
    ...gone((tag) => `/${tag}/`, before.settings.languages.slice(1), after.settings.languages.slice(1), settings),
    ...gone(
      (id) => pathTo('ownPage', { id }),
      before.pages.map(idOf),
      after.pages.map(idOf),
      (id) => `content/pages/${id}.mdx`,
    ),
  ];
}

type NamedBy = (name: string) => string;

function checkFeedIds(before: SiteSnapshot, after: SiteSnapshot): Problem[] {
  const [was, is] = [idPrefix(before.settings), idPrefix(after.settings)];
  if (was === is || before.postmortems.length === 0) return [];
  return [createProblem('history/feed-ids-changed', { file: 'content/site.yaml' }, { before: was, after: is })];
}

const idOf = ({ id }: { id: string }) => id;

function missing(earlier: readonly string[], later: readonly string[]): string[] {
  const kept = new Set(later);
  return [...new Set(earlier)].filter((name) => !kept.has(name));
}
