/** Reads what an incident tool exported as JSON: the names that such tools use for the same facts. */

import { parseInstant } from '../../shared/incident/instant.ts';
import type { DraftAnswers } from '../drafting/draft-answers.ts';
import { plainTitle } from './clean-text.ts';
import { markdownOf } from './html-text.ts';
import { proseOf } from './prose-of.ts';
import { type Fields, parseJson, withoutKeys } from './read-json.ts';

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
  services: ['services', 'affected_services', 'components', 'functionalities'],
  teams: ['teams', 'responder_teams', 'team', 'groups'],
  timeline: ['timeline', 'events', 'incident_updates', 'updates', 'timeline_items', 'log'],
} as const;

/** Texts that stand in fields of the draft. */
const moved: readonly string[] = [...names.title, ...names.summary, 'what', 'message', 'body', 'description'];

/** `undefined` when the text is no JSON object; an object within `incident` or `data` is taken out first. Never throws. */
export function readIncident(text: string): ReadIncident | undefined {
  const fields = unwrap(parseJson(text));
  if (!fields) return undefined;
  const used = new Set<string>();
  const find = (key: keyof typeof names) => {
    const name = names[key].find((candidate) => fields[candidate] !== undefined && fields[candidate] !== null);
    if (name !== undefined) used.add(name);
    return name === undefined ? undefined : fields[name];
  };
  const title = textOf(find('title'));
  const summary = textOf(find('summary'));
  const severity = textOf(find('severity'));
  const times = Object.fromEntries(
    (['started', 'firstLogged', 'acknowledged', 'mitigated', 'resolved'] as const).flatMap((key) => {
      const at = momentOf(find(key));
      return at === undefined ? [] : [[key, at]];
    }),
  );
  const timeline = rowsOf(find('timeline'));
  const services = listOf(find('services'));
  const teams = listOf(find('teams'));
  // All but the texts stays, so that nothing is lost: what was read may have been read wrongly.
  return {
    ...(title && { title: plainTitle(title) }),
    ...(summary && { summary: proseOf(markdownOf(summary)) }),
    ...(severity && { severity }),
    times,
    services,
    teams,
    ...(timeline.length > 0 && { timeline }),
    internal: { imported: withoutKeys(fields, moved) },
  };
}

function unwrap(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = value as Fields;
  const inner = fields['incident'] ?? fields['data'] ?? fields['postmortem'];
  if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) return unwrap(inner);
  const { attributes } = fields;
  return typeof attributes === 'object' && attributes !== null ? { ...fields, ...(attributes as Fields) } : fields;
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

function listOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.flatMap((item) => textOf(item) ?? []);
}

function rowsOf(value: unknown): NonNullable<DraftAnswers['timeline']> {
  if (!Array.isArray(value)) return [];
  return value
    .flatMap((row: Fields) => {
      const at = momentOf(
        row?.['at'] ?? row?.['occurred_at'] ?? row?.['display_at'] ?? row?.['created_at'] ?? row?.['time'],
      );
      const what = textOf(
        row?.['what'] ??
          row?.['message'] ??
          row?.['body'] ??
          row?.['description'] ??
          row?.['summary'] ??
          row?.['title'],
      );
      return at === undefined || what === undefined
        ? []
        : [{ at, kind: 'note' as const, what: proseOf(markdownOf(what)) }];
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
