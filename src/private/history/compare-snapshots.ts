/** What differs between two states of a site, as the public sees them. */
import { type FieldPath, mapFields, pathsOf } from '../../shared/incident/map-fields.ts';
import { type Prose, type PublicPostmortem, publicPostmortemSchema } from '../../shared/incident/public-postmortem.ts';
import type { SiteSnapshot } from '../publish/site-snapshot.ts';

/** A postmortem that is public on at least one side. */
export interface PostmortemChange {
  before?: PublicPostmortem;
  after?: PublicPostmortem;
  /** Paths of recorded facts that differ: `times.resolved`, `impact.users`. */
  facts: string[];
  /** Fields of prose that differ, and `story`. */
  texts: string[];
  /** Moments of revisions that only `after` has. */
  newRevisions: string[];
  /** Languages into which it is translated otherwise than before, or no longer. */
  languages: string[];
}

/** Both by their permanent ids, in order of the later side, then of what is gone; what is equal is left out. */
export function compareSnapshots(before: SiteSnapshot, after: SiteSnapshot): PostmortemChange[] {
  const unknown = new Set([...before.unreadable, ...after.unreadable]);
  const earlier = new Map(before.postmortems.map((postmortem) => [postmortem.id, postmortem]));
  const ids = new Set(after.postmortems.map(({ id }) => id));
  const later = after.postmortems
    .filter(({ id, slug }) => earlier.has(id) || !before.unreadable.includes(slug))
    .map((postmortem) => compare({ postmortem: earlier.get(postmortem.id), of: before }, { postmortem, of: after }));
  const gone = before.postmortems
    .filter(({ id, slug }) => !ids.has(id) && !unknown.has(slug))
    .map((postmortem) => compare({ postmortem, of: before }, { postmortem: undefined, of: after }));
  return [...later, ...gone].filter(
    ({ before, after, facts, texts, languages }) =>
      !before || !after || facts.length + texts.length + languages.length > 0 || differs(before, after),
  );
}

interface Side {
  postmortem: PublicPostmortem | undefined;
  of: SiteSnapshot;
}

function compare(earlier: Side, later: Side): PostmortemChange {
  const [before, after] = [earlier.postmortem, later.postmortem];
  const sides = { ...(before && { before }), ...(after && { after }) };
  if (!before || !after) return { ...sides, facts: [], texts: [], newRevisions: [], languages: [] };
  const [old, present] = [translationsIn(earlier.of, before.slug), translationsIn(later.of, after.slug)];
  const known = new Set(before.revisions.map(({ at }) => at));
  return {
    ...sides,
    facts: differingKeys(factsOf(before), factsOf(after)),
    texts: differingKeys(textsOf(before), textsOf(after)),
    newRevisions: after.revisions.map(({ at }) => at).filter((at) => !known.has(at)),
    languages: Object.keys({ ...present, ...old }).filter((language) => differs(old[language], present[language])),
  };
}

/** Translations of a postmortem by language; none of one that has none. */
export function translationsIn({ translations }: SiteSnapshot, slug: string): SiteSnapshot['translations'][string] {
  return (Object.hasOwn(translations, slug) ? translations[slug] : undefined) ?? {};
}

/** What was recorded. Action items are left out: what becomes of a promise is told where promises are. */
function factsOf({ severity, state, times, detection, impact, timeline, responders, review }: PublicPostmortem) {
  const { users, accounts, supportRequests, dataLoss, regions, services } = impact;
  return {
    state,
    severity,
    'times.started': times.started,
    'times.firstLogged': times.firstLogged,
    'times.acknowledged': times.acknowledged,
    'times.mitigated': times.mitigated,
    'times.resolved': times.resolved,
    detection,
    'impact.users': users,
    'impact.accounts': accounts,
    'impact.supportRequests': supportRequests,
    'impact.dataLoss': dataLoss,
    'impact.regions': regions,
    'impact.services': services,
    timeline: timeline.map(({ at, kind }) => ({ at, kind })),
    responders: responders.map(({ team }) => team),
    'review.held': review?.held,
  };
}

/** Revisions tell of the change themselves. */
const proseFields = [...new Set(pathsOf(publicPostmortemSchema, 'prose').map(([field]) => field))].filter(
  (field) => field !== 'revisions',
);

/** What becomes of a promise is told where promises are. */
const toldAsPromise = new Set<PropertyKey | undefined>(['moved', 'droppedBecause']);

/** All prose by its field. */
function textsOf(postmortem: PublicPostmortem): Record<string, unknown> {
  const { title, actions, attachments, story } = postmortem;
  const found: { path: FieldPath; html: string }[] = [];
  const prose = ({ html }: Prose, path: FieldPath) => found.push({ path, html });
  mapFields<Prose>(publicPostmortemSchema, postmortem, { prose, words: () => undefined });
  const proseOf = (field: string | undefined) =>
    found.filter(({ path }) => path[0] === field && !(field === 'actions' && toldAsPromise.has(path[2])));
  return {
    title,
    ...Object.fromEntries(proseFields.map((field) => [field, proseOf(field)])),
    actions: { prose: proseOf('actions'), ids: actions.map(({ id }) => id) },
    attachments,
    story: story.segments,
  };
}

function differingKeys(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(before).filter((key) => differs(before[key], after[key]));
}

function differs(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}
