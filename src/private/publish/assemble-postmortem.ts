/** Puts the public facts of a postmortem together, as the public schema names them: what is not named there does not leave. */
import { fieldSchemas, itemSchema, kindOf, mapFields, presentSchema } from '../../shared/incident/map-fields.ts';
import type { Postmortem } from '../../shared/incident/postmortem-schema.ts';
import { type Prose, type PublicPostmortem, publicPostmortemSchema } from '../../shared/incident/public-postmortem.ts';
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

/** What is taken from the source field by field. */
const authored = publicPostmortemSchema.omit({ story: true, slug: true, state: true, publishedAt: true });

/**
 * Reads every string through `texts`. Sorted: timeline by time (unknown times stay behind the row before them),
 * revisions by time. In the internal edition a draft passes as preliminary; its real state is in the details.
 */
export function assemblePostmortem(postmortem: Postmortem, options: AssembleOptions): AssembledPostmortem {
  const { plain, prose } = options.texts;
  const isLeftOut = createSieve(options);
  const read = mapFields<string>(authored, postmortem, { prose, words: plain, isLeftOut });
  const fields = complete(authored, read) as Omit<AssembledPostmortem, 'slug' | 'state' | 'publishedAt'>;
  return {
    ...fields,
    // Lists say how many postmortems have each: one that is given twice counts once.
    tags: distinct(fields.tags),
    impact: { ...fields.impact, regions: distinct(fields.impact.regions) },
    slug: options.slug,
    state: postmortem.state === 'final' ? 'final' : 'preliminary',
    publishedAt: postmortem.publishedAt ?? fallbackDate(postmortem),
    timeline: sortByTime(fields.timeline.filter(({ what }) => what.text !== '')),
    revisions: fields.revisions.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  };
}

/** Rows marked internal are told apart in the internal edition; tags and services that are internal stay in their lists there. */
function createSieve({ edition, services, internalTags }: AssembleOptions) {
  return (value: unknown, path: readonly PropertyKey[]): boolean => {
    if ((value as { internal?: unknown }).internal === true) return true;
    if (edition === 'internal') return false;
    const list = path.slice(0, -1).join('.');
    if (list === 'tags') return internalTags.includes(value as string);
    return list === 'impact.services' && services[(value as { service: string }).service]?.internal === true;
  };
}

/** Lists and records that are absent, empty; without prose and optional words of which nothing is left. */
function complete(schema: Schema, value: unknown): unknown {
  const kind = kindOf(schema);
  if (kind === 'list') {
    const items = (value as unknown[] | undefined) ?? [];
    const item = itemSchema(schema);
    return items.map((inner) => complete(item, inner)).filter((inner) => kindOf(item) !== 'prose' || !isEmpty(inner));
  }
  if (kind !== 'record') return value;
  const record = (value ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    fieldSchemas(schema).flatMap(([key, field]) => {
      const inner = record[key];
      const isOptional = presentSchema(field) !== field;
      return isOptional && (inner === undefined || inner === '') ? [] : [[key, complete(field, inner)]];
    }),
  );
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}

type Schema = Parameters<typeof kindOf>[0];

function isEmpty(prose: unknown): boolean {
  return (prose as Prose).text === '';
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
