/** Imports incidents of cState: Markdown files with Hugo's frontmatter, whose `track` shortcodes date the updates. */
import { parse } from 'yaml';
import { parseInstant } from '../../shared/incident/instant.ts';
import { cleanText } from './clean-text.ts';
import { composeDraft } from './compose-draft.ts';
import type { Importer } from './importer.ts';
import { slugOf } from './names.ts';
import { type Fields, textIn, withoutKeys } from './read-json.ts';
import type { Todo } from './write-frontmatter.ts';

const track = /\{\{[<%]\s*track\s+"([^"]*)"\s*[>%]\}\}/g;

/** One postmortem a file; none for a file without frontmatter. */
export const importCstate: Importer = ({ fileName, text }, options) => {
  const [, yaml, body = ''] = /^---\n([\s\S]*?)\n---[ \t]*(?:\n([\s\S]*))?$/.exec(cleanText(text).trim()) ?? [];
  const fields = yaml === undefined ? undefined : readYaml(yaml);
  const title = fields && textIn(fields, 'title');
  if (!fields || title === undefined) return [];
  // Updates of a template that are commented out were never told.
  const { comments, rest } = splitComments(body);
  const { timeline, story } = splitUpdates(rest);
  const todos: Todo[] = [];
  const zoneless = [textIn(fields, 'date'), textIn(fields, 'resolvedWhen')].some(
    (written) => written !== undefined && parseInstant(written.trim()) === undefined,
  );
  if (zoneless || timeline.length > 0)
    todos.push({ key: 'times', text: 'The source writes times without a zone; they were taken as UTC, as Hugo does.' });
  if (fields['informational'] === true)
    todos.push({ key: 'internal', text: 'This was for information; is it an incident?' });
  const slug = slugOf(fileName);
  return [
    composeDraft(
      {
        id: slug,
        slug,
        title,
        command: 'candor import cstate',
        times: {
          started: utc(textIn(fields, 'date')),
          resolved: fields['resolved'] === false ? undefined : utc(textIn(fields, 'resolvedWhen')),
        },
        severity: textIn(fields, 'severity'),
        services: Array.isArray(fields['affected']) ? fields['affected'].map(String) : [],
        timeline,
        story,
        internal:
          comments.length === 0
            ? withoutKeys(fields, ['title'])
            : { ...(withoutKeys(fields, ['title']) as Fields), comments },
        todos,
      },
      options,
    ),
  ];
};

/** Times stay as they are written: Hugo reads one without a zone as UTC. */
function readYaml(yaml: string): Fields | undefined {
  try {
    const value: unknown = parse(yaml, { schema: 'core' });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

/** Paragraphs with a `track` are updates with a time; all others are the story, in their order. */
function splitUpdates(body: string): { timeline: { at: string | undefined; text: string }[]; story: string } {
  const blocks = body.split(/\n[ \t]*\n/);
  const isDated = (block: string) => block.search(track) >= 0;
  const timeline = blocks.filter(isDated).map((block) => ({
    at: utc([...block.matchAll(track)].at(-1)?.[1]),
    text: block.replace(track, '').trim(),
  }));
  return { timeline, story: blocks.filter((block) => !isDated(block)).join('\n\n') };
}

function utc(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const text = written.trim();
  if (parseInstant(text) !== undefined) return text;
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?))?$/.exec(text) ?? [];
  return day === undefined ? undefined : `${day}T${time ?? '00:00'}Z`;
}

/** Comments of HTML, with their marks, and the text without them. One that is never closed is text. */
function splitComments(text: string): { comments: string[]; rest: string } {
  const comments: string[] = [];
  let rest = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) return { comments, rest: rest + text.slice(from) };
    comments.push(text.slice(start, end + 3));
    rest += text.slice(from, start);
    from = end + 3;
  }
}
