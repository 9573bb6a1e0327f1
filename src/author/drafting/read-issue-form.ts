/** Reads the form that `candor init --issue-form` writes, as GitHub renders it: a heading a field, and the answer below it. */
import { cleanText, plainTitle } from '../importers/clean-text.ts';
import { proseOf } from '../importers/prose-of.ts';
import type { ReadIncident } from '../importers/read-incident.ts';
import { listOf, parseJson } from '../importers/read-json.ts';
import { draftTimes } from './draft-answers.ts';

/** Labels of the fields, in their order on the form. */
export const formLabels = [
  'Title',
  'Summary',
  'Severity',
  'Services',
  'Started',
  'First logged',
  'Mitigated',
  'Resolved',
  'Detected by',
  'Notes',
] as const;

type Label = (typeof formLabels)[number];

const labelOfTime: Readonly<Record<(typeof draftTimes)[number], Label | undefined>> = {
  started: 'Started',
  firstLogged: 'First logged',
  acknowledged: undefined,
  mitigated: 'Mitigated',
  resolved: 'Resolved',
};

/** As typed, in `times`: what is no moment is for `momentOf` to say. */
export interface ReadForm extends ReadIncident {
  detectedBy?: string;
}

/**
 * `text` is the body of an issue, or the JSON of an event of GitHub that holds one; `undefined` for all else. `momentOf` reads
 * a moment as it was typed. What is none, services and the notes stand together as notes.
 */
export function readIssueForm(text: string, momentOf: (typed: string) => string | undefined): ReadForm | undefined {
  const answers = answersIn(bodyIn(text));
  const title = answers.get('Title');
  if (title === undefined || answers.size < formLabels.length) return undefined;
  const times: ReadForm['times'] = {};
  const unread: string[] = [];
  for (const key of draftTimes) {
    const label = labelOfTime[key];
    const typed = label === undefined ? '' : (answers.get(label) ?? '');
    if (typed === '') continue;
    const at = momentOf(typed);
    if (at === undefined) unread.push(`${label}: ${typed}`);
    else times[key] = at;
  }
  const [summary, severity, services, detectedBy, notes] = (
    ['Summary', 'Severity', 'Services', 'Detected by', 'Notes'] as const
  ).map((label) => answers.get(label) || undefined);
  const told = [...(services ? [`Services: ${services}`] : []), ...unread, ...(notes ? [notes] : [])].join('\n');
  return {
    title: plainTitle(title),
    ...(summary && { summary: proseOf(summary) }),
    ...(severity && { severity }),
    ...(detectedBy && { detectedBy }),
    times,
    services: (services ?? '').split(',').map((name) => name.trim()),
    teams: [],
    ...(told && { notes: told }),
  };
}

function bodyIn(text: string): string {
  const [event] = listOf(parseJson(text));
  const body = listOf(event?.['issue'])[0]?.['body'];
  return cleanText((typeof body === 'string' ? body : text).replace(/\r\n?/g, '\n'));
}

/** By label: each begins at the first heading of its name behind the one before it, so that no answer can begin an earlier field. */
function answersIn(body: string): Map<Label, string> {
  const lines = body.split('\n');
  const answers = new Map<Label, string>();
  let open: { label: Label; lines: string[] } | undefined;
  const close = () => {
    const answer = open?.lines.join('\n').trim() ?? '';
    if (open) answers.set(open.label, answer === '_No response_' ? '' : answer);
  };
  for (const line of lines) {
    const next = formLabels[open ? formLabels.indexOf(open.label) + 1 : 0];
    if (next !== undefined && line.trimEnd() === `### ${next}`) {
      close();
      open = { label: next, lines: [] };
    } else open?.lines.push(line);
  }
  close();
  return answers;
}
