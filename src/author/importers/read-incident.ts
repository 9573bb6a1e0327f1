/** Reads what an incident tool exported as JSON: known tools by their own readers, others by the names they use for the same facts. */

import { parseInstant } from '../../shared/incident/instant.ts';
import type { DraftAnswers } from '../drafting/draft-answers.ts';
import { plainTitle } from './clean-text.ts';
import { markdownOf } from './html-text.ts';
import { type ImportedIncident, importedTimes } from './imported-incident.ts';
import { readIncidentIo } from './incident-io.ts';
import { readPagerduty } from './pagerduty.ts';
import { proseOf } from './prose-of.ts';
import { type Fields, parseJson, textIn } from './read-json.ts';
import { createTold, type Told } from './told.ts';

/** A draft as far as the export tells; what it tells beyond that is kept for staff. */
export type ReadIncident = Partial<Omit<DraftAnswers, 'detection' | 'services' | 'teams'>> &
  Pick<DraftAnswers, 'times'> & { services: string[]; teams: string[] };

const names = {
  title: ['title', 'name', 'subject', 'headline'],
  summary: ['summary', 'customer_summary', 'public_summary'],
  severity: ['severity', 'severity_level', 'impact', 'priority', 'urgency'],
  started: ['started_at', 'impact_started_at', 'start_time', 'startedAt', 'started', 'begin', 'occurred_at'],
  firstLogged: ['detected_at', 'reported_at', 'created_at', 'createdAt', 'opened_at', 'first_logged', 'firstLogged'],
  acknowledged: ['acknowledged_at', 'acknowledgedAt', 'acknowledged', 'accepted_at'],
  mitigated: ['mitigated_at', 'mitigatedAt', 'mitigated', 'contained_at', 'monitoring_at'],
  resolved: ['resolved_at', 'resolvedAt', 'resolved', 'fixed_at', 'closed_at', 'end_time', 'ended_at'],
  services: ['services', 'affected_services', 'components', 'functionalities', 'service'],
  teams: ['teams', 'responder_teams', 'team', 'groups'],
  timeline: ['timeline', 'events', 'incident_updates', 'updates', 'timeline_items', 'log'],
} as const;

const momentKeys = ['at', 'occurred_at', 'display_at', 'created_at', 'time'];
const textKeys = ['what', 'message', 'body', 'description', 'summary', 'title'];

/** `undefined` when the text is no JSON object; an object within `incident` or `data` is taken out first. Never throws. */
export function readIncident(text: string): ReadIncident | undefined {
  const data = parseJson(text);
  const [known, another] = [...readIncidentIo(data), ...readPagerduty(data)];
  if (known !== undefined && another === undefined) return answersOf(known);
  const unwrapped = unwrap(data);
  return unwrapped && readUnknown(unwrapped.fields, unwrapped.outer);
}

/** An incident that a reader of its own has made out. */
function answersOf({
  title,
  summary,
  severity,
  times,
  services,
  teams = [],
  timeline,
  internal,
}: ImportedIncident): ReadIncident {
  const rows = timeline.flatMap(({ at, text, kind, isInternal }) => {
    const [moment, what] = [momentOf(at), proseOf(text)];
    return moment === undefined || what === ''
      ? []
      : [{ at: moment, kind: kind ?? ('note' as const), what, ...(isInternal && { internal: true as const }) }];
  });
  return {
    title: plainTitle(title),
    ...(summary && { summary: proseOf(summary) }),
    ...(severity && { severity }),
    times: Object.fromEntries(
      importedTimes.flatMap((key) => {
        const at = momentOf(times[key]);
        return at === undefined ? [] : [[key, at]];
      }),
    ),
    services: services.map(({ name }) => name),
    teams,
    ...(rows.length > 0 && { timeline: inOrder(rows) }),
    internal: { imported: internal },
  };
}

function readUnknown(fields: Fields, outer: Fields | undefined): ReadIncident {
  const told = createTold();
  const keyOf = (key: keyof typeof names) =>
    names[key].find((candidate) => fields[candidate] !== undefined && fields[candidate] !== null);
  const fieldOf = (key: keyof typeof names) => fields[keyOf(key) ?? ''];
  const takeText = (key: 'title' | 'summary') => told.take(fields, keyOf(key) ?? '');
  const [title, summary] = [
    takeText('title') ?? textOf(fieldOf('title')),
    takeText('summary') ?? textOf(fieldOf('summary')),
  ];
  const severity = textOf(fieldOf('severity'));
  const times = Object.fromEntries(
    importedTimes.flatMap((key) => {
      const at = momentOf(fieldOf(key));
      return at === undefined ? [] : [[key, at]];
    }),
  );
  const timeline = rowsOf(fieldOf('timeline'), told);
  // All but the texts that stand in fields stays, so that nothing is lost: what was read may have been read wrongly.
  const imported = { ...(told.rest(fields) as Fields), ...(outer && { beside: told.rest(outer) }) };
  return {
    ...(title && { title: plainTitle(title) }),
    ...(summary && { summary: proseOf(markdownOf(summary)) }),
    ...(severity && { severity }),
    times,
    services: namesIn(fieldOf('services')),
    teams: namesIn(fieldOf('teams')),
    ...(timeline.length > 0 && { timeline }),
    internal: { imported },
  };
}

/** `outer` is what stood beside the object that was taken out. */
function unwrap(value: unknown, around: Fields = {}): { fields: Fields; outer?: Fields } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = value as Fields;
  const key = ['incident', 'data', 'postmortem'].find((name) => isObject(fields[name]));
  if (key !== undefined) {
    const { [key]: inner, ...beside } = fields;
    return unwrap(inner, { ...around, ...beside });
  }
  const { attributes, ...others } = fields;
  const merged = isObject(attributes) ? { ...others, ...(attributes as Fields) } : fields;
  return { fields: merged, ...(Object.keys(around).length > 0 && { outer: around }) };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text of a value, or of the name within it. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim() || undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, title, summary, slug } = value as Fields;
  return [name, title, summary, slug]
    .map((inner) => (typeof inner === 'string' ? textOf(inner) : undefined))
    .find(Boolean);
}

function momentOf(value: unknown): string | undefined {
  if (typeof value === 'number' && value > 1e9)
    return parseInstant(new Date(value > 1e11 ? value : value * 1000).toISOString());
  return typeof value === 'string' ? parseInstant(value) : undefined;
}

function namesIn(value: unknown): string[] {
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.flatMap((item) => textOf(item) ?? []);
}

function rowsOf(value: unknown, told: Told): NonNullable<DraftAnswers['timeline']> {
  if (!Array.isArray(value)) return [];
  const rows = value.filter(isObject).flatMap((row: Fields) => {
    const at = momentKeys.map((key) => momentOf(row[key])).find((moment) => moment !== undefined);
    const key = textKeys.find((name) => textIn(row, name) !== undefined);
    if (at === undefined || key === undefined) return [];
    return [{ at, kind: 'note' as const, what: proseOf(markdownOf(told.take(row, key) ?? '')) }];
  });
  return inOrder(rows);
}

function inOrder<T extends { at: string }>(rows: T[]): T[] {
  return rows.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
