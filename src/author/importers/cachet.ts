/** Imports incidents of Cachet 2 (`/api/v1/incidents`) and 3 (`/api/incidents`), of which the public ones are taken. */
import { composeDraft } from './compose-draft.ts';
import { markdownOf } from './html-text.ts';
import type { ImportedIncident, IncidentRow } from './imported-incident.ts';
import type { Importer, ImportOptions } from './importer.ts';
import { datedSlug, toolId } from './names.ts';
import { type Fields, listOf, parseJson, textIn } from './read-json.ts';
import { createTold, type Told } from './told.ts';
import { readZoned } from './zoned.ts';

const states = ['Scheduled', 'Investigating', 'Identified', 'Watching', 'Fixed'];

/** One postmortem an incident that guests may see. */
export const importCachet: Importer = ({ text }, options) => {
  const data = parseJson(text);
  const wrapped = listOf(data)[0];
  const list = Array.isArray(data) ? data : (wrapped?.['data'] ?? data);
  const included = listOf(wrapped?.['included']);
  return listOf(list).flatMap((item) => {
    const { attributes, ...outer } = item;
    const isThird = listOf(attributes).length > 0;
    const fields = isThird ? { ...outer, ...(attributes as Fields) } : item;
    // Cachet 2 shows guests what is 1; Cachet 3 shows signed-in users 0, guests 1, nobody 2.
    if (textIn(fields, 'name') === undefined || !isPublic(fields)) return [];
    const updates = isThird ? updatesOf(item, included) : listOf(fields['updates'] ?? []);
    return [composeDraft(readIncident(fields, { updates, isThird }, options), options)];
  });
};

function isPublic(fields: Fields): boolean {
  const visible = fields['visible'] as unknown;
  const value = typeof visible === 'object' && visible !== null ? (visible as Fields)['value'] : visible;
  return value === undefined || value === true || String(value) === '1';
}

/** Updates of a JSON:API answer, by the ids that the incident names. */
function updatesOf(item: Fields, included: readonly Fields[]): Fields[] {
  const related = listOf(item['relationships']).flatMap((all) => listOf(all['updates']));
  const ids = new Set(related.flatMap((all) => listOf(all['data'])).map((link) => textIn(link, 'id')));
  return included
    .filter((entry) => /update/i.test(textIn(entry, 'type') ?? '') && ids.has(textIn(entry, 'id')))
    .map(({ attributes, ...entry }) => ({ ...entry, ...(listOf(attributes)[0] ?? {}) }));
}

function readIncident(
  fields: Fields,
  { updates, isThird }: { updates: readonly Fields[]; isThird: boolean },
  options: ImportOptions,
): ImportedIncident {
  const told = createTold();
  const title = told.take(fields, 'name') ?? '';
  const read = (from: Fields, ...keys: string[]) =>
    keys.map((key) => readZoned(writtenOf(from[key]), options.zone)).find((moment) => moment !== undefined);
  const begin = read(fields, 'scheduled_at', 'occurred_at', 'occurred', 'created_at', 'created');
  const logged = read(fields, 'created_at', 'created');
  const rows = [
    // Its state is the present one, not that of its first word.
    { at: begin?.at, about: begin?.about, text: markdownOf(told.take(fields, 'message') ?? '') },
    ...updates.map((update) => rowOf(update, read(update, 'created_at', 'created'), told)),
  ];
  const fixed = updates.findLast((update) => stateOf(update) === 'Fixed');
  const end = fixed
    ? read(fixed, 'created_at', 'created')
    : stateOf(fields) === 'Fixed'
      ? read(fields, 'updated_at', 'updated')
      : undefined;
  const isZoneless = options.zone === undefined && [begin, logged, end].some((moment) => moment?.about);
  return {
    id: toolId('CA', textIn(fields, 'id'), datedSlug(begin?.at, title)),
    slug: datedSlug(begin?.at, title),
    title,
    command: 'candor import cachet',
    times: { started: begin?.at, firstLogged: logged?.at, resolved: end?.at },
    services: componentsOf(fields).map((name) => ({ name })),
    timeline: rows,
    story: '',
    source: isThird ? [fields, updates] : fields,
    internal: { ...(told.rest(fields) as Fields), ...(isThird && { updates: told.rest(updates) }) },
    todos: [
      ...(isZoneless
        ? [
            {
              key: 'times',
              text: 'The source writes times without a zone; they were taken as UTC, about. `--zone ZONE` says which they are.',
            },
          ]
        : []),
      ...(fixed || end === undefined
        ? []
        : [{ key: 'times', text: 'Resolved is when the source was last changed; please confirm when it was.' }]),
    ],
  };
}

function rowOf(fields: Fields, moment: ReturnType<typeof readZoned>, told: Told): IncidentRow {
  const said = markdownOf(told.take(fields, 'message') ?? '');
  return { at: moment?.at, about: moment?.about, text: [stateOf(fields), said].filter(Boolean).join(': ') };
}

/** A moment is text, or an object with it as `string`. */
function writtenOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? textIn(value as Fields, 'string') : undefined;
}

function stateOf(fields: Fields): string | undefined {
  const status = fields['status'];
  if (typeof status !== 'object' || status === null) return states[Number(status)];
  return textIn(status as Fields, 'human') ?? states[Number((status as Fields)['value'])];
}

function componentsOf(fields: Fields): string[] {
  const parts = [...listOf(fields['component'] ?? []), ...listOf(fields['components'] ?? [])];
  return [...new Set(parts.flatMap((part) => textIn(part, 'name') ?? []))];
}
