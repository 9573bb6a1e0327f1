/** Imports incidents of PagerDuty as its REST API gives them, log entries and notes within or beside them. Made after its schema. */
import { composeDraft } from './compose-draft.ts';
import type { ImportedIncident, IncidentRow } from './imported-incident.ts';
import type { Importer } from './importer.ts';
import { datedSlug, toolId } from './names.ts';
import { type Fields, listOf, parseJson, textIn } from './read-json.ts';
import { createTold, type Told } from './told.ts';

/** What log entries say in neutral words; their own summaries name people. */
const events: Readonly<Record<string, [IncidentRow['kind'], string]>> = {
  trigger: ['detection', 'The incident was triggered.'],
  acknowledge: ['response', 'A responder acknowledged the incident.'],
  escalate: ['escalation', 'The incident was escalated.'],
  resolve: ['recovery', 'The incident was resolved.'],
};

/** One postmortem an incident. */
export const importPagerduty: Importer = ({ text }, options) =>
  readPagerduty(parseJson(text)).map((incident) => composeDraft(incident, options));

/** Empty for data of another tool. */
export function readPagerduty(data: unknown): ImportedIncident[] {
  const whole = listOf(data)[0] ?? {};
  const found = Array.isArray(data)
    ? listOf(data)
    : [whole['incidents'], whole['incident']].flatMap((all) => listOf(all ?? []));
  const beside = { logs: listOf(whole['log_entries'] ?? []), notes: listOf(whole['notes'] ?? []) };
  const incidents = (found.length > 0 ? found : [whole]).filter(isIncident);
  return incidents.map((incident) => readIncident(incident, incidents.length === 1 ? beside : { logs: [], notes: [] }));
}

function isIncident(fields: Fields): boolean {
  const isNamed = (textIn(fields, 'title') ?? textIn(fields, 'summary')) !== undefined;
  return isNamed && ['incident_number', 'urgency', 'incident_key'].some((key) => Object.hasOwn(fields, key));
}

function readIncident(incident: Fields, beside: { logs: Fields[]; notes: Fields[] }): ImportedIncident {
  const told = createTold();
  const title = told.take(incident, 'title') ?? told.take(incident, 'summary') ?? '';
  const logs = [...listOf(incident['log_entries'] ?? []), ...beside.logs];
  const notes = [...listOf(incident['notes'] ?? []), ...beside.notes];
  const created = textIn(incident, 'created_at');
  const acknowledged = [
    ...listOf(incident['acknowledgements'] ?? []).map((entry) => textIn(entry, 'at')),
    ...logs.filter((entry) => typeOf(entry) === 'acknowledge').map((entry) => textIn(entry, 'created_at')),
  ];
  const resolved = logs.findLast((entry) => typeOf(entry) === 'resolve');
  const number = textIn(incident, 'incident_number') ?? textIn(incident, 'id');
  return {
    id: toolId('PD', number, datedSlug(created, title)),
    slug: datedSlug(created, title),
    title,
    command: 'candor import pagerduty',
    times: {
      // Someone or something was paged: the impact may be older.
      firstLogged: created,
      acknowledged: acknowledged.flatMap((at) => at ?? []).sort()[0],
      resolved: textIn(incident, 'resolved_at') ?? (resolved && textIn(resolved, 'created_at')),
    },
    areTimesFacts: true,
    severity: nameOf(incident['priority']) ?? textIn(incident, 'urgency'),
    services: [incident['service'], ...listOf(incident['impacted_services'] ?? [])].flatMap((service) => {
      const name = nameOf(service);
      return name === undefined ? [] : [{ name }];
    }),
    teams: listOf(incident['teams'] ?? []).flatMap((team) => nameOf(team) ?? []),
    timeline: [...logs.flatMap((entry) => rowOf(entry, told)), ...notes.map((note) => noteOf(note, told))],
    story: '',
    source: [incident, beside],
    internal: { ...(told.rest(incident) as Fields), ...besideOf(beside, told) },
    todos: [{ key: 'times', text: `The page came at ${created ?? 'an unknown time'}; when did the impact begin?` }],
  };
}

function besideOf({ logs, notes }: { logs: Fields[]; notes: Fields[] }, told: Told): Fields {
  return {
    ...(logs.length > 0 && { log_entries: told.rest(logs) }),
    ...(notes.length > 0 && { notes: told.rest(notes) }),
  };
}

function rowOf(entry: Fields, told: Told): IncidentRow[] {
  const type = typeOf(entry);
  if (type === 'annotate') return [noteOf(entry, told)];
  const [kind, text] = events[type] ?? [];
  return kind === undefined || text === undefined ? [] : [{ at: textIn(entry, 'created_at'), kind, text }];
}

/** What people typed for each other. */
function noteOf(note: Fields, told: Told): IncidentRow {
  const channel = listOf(note['channel'] ?? [])[0];
  const text =
    told.take(note, 'content') ?? (channel && told.take(channel, 'summary')) ?? told.take(note, 'summary') ?? '';
  return { at: textIn(note, 'created_at'), kind: 'note', text, isInternal: true };
}

function typeOf(entry: Fields): string {
  return (textIn(entry, 'type') ?? '').replace(/_log_entry(?:_reference)?$/, '');
}

/** References have a `summary`, settings a `name`. */
function nameOf(value: unknown): string | undefined {
  const [fields] = listOf(value ?? []);
  return fields && (textIn(fields, 'summary') ?? textIn(fields, 'name'));
}
