/** Imports incidents of incident.io as its API, version 2, gives them. Made after exports of its own test organisation. */
import { composeDraft } from './compose-draft.ts';
import { markdownOf } from './html-text.ts';
import type { ImportedIncident, importedTimes } from './imported-incident.ts';
import type { Importer } from './importer.ts';
import { promisesOf } from './list-todos.ts';
import { datedSlug, toolId } from './names.ts';
import { proseOf } from './prose-of.ts';
import { type Fields, listOf, parseJson, textIn } from './read-json.ts';
import { createTold } from './told.ts';

/** Names of moments are the organisation's own; these are what they usually say. */
const moments: [(typeof importedTimes)[number], RegExp][] = [
  ['started', /\b(?:impact|incident|issue)?\s*(?:started|began|start|begin)\b/i],
  ['acknowledged', /\b(?:accepted|acknowledged)\b/i],
  ['firstLogged', /\b(?:detected|reported|identified at|declared)\b/i],
  ['mitigated', /\b(?:fixed|mitigated|stabili[sz]ed|contained)\b/i],
  ['resolved', /\bresolved\b/i],
];

/** One postmortem an incident; those of tests and tutorials are left out. */
export const importIncidentIo: Importer = ({ text }, options) =>
  readIncidentIo(parseJson(text)).map((incident) => composeDraft(incident, options));

/** Empty for data of another tool. */
export function readIncidentIo(data: unknown): ImportedIncident[] {
  const whole = listOf(data)[0] ?? {};
  const found = Array.isArray(data)
    ? listOf(data)
    : [whole['incidents'], whole['incident']].flatMap((all) => listOf(all ?? []));
  const beside = {
    updates: listOf(whole['incident_updates'] ?? []),
    followUps: listOf(whole['follow_ups'] ?? []),
  };
  const incidents = (found.length > 0 ? found : [whole]).filter(isIncident);
  return incidents.map((incident) =>
    readIncident(incident, incidents.length === 1 ? beside : { updates: [], followUps: [] }),
  );
}

function isIncident(fields: Fields): boolean {
  const isOwn = ['incident_timestamp_values', 'incident_status', 'incident_role_assignments'].some((key) =>
    Object.hasOwn(fields, key),
  );
  return isOwn && textIn(fields, 'name') !== undefined && !/^(?:test|tutorial)$/.test(textIn(fields, 'mode') ?? '');
}

function readIncident(incident: Fields, beside: { updates: Fields[]; followUps: Fields[] }): ImportedIncident {
  const told = createTold();
  const title = told.take(incident, 'name') ?? '';
  const times = timesOf(incident);
  const created = textIn(incident, 'created_at');
  const begin = times.started ?? times.firstLogged ?? created;
  const severity = listOf(incident['severity'] ?? [])[0];
  const updates = [
    ...listOf(incident['incident_updates'] ?? []),
    ...(Array.isArray(incident['incident_updates']) && incident['incident_updates'].length > 0 ? [] : beside.updates),
  ];
  const promises = [...listOf(incident['follow_ups'] ?? []), ...beside.followUps]
    .filter((entry) => !/^(?:deleted|not_doing)$/.test(textIn(entry, 'status') ?? ''))
    .flatMap((entry) => {
      const what = textIn(entry, 'title');
      return what === undefined
        ? []
        : [{ what: proseOf(what), isDone: textIn(entry, 'status') === 'completed', notes: [] }];
    });
  return {
    id: toolId('INC', textIn(incident, 'reference')?.replace(/^INC-?/i, ''), datedSlug(begin, title)),
    slug: datedSlug(begin, title),
    title,
    summary: markdownOf(told.take(incident, 'summary') ?? ''),
    command: 'candor import incident.io',
    times: { ...times, firstLogged: times.firstLogged ?? created },
    areTimesFacts: true,
    severity: severity && textIn(severity, 'name'),
    services: [],
    timeline: updates.map((update) => ({
      at: textIn(update, 'created_at'),
      kind: 'note',
      text: markdownOf(told.take(update, 'message') ?? ''),
      isInternal: true,
    })),
    story: '',
    source: [incident, beside],
    internal: {
      ...(told.rest(incident) as Fields),
      ...(beside.updates.length > 0 && { incident_updates: told.rest(beside.updates) }),
      ...(beside.followUps.length > 0 && { follow_ups: told.rest(beside.followUps) }),
    },
    todos: promises.length > 0 ? [{ key: 'actions', text: promisesOf(promises) }] : [],
  };
}

function timesOf(incident: Fields): ImportedIncident['times'] {
  const times: ImportedIncident['times'] = {};
  for (const entry of listOf(incident['incident_timestamp_values'] ?? [])) {
    const name = textIn(listOf(entry['incident_timestamp'] ?? [])[0] ?? {}, 'name') ?? '';
    const at = textIn(listOf(entry['value'] ?? [])[0] ?? {}, 'value');
    const key = moments.find(([, form]) => form.test(name))?.[0];
    if (key !== undefined && at !== undefined) times[key] ??= at;
  }
  return times;
}
