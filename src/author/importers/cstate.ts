/** Imports incidents of cState and Statusfy: Markdown files with frontmatter in YAML or TOML, whose updates carry their time. */
import { parseInstant } from '../../shared/incident/instant.ts';
import { cleanText } from './clean-text.ts';
import { composeDraft } from './compose-draft.ts';
import { splitFront } from './front-fields.ts';
import { markdownOf } from './html-text.ts';
import type { ImportedWindow, IncidentRow } from './imported-incident.ts';
import type { Importer } from './importer.ts';
import { slugOf } from './names.ts';
import { type Fields, textIn } from './read-json.ts';
import { splitComments, splitUpdates } from './split-updates.ts';
import { createTold } from './told.ts';
import type { Todo } from './write-frontmatter.ts';
import { readZoned } from './zoned.ts';

const levels: Readonly<Record<string, ImportedWindow['level']>> = {
  down: 'down',
  'major-outage': 'down',
  disrupted: 'partial',
  'partial-outage': 'partial',
  'degraded-performance': 'degraded',
  notice: 'degraded',
};

/** One postmortem a file; none for a file without frontmatter that names a title. */
export const importCstate: Importer = ({ fileName, text }, options) => {
  const { fields, body, source: front = '' } = splitFront(cleanText(text).trim());
  const told = createTold();
  const title = fields && told.take(fields, 'title');
  if (!fields || title === undefined) return [];
  // Updates of a template that are commented out were never told.
  const { comments: hidden, rest } = splitComments(body);
  const comments = [...commentsIn(front), ...hidden];
  const { updates, story } = splitUpdates(rest);
  const moments = [textIn(fields, 'date'), textIn(fields, 'resolvedWhen')].map((at) => readZoned(at, options.zone));
  const rows = updates.map(({ written, text: said }): IncidentRow & { at?: string | undefined } => {
    const read = readZoned(written, options.zone);
    return { at: read?.at, about: read?.about, text: markdownOf(said) };
  });
  const [started, ended] = moments.map((moment) => moment?.at);
  const resolved = fields['resolved'] === false ? undefined : (ended ?? endOf(fields, rows));
  const level = levels[textIn(fields, 'severity') ?? ''];
  const slug = slugOf(fileName);
  const internal = told.rest(fields) as Fields;
  return [
    composeDraft(
      {
        id: slug,
        slug,
        title,
        command: 'candor import cstate',
        times: { started, resolved },
        severity: textIn(fields, 'severity'),
        services: affectedOf(fields).map((name) => ({
          name,
          ...(level && started && { windows: [{ from: started, to: later(started, resolved), level }] }),
        })),
        timeline: rows,
        story: markdownOf(story),
        source: [fields, comments, body.replace(/\{\{[<%][ \t]{0,4}track\b/g, ' ')],
        internal: comments.length === 0 ? internal : { ...internal, comments },
        todos: todosOf(fields, options.zone === undefined && [...moments, ...rows].some((moment) => moment?.about)),
      },
      options,
    ),
  ];
};

function todosOf(fields: Fields, isZoneless: boolean): Todo[] {
  const todos: Todo[] = [];
  if (isZoneless)
    todos.push({
      key: 'times',
      text: 'The source writes times without a zone; they were taken as UTC, about, as Hugo does. `--zone ZONE` says which they are.',
    });
  if (fields['informational'] === true)
    todos.push({ key: 'internal', text: 'This was for information; is it an incident?' });
  return todos;
}

/** Comments of YAML and TOML: whole lines, and what stands behind a value. */
function commentsIn(front: string): string[] {
  return front.split('\n').flatMap((line) => {
    const at = line.search(/(?<!\S)#/);
    return at < 0 ? [] : [line.slice(at)];
  });
}

/** cState writes `affected`, Statusfy `affectedsystems` in several spellings. */
function affectedOf(fields: Fields): string[] {
  const key = Object.keys(fields).find((name) => /^affected(?:[-_]?(?:systems|services|components))?$/i.test(name));
  const value = key === undefined ? undefined : fields[key];
  return (Array.isArray(value) ? value : [value]).flatMap((name: unknown) =>
    typeof name === 'string' || typeof name === 'number' ? String(name).trim() || [] : [],
  );
}

/** Of what was resolved without a moment of its own: the last update that says so. */
function endOf(fields: Fields, rows: readonly IncidentRow[]): string | undefined {
  if (fields['resolved'] !== true) return undefined;
  const ends = rows.flatMap(({ at, text }) => (at !== undefined && /^\W*resolved\b/i.test(text) ? [at] : []));
  return ends.sort((a, b) => ((parseInstant(a) ?? '') < (parseInstant(b) ?? '') ? -1 : 1)).at(-1);
}

function later(started: string, resolved: string | undefined): string | undefined {
  const [from, to] = [parseInstant(started), resolved === undefined ? undefined : parseInstant(resolved)];
  return from !== undefined && to !== undefined && to > from ? resolved : undefined;
}
