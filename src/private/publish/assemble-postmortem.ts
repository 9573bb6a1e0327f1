/** Puts the public facts of a postmortem together, field by field: what is not named here does not leave. */
import type { Postmortem } from '../../shared/incident/postmortem-schema.ts';
import type { Prose, PublicPostmortem } from '../../shared/incident/public-postmortem.ts';
import type { RecordedTime } from '../../shared/incident/recorded-time.ts';
import type { Service } from '../../shared/incident/service-schema.ts';
import type { Edition } from '../../shared/incident/site-schema.ts';
import type { TextReader } from './text-checks.ts';

export interface AssembleOptions {
  slug: string;
  edition: Edition;
  services: Record<string, Service>;
  internalTags: readonly string[];
  texts: TextReader;
}

export type AssembledPostmortem = Omit<PublicPostmortem, 'story'>;

/**
 * Reads every string through `texts`. Sorted: timeline by time (unknown times stay behind the row before them),
 * revisions by time. In the internal edition a draft passes as preliminary; its real state is in the details.
 */
export function assemblePostmortem(postmortem: Postmortem, options: AssembleOptions): AssembledPostmortem {
  const { texts, edition, services } = options;
  const { plain, prose } = texts;
  const all = edition === 'internal';
  const list = (values: string[] | undefined, ...path: PropertyKey[]) =>
    (values ?? []).map((value, index) => plain(value, [...path, index]));
  const proses = (values: string[] | undefined, ...path: PropertyKey[]): Prose[] =>
    (values ?? []).map((value, index) => prose(value, [...path, index])).filter(({ text }) => text !== '');
  const { times, detection, impact, review, lessons } = postmortem;
  return {
    id: plain(postmortem.id, ['id']),
    slug: options.slug,
    title: plain(postmortem.title, ['title']),
    summary: prose(postmortem.summary, ['summary']),
    state: postmortem.state === 'final' ? 'final' : 'preliminary',
    publishedAt: postmortem.publishedAt ?? fallbackDate(postmortem),
    severity: plain(postmortem.severity, ['severity']),
    tags: (postmortem.tags ?? [])
      .map((tag, index) => ({ tag, index }))
      .filter(({ tag }) => all || !options.internalTags.includes(tag))
      .map(({ tag, index }) => plain(tag, ['tags', index])),
    times: withoutUndefined({ ...times }),
    detection: withoutUndefined({
      by: detection.by,
      team: detection.team && plain(detection.team, ['detection', 'team']),
    }),
    impact: withoutUndefined({
      users: impact.users,
      accounts: impact.accounts,
      supportRequests: impact.supportRequests,
      dataLoss: impact.dataLoss && plain(impact.dataLoss, ['impact', 'dataLoss']),
      regions: list(impact.regions, 'impact', 'regions'),
      services: impact.services
        .filter(({ service }) => all || !services[service]?.internal)
        .map(({ service, windows }) => ({
          service,
          windows: windows.map((window) => withoutUndefined({ ...window })),
        })),
    }),
    responders: (postmortem.responders ?? []).map(({ team, did }, index) => ({
      team: plain(team, ['responders', index, 'team']),
      did: list(did, 'responders', index, 'did'),
    })),
    ...optional('review', review && withoutUndefined({ held: review.held, customerAttended: review.customerAttended })),
    ...optional('advice', postmortem.advice && prose(postmortem.advice, ['advice'])),
    ...optional('nextUpdateBy', postmortem.nextUpdateBy),
    ...optional('trigger', postmortem.trigger && prose(postmortem.trigger, ['trigger'])),
    contributingFactors: proses(postmortem.contributingFactors, 'contributingFactors'),
    mitigations: proses(postmortem.mitigations, 'mitigations'),
    timeline: sortByTime(
      (postmortem.timeline ?? [])
        .map((row, index) => ({ row, index }))
        .filter(({ row }) => !row.internal)
        .map(({ row, index }) => ({ at: row.at, kind: row.kind, what: prose(row.what, ['timeline', index, 'what']) }))
        .filter(({ what }) => what.text !== ''),
    ),
    lessons: {
      wentWell: proses(lessons?.wentWell, 'lessons', 'wentWell'),
      wentBadly: proses(lessons?.wentBadly, 'lessons', 'wentBadly'),
      gotLucky: proses(lessons?.gotLucky, 'lessons', 'gotLucky'),
    },
    actions: (postmortem.actions ?? []).map((action, index) => {
      const path = ['actions', index];
      return withoutUndefined({
        id: plain(action.id, [...path, 'id']),
        what: prose(action.what, [...path, 'what']),
        kind: action.kind,
        owner: plain(action.owner, [...path, 'owner']),
        due: action.due,
        moved: action.moved?.map(({ at, from, because }, move) => ({
          at,
          from,
          because: prose(because, [...path, 'moved', move, 'because']),
        })),
        doneWhen: prose(action.doneWhen, [...path, 'doneWhen']),
        state: action.state,
        doneOn: action.doneOn,
        droppedOn: action.droppedOn,
        droppedBecause:
          action.droppedBecause === undefined ? undefined : prose(action.droppedBecause, [...path, 'droppedBecause']),
      });
    }),
    revisions: (postmortem.revisions ?? [])
      .map(({ at, kind, note }, index) => ({ at, kind, note: prose(note, ['revisions', index, 'note']) }))
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    related: list(postmortem.related, 'related'),
    references: (postmortem.references ?? []).map(({ title, url, archived }, index) => ({
      title: plain(title, ['references', index, 'title']),
      url: plain(url, ['references', index, 'url']),
      ...optional('archived', archived && plain(archived, ['references', index, 'archived'])),
    })),
    redirectFrom: list(postmortem.redirectFrom, 'redirectFrom'),
  };
}

/** Stable: a row of unknown time keeps its place behind the row before it. */
export function sortByTime<Row extends { at: RecordedTime }>(rows: Row[]): Row[] {
  let last = '';
  const keyed = rows.map((row) => {
    last = row.at.certainty === 'unknown' ? last : row.at.at;
    return { row, key: last };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row);
}

function fallbackDate({ times }: Postmortem): string {
  const known = [times.firstLogged, times.started].find(({ certainty }) => certainty !== 'unknown');
  return known && known.certainty !== 'unknown' ? known.at : '1970-01-01T00:00:00Z';
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined | ''): { [K in Key]?: Value } {
  return (value === undefined || value === '' ? {} : { [key]: value }) as { [K in Key]?: Value };
}

type Defined<T> = { [K in keyof T]: undefined extends T[K] ? never : T[K] } & {
  [K in keyof T]?: Exclude<T[K], undefined>;
};

/** Drops keys whose value is absent or empty text. */
function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== ''),
  ) as Defined<T>;
}
