/** Imports incidents of Atlassian Statuspage: `/api/v2/incidents.json`, scheduled maintenances, one incident, or a list of them. */
import { parseInstant } from '../../shared/incident/instant.ts';
import { composeDraft } from './compose-draft.ts';
import { markdownOf } from './html-text.ts';
import type { ImportedIncident, ImportedWindow, IncidentRow } from './imported-incident.ts';
import type { Importer } from './importer.ts';
import { windowsFrom } from './match-services.ts';
import { datedSlug, toolId } from './names.ts';
import { type Fields, listOf, parseJson, textIn } from './read-json.ts';
import { createTold, type Told } from './told.ts';
import type { Todo } from './write-frontmatter.ts';

const levels: Readonly<Record<string, ImportedWindow['level']>> = {
  major_outage: 'down',
  partial_outage: 'partial',
  degraded_performance: 'degraded',
  under_maintenance: 'degraded',
};
const lists = ['incidents', 'scheduled_maintenances', 'incident', 'scheduled_maintenance'];

/** One postmortem an incident; what is no incident is left out. */
export const importStatuspage: Importer = ({ text }, options) => {
  const data = parseJson(text);
  const wrapped = listOf(data)[0] ?? {};
  const isWrapped = !Array.isArray(data) && lists.some((key) => Object.hasOwn(wrapped, key));
  return (isWrapped ? lists.flatMap((key) => listOf(wrapped[key])) : listOf(data))
    .filter((incident) => textIn(incident, 'name') !== undefined)
    .map((incident) => composeDraft(readIncident(incident), options));
};

interface Update {
  fields: Fields;
  /** The moment that was announced; when somebody typed it may be days later. */
  at: string | undefined;
}

function readIncident(incident: Fields): ImportedIncident {
  const told = createTold();
  const title = told.take(incident, 'name') ?? '';
  const updates = updatesOf(incident);
  const planned = textIn(incident, 'scheduled_for');
  const begin = earliest([...updates.map(({ at }) => at), textIn(incident, 'started_at')]);
  const isBackfilled = incident['backfilled'] === true;
  const isLate = isBackfilled || isWrittenAtOnce(incident, updates);
  const todos = todosOf(incident, isLate);
  const started = (isBackfilled ? undefined : planned) ?? begin ?? textIn(incident, 'created_at');
  const resolved = isLate ? undefined : endOf(incident, updates);
  if (isLate && isOver(incident))
    todos.push({ key: 'times', text: 'The source says that it was resolved, and not when.' });
  return {
    id: toolId('SP', textIn(incident, 'id'), datedSlug(started, title)),
    slug: datedSlug(started, title),
    title,
    command: 'candor import statuspage',
    times: {
      // A maintenance begins when it was planned for, not when it was announced.
      started,
      firstLogged: isLate || planned ? undefined : textIn(incident, 'created_at'),
      mitigated: textIn(incident, 'monitoring_at'),
      resolved,
    },
    severity: textIn(incident, 'impact_override') ?? textIn(incident, 'impact'),
    services: componentsOf(incident, updates, isLate ? undefined : { begin: started, end: resolved }),
    timeline: updates.map((update) => rowOf(update, isLate, told)),
    story: markdownOf(told.take(incident, 'postmortem_body') ?? ''),
    source: incident,
    internal: told.rest(incident),
    todos,
  };
}

/** In the order of time; those without one at the end. */
function updatesOf(incident: Fields): Update[] {
  return listOf(incident['incident_updates'])
    .map((fields) => ({ fields, at: textIn(fields, 'display_at') ?? textIn(fields, 'created_at') }))
    .sort((a, b) => momentOf(a.at) - momentOf(b.at));
}

function momentOf(at: string | undefined): number {
  const instant = at === undefined ? undefined : parseInstant(at.trim());
  return instant === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(instant);
}

function rowOf({ fields, at }: Update, isLate: boolean, told: Told): IncidentRow {
  const status = capitalised(textIn(fields, 'status'));
  return {
    at,
    about: isLate,
    text: [status, markdownOf(told.take(fields, 'body') ?? '')].filter(Boolean).join(': '),
  };
}

function isOver(incident: Fields): boolean {
  return /^(?:resolved|postmortem|completed)$/.test(textIn(incident, 'status') ?? '');
}

/** Entered when all was over: every moment is the same, which says a day at most. */
function isWrittenAtOnce(incident: Fields, updates: readonly Update[]): boolean {
  if (!isOver(incident) || textIn(incident, 'scheduled_for') !== undefined) return false;
  const moments = [
    ...updates.map(({ at }) => at),
    ...['started_at', 'created_at', 'resolved_at'].map((key) => textIn(incident, key)),
  ].map(momentOf);
  return new Set(moments.filter((moment) => moment < Number.MAX_SAFE_INTEGER)).size === 1;
}

function endOf(incident: Fields, updates: readonly Update[]): string | undefined {
  const last = updates.findLast(({ fields }) => /^(?:resolved|completed)$/.test(textIn(fields, 'status') ?? ''));
  const planned = textIn(incident, 'scheduled_for') === undefined ? undefined : textIn(incident, 'scheduled_until');
  return textIn(incident, 'resolved_at') ?? last?.at ?? planned;
}

function todosOf(incident: Fields, isLate: boolean): Todo[] {
  const todos: Todo[] = [];
  if (isLate) todos.push({ key: 'times', text: 'The source was written after the fact, so its times are hearsay.' });
  if (incident['scheduled_for'])
    todos.push({ key: 'internal', text: 'This was planned maintenance; is it an incident?' });
  return todos;
}

/** Every component that is named, with how far it was affected and when, where the updates say so. */
function componentsOf(
  incident: Fields,
  updates: readonly Update[],
  span: { begin: string | undefined; end: string | undefined } | undefined,
): ImportedIncident['services'] {
  const changes = updates.flatMap(({ fields, at }) =>
    listOf(fields['affected_components']).map((part) => ({ part, at, name: textIn(part, 'name') ?? '' })),
  );
  const named = listOf(incident['components']).map((part) => textIn(part, 'name') ?? '');
  const names = [...new Set([...named, ...changes.map(({ name }) => name)])];
  return names
    .filter((name) => name !== '' && !/^No components were affected/.test(name))
    .map((name) => {
      const own = changes.flatMap(({ part, at, ...change }) => {
        const [before, after] = [textIn(part, 'old_status'), textIn(part, 'new_status')];
        if (change.name !== name || at === undefined || after === undefined) return [];
        return [{ at, before: levels[before ?? ''], after: levels[after] }];
      });
      if (span === undefined || own.length === 0) return { name };
      const windows = windowsFrom(own, span.begin, span.end);
      return windows.length === 0 ? { name } : { name, windows };
    });
}

function earliest(moments: readonly (string | undefined)[]): string | undefined {
  return moments
    .filter((moment) => momentOf(moment) < Number.MAX_SAFE_INTEGER)
    .sort((a, b) => momentOf(a) - momentOf(b))[0];
}

function capitalised(status: string | undefined): string | undefined {
  return status === undefined ? undefined : status.charAt(0).toUpperCase() + status.slice(1).replaceAll('_', ' ');
}
