/** Makes a draft of what an importer made out: the one form that every format is brought into. */
import { parseInstant } from '../../shared/incident/instant.ts';
import { cleanText, plainTitle } from './clean-text.ts';
import type { ImportedPostmortem, ImportOptions } from './importer.ts';
import { readMdxText } from './mdx-text.ts';
import { proseOf } from './prose-of.ts';
import { type Todo, writeFrontmatter } from './write-frontmatter.ts';

export interface ImportedIncident {
  id: string;
  slug: string;
  title: string;
  /** For the first line: `candor import statuspage`. */
  command: string;
  /** Moments as the source says them, with an offset; what cannot be read counts as unknown. */
  times: {
    started?: string | undefined;
    firstLogged?: string | undefined;
    mitigated?: string | undefined;
    resolved?: string | undefined;
  };
  detectedBy?: 'monitoring';
  /** The source's own word for how grave it was. */
  severity?: string | undefined;
  /** Names of services, components or systems, as the source has them. */
  services: string[];
  /** Texts in Markdown. */
  timeline: { at?: string | undefined; text: string }[];
  /** Markdown. */
  story: string;
  /** The source itself, or what of it went nowhere else. */
  internal: unknown;
  todos: Todo[];
}

/** Valid as a draft, whatever was read. */
export function composeDraft(incident: ImportedIncident, options: ImportOptions): ImportedPostmortem {
  const { id, slug, title, command, detectedBy, internal } = incident;
  const todos = [...incident.todos];
  const times = readTimes(incident.times, todos);
  const services = matchServices(incident.services, options, todos);
  const rows = incident.timeline
    .map(({ at, text }) => ({ at: instantOf(at) ?? 'unknown', kind: 'communication', what: proseOf(text) }))
    .filter(({ what }) => what !== '')
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  todos.push(...usualTodos(incident, options));
  const values = {
    id,
    title: plainTitle(title) || 'Untitled',
    summary: 'To be written.',
    state: 'draft',
    severity: options.severity,
    times,
    detection: { by: detectedBy ?? 'unknown' },
    impact: { users: 'unknown', accounts: 'unknown', supportRequests: 'unknown', services: windowsOf(services, times) },
    timeline: rows.length === 0 ? undefined : rows,
    internal: { imported: internal },
  };
  const found = Object.entries(times).filter(([, at]) => at !== 'unknown');
  return {
    slug,
    mdx: `${writeFrontmatter(`Imported by \`${command}\`; compare with the source before you publish.`, values, todos)}${storyOf(incident.story)}`,
    understood: {
      id,
      timelineRows: rows.length,
      timedRows: rows.filter(({ at }) => at !== 'unknown').length,
      times: found.map(([key]) => key),
      contributingFactors: 0,
      actionItems: 0,
      attendees: 0,
      story: [],
    },
    todo: todos.map(({ key, text }) => `${key}: ${text.split('\n')[0]}`),
  };
}

type Times = Record<string, string>;

/** Times of status pages are when somebody wrote, so each is `about`. Those out of order are unknown, and said. */
function readTimes(written: ImportedIncident['times'], todos: Todo[]): Times {
  const read = Object.fromEntries(
    (['started', 'firstLogged', 'mitigated', 'resolved'] as const).flatMap((key) => {
      const at = instantOf(written[key]);
      return at === undefined ? [] : [[key, at]];
    }),
  ) as Partial<Record<keyof typeof written, string>>;
  const { started = '', resolved = '9' } = read;
  for (const key of ['firstLogged', 'mitigated'] as const) {
    const at = read[key];
    if (at === undefined || (at >= started && at <= resolved)) continue;
    delete read[key];
    todos.push({ key: 'times', text: `The source gives ${at} for ${key}, which lies outside the incident.` });
  }
  if (resolved < started) {
    delete read.resolved;
    todos.push({ key: 'times', text: `The source gives ${resolved} as its end, which is before its begin.` });
  }
  const about = (at: string | undefined) => (at === undefined ? undefined : `about ${at}`);
  return Object.fromEntries(
    Object.entries({
      started: about(read.started) ?? 'unknown',
      firstLogged: about(read.firstLogged) ?? 'unknown',
      mitigated: about(read.mitigated),
      resolved: about(read.resolved),
    }).flatMap(([key, at]) => (at === undefined ? [] : [[key, at]])),
  );
}

function instantOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : parseInstant(text.trim());
}

function matchServices(names: readonly string[], { services = [] }: ImportOptions, todos: Todo[]): string[] {
  const found = services.filter(({ id, name }) =>
    names.some((written) => [id, name.toLowerCase()].includes(written.trim().toLowerCase())),
  );
  const known = new Set(found.flatMap(({ id, name }) => [id, name.toLowerCase()]));
  const unknownNames = names.filter((name) => !known.has(name.trim().toLowerCase()));
  if (unknownNames.length > 0)
    todos.push({
      key: 'impact',
      text: `Which services are these of the source: ${cleanText(unknownNames.join(', '))}?`,
    });
  return found.map(({ id }) => id);
}

function windowsOf(services: readonly string[], { started, resolved }: Times): unknown[] {
  const isTimed = started !== undefined && started !== 'unknown';
  return services.map((service) => ({
    service,
    windows: isTimed ? [{ from: started, ...(resolved ? { to: resolved } : {}), level: 'degraded' }] : [],
  }));
}

function usualTodos({ severity, services, detectedBy, times }: ImportedIncident, options: ImportOptions): Todo[] {
  const said = severity === undefined ? 'states none' : `says \`${cleanText(severity)}\``;
  return [
    { key: 'summary', text: 'Write one to three sentences in the words of a reader.' },
    { key: 'severity', text: `The source ${said}; \`${options.severity}\` is a stand-in.` },
    { key: 'times', text: 'These are times at which somebody wrote or a monitor noticed; please confirm when it was.' },
    ...(times.resolved === undefined ? [{ key: 'times', text: 'When was it resolved? The source does not say.' }] : []),
    ...(detectedBy
      ? []
      : [{ key: 'detection', text: 'Who logged it first: customer, monitoring, employee or partner?' }]),
    { key: 'impact', text: 'How many users, accounts and support requests?' },
    ...(services.length > 0
      ? [{ key: 'impact', text: 'How far was each service affected, from when to when? `degraded` is a stand-in.' }]
      : []),
    { key: 'responders', text: 'Which teams responded, and what did each do?' },
    { key: 'contributingFactors', text: 'What came together?' },
    { key: 'mitigations', text: 'What ended the impact?' },
    { key: 'internal', text: 'Look through all text for names of people.' },
  ];
}

/** Markdown, brought into the static subset; empty for nothing. */
function storyOf(markdown: string): string {
  const mdx = readMdxText(cleanText(markdown.replace(/\r\n?/g, '\n')).trim());
  const [first, last] = [mdx.tree.children[0], mdx.tree.children.at(-1)];
  return first && last ? `\n${mdx.blocks(first, last).trimEnd()}\n` : '';
}
