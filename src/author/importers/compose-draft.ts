/** Makes a draft of what an importer made out: the one form that every format is brought into. */
import { type Instant, parseInstant } from '../../shared/incident/instant.ts';
import { matchSeverity } from '../../shared/incident/match-severity.ts';
import { cleanText, plainTitle } from './clean-text.ts';
import { findUnplaced } from './find-unplaced.ts';
import { markdownOf } from './html-text.ts';
import { type ImportedIncident, type IncidentRow, importedTimes } from './imported-incident.ts';
import type { ImportedPostmortem, ImportOptions } from './importer.ts';
import { matchServices } from './match-services.ts';
import { readMdxText } from './mdx-text.ts';
import { peopleOfIncident } from './people-of-incident.ts';
import { proseOf, splitProse } from './prose-of.ts';
import { severityTodos } from './severity-todos.ts';
import { type Todo, writeFrontmatter } from './write-frontmatter.ts';

/** Valid as a draft, whatever was read. */
export function composeDraft(imported: ImportedIncident, options: ImportOptions): ImportedPostmortem {
  const { incident, people, company, todos: ofPeople } = peopleOfIncident(imported);
  const { id, slug, title, command, detectedBy, internal, teams = [] } = incident;
  const todos = [...incident.todos, ...ofPeople];
  const times = readTimes(incident, todos);
  const bare = (key: string) => times[key]?.replace(/^about /, '').replace('unknown', '') || undefined;
  const services = matchServices(
    incident.services,
    options,
    { started: bare('started'), resolved: bare('resolved') },
    todos,
  );
  const { rows, asides } = readRows(incident.timeline);
  const summary = incident.summary === undefined ? { prose: '', blocks: [] } : splitProse(incident.summary);
  const severity = matchSeverity(incident.severity, options.severities ?? []);
  todos.push(...usualTodos(incident, { options, severity, summary: summary.prose, times }));
  const values = {
    id,
    title: plainTitle(title) || 'Untitled',
    summary: summary.prose || 'To be written.',
    state: 'draft',
    severity: severity ?? options.severity,
    times,
    detection: { by: detectedBy ?? 'unknown' },
    impact: { users: 'unknown', accounts: 'unknown', supportRequests: 'unknown', services },
    responders: teams.length > 0 ? teams.map((team) => ({ team: cleanText(team) })) : undefined,
    timeline: rows.length === 0 ? undefined : rows,
    internal: { imported: internal, ...(Object.keys(people).length > 0 && { people }) },
  };
  const story = [...summary.blocks, ...storyOf(incident.story), ...asides].join('\n\n');
  const unplaced = findUnplaced(
    sourceTexts(incident.source).join('\n'),
    [values, ...todos.map(({ text }) => text), story],
    { company },
  );
  if (unplaced.count > 0)
    todos.push({
      key: 'internal',
      text: `Not placed, ${unplaced.count} words of the source:\n${unplaced.passages.join('\n')}`,
    });
  const found = Object.entries(times).filter(([, at]) => at !== 'unknown');
  return {
    slug,
    mdx: `${writeFrontmatter(`Imported by \`${command}\`; compare with the source before you publish.`, values, todos)}${story === '' ? '' : `\n${story}\n`}`,
    understood: {
      id,
      timelineRows: rows.length,
      timedRows: rows.filter(({ at }) => at !== 'unknown').length,
      times: found.map(([key]) => key),
      contributingFactors: 0,
      actionItems: 0,
      attendees: 0,
      notPlaced: unplaced.count,
      story: [],
    },
    todo: todos.map(({ key, text }) => `${key}: ${text.split('\n')[0]}`),
  };
}

/** Texts and numbers of a tool's data, its keys left out; HTML as the Markdown that it becomes. */
function sourceTexts(value: unknown): string[] {
  if (typeof value === 'string') return [markdownOf(value)];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(sourceTexts);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sourceTexts) : [];
}

type Times = Record<string, string>;

/** What a status page gives is when somebody wrote, so `about`. Those out of order are unknown, and said. */
function readTimes({ times: written, areTimesFacts }: ImportedIncident, todos: Todo[]): Times {
  const read: Partial<Record<(typeof importedTimes)[number], Instant>> = Object.fromEntries(
    importedTimes.flatMap((key) => {
      const at = instantOf(written[key]);
      return at === undefined ? [] : [[key, at]];
    }),
  );
  const { started = '', resolved = '9' } = read;
  for (const key of ['firstLogged', 'acknowledged', 'mitigated'] as const) {
    const at = read[key];
    if (at === undefined || (at >= started && at <= resolved)) continue;
    delete read[key];
    todos.push({ key: 'times', text: `The source gives ${at} for ${key}, which lies outside the incident.` });
  }
  if (resolved < started) {
    delete read.resolved;
    todos.push({ key: 'times', text: `The source gives ${resolved} as its end, which is before its begin.` });
  }
  return Object.fromEntries(
    importedTimes.flatMap((key) => {
      const at = read[key];
      if (at === undefined) return key === 'started' || key === 'firstLogged' ? [[key, 'unknown']] : [];
      return [[key, areTimesFacts ? at : `about ${at}`]];
    }),
  );
}

function instantOf(text: string | undefined): Instant | undefined {
  return text === undefined ? undefined : parseInstant(text.trim());
}

interface DraftRow {
  at: string;
  kind: string;
  what: string;
  internal?: true;
}

/** Rows in the order of time, and what of their texts cannot stand in a row, under its moment. */
function readRows(timeline: readonly IncidentRow[]): { rows: DraftRow[]; asides: string[] } {
  const read = timeline
    .map((row) => ({ ...row, moment: instantOf(row.at), ...splitRow(row) }))
    .filter(({ prose, blocks }) => prose !== '' || blocks.length > 0)
    .sort((a, b) => {
      const [first, second] = [a.moment ?? '9', b.moment ?? '9'];
      return first < second ? -1 : first > second ? 1 : 0;
    });
  const rows = read.map(({ moment, about, kind, prose, isInternal }) => ({
    at: moment === undefined ? 'unknown' : about ? `about ${moment}` : moment,
    kind: kind ?? 'communication',
    what: prose || 'Told with details, see below.',
    ...(isInternal && { internal: true as const }),
  }));
  const asides = read.flatMap(({ moment, blocks }) =>
    blocks.length === 0 ? [] : [`### ${moment ?? 'At an unknown time'}\n\n${blocks.join('\n\n')}`],
  );
  return { rows, asides };
}

/** Nothing of a row that is withheld goes into the story. */
function splitRow({ text, isInternal }: IncidentRow): { prose: string; blocks: string[] } {
  return isInternal ? { prose: proseOf(text), blocks: [] } : splitProse(text);
}

function usualTodos(
  { severity: said, detectedBy, teams = [] }: ImportedIncident,
  {
    options,
    severity,
    summary,
    times,
  }: { options: ImportOptions; severity: string | undefined; summary: string; times: Times },
): Todo[] {
  return [
    summary === ''
      ? { key: 'summary', text: 'Write one to three sentences in the words of a reader.' }
      : { key: 'summary', text: 'The source says this; is it in the words of a reader?' },
    ...severityTodos(said, severity, options),
    { key: 'times', text: 'These are times at which somebody wrote or a monitor noticed; please confirm when it was.' },
    ...(times['resolved'] === undefined
      ? [{ key: 'times', text: 'When was it resolved? The source does not say.' }]
      : []),
    ...(detectedBy
      ? []
      : [{ key: 'detection', text: 'Who logged it first: customer, monitoring, employee or partner?' }]),
    { key: 'impact', text: 'How many users, accounts and support requests?' },
    ...(teams.length === 0 ? [{ key: 'responders', text: 'Which teams responded, and what did each do?' }] : []),
    { key: 'contributingFactors', text: 'What came together?' },
    { key: 'mitigations', text: 'What ended the impact?' },
    { key: 'internal', text: 'Look through all text for names of people.' },
  ];
}

/** Markdown, brought into the static subset; empty for nothing. */
function storyOf(markdown: string): string[] {
  const mdx = readMdxText(cleanText(markdown.replace(/\r\n?/g, '\n')).trim());
  const [first, last] = [mdx.tree.children[0], mdx.tree.children.at(-1)];
  return first && last ? [mdx.blocks(first, last).trimEnd()] : [];
}
