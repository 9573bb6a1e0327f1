/** Imports incidents of Atlassian Statuspage: `/api/v2/incidents.json`, `/api/v2/incidents/<id>.json`, or a list of them. */
import { composeDraft } from './compose-draft.ts';
import { markdownOf } from './html-text.ts';
import type { Importer } from './importer.ts';
import { datedSlug } from './names.ts';
import { type Fields, listOf, parseJson, textIn, withoutKeys } from './read-json.ts';
import type { Todo } from './write-frontmatter.ts';

/** One postmortem an incident; what is no incident is left out. */
export const importStatuspage: Importer = ({ text }, options) => {
  const data = parseJson(text);
  const wrapped = data as Fields | undefined;
  const incidents = Array.isArray(data)
    ? data
    : (wrapped?.['incidents'] ?? wrapped?.['scheduled_maintenances'] ?? [wrapped?.['incident'] ?? data]);
  return listOf(incidents)
    .filter((incident) => textIn(incident, 'name') !== undefined)
    .map((incident) => composeDraft(readIncident(incident), options));
};

function readIncident(incident: Fields): Parameters<typeof composeDraft>[0] {
  const title = textIn(incident, 'name') ?? '';
  const updates = listOf(incident['incident_updates']);
  // `display_at` is the moment that was announced; `created_at`, when somebody typed it, may be days later.
  const shown = updates.flatMap((update) => textIn(update, 'display_at') ?? textIn(update, 'created_at') ?? []);
  const begin = earliest([...shown, textIn(incident, 'started_at')]);
  const resolvedUpdate = updates.find((update) => textIn(update, 'status') === 'resolved');
  const resolved = textIn(incident, 'resolved_at') ?? (resolvedUpdate && textIn(resolvedUpdate, 'display_at'));
  const isBackfilled = incident['backfilled'] === true;
  const todos: Todo[] = [];
  if (isBackfilled)
    todos.push({ key: 'times', text: 'The source was written after the fact, so its times are hearsay.' });
  if (incident['scheduled_for'])
    todos.push({ key: 'internal', text: 'This was planned maintenance; is it an incident?' });
  const postmortem = textIn(incident, 'postmortem_body') ?? '';
  return {
    id: `SP-${(textIn(incident, 'id') ?? '').replace(/[^A-Za-z0-9]/g, '') || datedSlug(begin, title)}`,
    slug: datedSlug(begin, title),
    title,
    command: 'candor import statuspage',
    times: {
      // A maintenance begins when it was planned for, not when it was announced.
      started:
        (isBackfilled ? undefined : textIn(incident, 'scheduled_for')) ?? begin ?? textIn(incident, 'created_at'),
      firstLogged: isBackfilled || incident['scheduled_for'] ? undefined : textIn(incident, 'created_at'),
      mitigated: textIn(incident, 'monitoring_at'),
      resolved,
    },
    severity: textIn(incident, 'impact_override') ?? textIn(incident, 'impact'),
    services: namesOf(incident, updates),
    timeline: updates.map((update) => ({
      at: textIn(update, 'display_at') ?? textIn(update, 'created_at'),
      text: [capitalised(textIn(update, 'status')), markdownOf(textIn(update, 'body') ?? '')]
        .filter(Boolean)
        .join(': '),
    })),
    story: markdownOf(postmortem),
    internal: withoutKeys(incident, ['body', 'postmortem_body', 'name']),
    todos,
  };
}

function namesOf(incident: Fields, updates: readonly Fields[]): string[] {
  const parts = [
    ...listOf(incident['components']),
    ...updates.flatMap((update) => listOf(update['affected_components'])),
  ];
  const names = parts.flatMap((part) => textIn(part, 'name') ?? []);
  return [...new Set(names)].filter((name) => !/^No components were affected/.test(name));
}

function earliest(moments: readonly (string | undefined)[]): string | undefined {
  const known = moments.filter((moment) => moment !== undefined && !Number.isNaN(Date.parse(moment)));
  return known.sort((a, b) => Date.parse(a ?? '') - Date.parse(b ?? ''))[0];
}

function capitalised(status: string | undefined): string | undefined {
  return status === undefined ? undefined : status.charAt(0).toUpperCase() + status.slice(1).replaceAll('_', ' ');
}
