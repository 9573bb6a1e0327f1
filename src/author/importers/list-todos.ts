/** Lists what a person still has to find out after an import. */

import { matchSeverity } from '../../shared/incident/match-severity.ts';
import type { ActionItem, Draft } from './draft.ts';
import type { ImportOptions } from './importer.ts';
import type { InferredTimes } from './infer-times.ts';
import { kindOfRow } from './kind-of-row.ts';
import type { ReadTimeline } from './read-timeline.ts';
import { kindOfHeading, type SectionKind } from './section-headings.ts';
import { severityTodos } from './severity-todos.ts';
import type { Todo } from './write-frontmatter.ts';

type Add = (key: string, text: string) => void;

/** One sentence each, about what the source does not say or what was only inferred; in no particular order. */
export function listTodos(draft: Draft, inferred: InferredTimes, options: ImportOptions): Todo[] {
  const todos: Todo[] = [];
  const add: Add = (key, text) => {
    todos.push({ key, text });
  };
  const { rows = [], zone } = draft.timeline ?? {};
  if (!('summary' in draft.values)) add('summary', 'Write one to three sentences in the words of a reader.');
  else
    add(
      'summary',
      'Cut to one to three sentences in the words of a reader, and look through all text for names of people.',
    );
  todos.push(...severityTodos(draft.severity, matchSeverity(draft.severity, options.severities ?? []), options));
  const found = (['started', 'firstLogged', 'mitigated', 'resolved'] as const).filter(
    (key) => inferred[key] !== undefined,
  );
  if (found.length > 0) add('times', `Inferred from the timeline, please confirm: ${found.join(', ')}.`);
  const missing = (['started', 'firstLogged', 'resolved'] as const).filter((key) => inferred[key] === undefined);
  if (missing.length > 0) add('times', `Not to be found in the source: ${missing.join(', ')}.`);
  for (const doubt of inferred.doubts) add('times', doubt);
  if (inferred.detectedBy === 'unknown')
    add('detection', 'Who logged it first: customer, monitoring, employee or partner?');
  add('impact', `${askForCounts(draft.counts)}Which services were affected, from when to when?`);
  add('responders', 'Which teams responded, and what did each do?');
  const tells = (kind: SectionKind) => draft.story.some(({ title }) => kindOfHeading(title) === kind);
  if (!('contributingFactors' in draft.values))
    add(
      'contributingFactors',
      tells('factors') ? 'They stand in the story; say each in a sentence.' : 'None could be read from the source.',
    );
  if (!('mitigations' in draft.values))
    add(
      'mitigations',
      tells('mitigations') ? 'It stands in the story; say each step in a sentence.' : 'What ended the impact?',
    );
  addTimelineTodos(rows, zone, add);
  if (draft.story.some(({ title }) => /^(?:lessons|what (?:did )?we learn)/i.test(title))) {
    add('lessons', 'They stand in the story; sort them into wentWell, wentBadly and gotLucky.');
  }
  if (draft.actionItems.length > 0) add('actions', promisesOf(draft.actionItems));
  if (tells('actions'))
    add('actions', 'Action items stand in the story; each that is a promise needs kind, owner, due and doneWhen.');
  if (draft.internal['attendees']) add('internal', 'When the day of the review is known, move attendees to `review`.');
  if (draft.internal['noted']) add('internal', 'Blocks with names in them stand under `noted`; move what is public.');
  return todos;
}

/** What is not known of how many, and what the source says of it. */
function askForCounts({ values, told }: Draft['counts']): string {
  const names = { users: 'users', accounts: 'accounts', supportRequests: 'support requests' };
  const missing = Object.entries(names).flatMap(([key, name]) => (key in values ? [] : [name]));
  const said = told.length === 0 ? '' : ` The source says: ${told.slice(0, 8).join('; ')}.`;
  return missing.length === 0 ? '' : `How many ${missing.join(', ')} were affected?${said} `;
}

function addTimelineTodos(rows: ReadTimeline['rows'], zone: ReadTimeline['zone'], add: Add): void {
  if (rows.length === 0) {
    add('timeline', 'None could be read from the source.');
    return;
  }
  const plain = rows.filter(({ words }) => kindOfRow(words) === 'note').length;
  if (plain > 0) add('timeline', `Give ${plain} of ${rows.length} rows their kind; \`note\` is a stand-in.`);
  const untimed = rows.filter(({ at }) => at === undefined).length;
  if (untimed > 0) add('timeline', `${untimed} rows have no exact time; their text begins with what the source says.`);
  if (zone === undefined && untimed > 0)
    add('timeline', 'The source states no time zone, so times without one are unknown.');
  const summer = rows.some(({ at }) => at !== undefined && /^\d{4}-(?:0[4-9]|10|03-(?:2[5-9]|3))/.test(at));
  if (zone?.name === 'CET' && summer) {
    add('timeline', 'The source says CET; it was taken as UTC+1 also in summer. Where CEST was meant, write +02:00.');
  }
}

/** Templates of action items, for an author to complete. */
export function promisesOf(items: readonly ActionItem[]): string {
  const templates = items.map(({ what, kind, due, isDone, ticket, notes }, index) =>
    [
      `  - id: A${index + 1}`,
      `    what: ${JSON.stringify(what)}`,
      `    kind: ${kind ?? '# fix, mitigation, observability or process'}`,
      '    owner: # a team',
      `    due: ${due ?? '# a day'}`,
      '    doneWhen:',
      `    state: ${isDone ? 'done # and doneOn: the day' : 'open'}`,
      ...(ticket === undefined ? [] : [`    ticket: ${JSON.stringify(ticket)}`]),
      ...notes.map((note) => `    # ${note}`),
    ].join('\n'),
  );
  return `Action items of the source; each that is a promise needs kind, owner, due and doneWhen:\nactions:\n${templates.join('\n')}`;
}
