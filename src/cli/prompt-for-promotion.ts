/** The questions of `candor promote`, on a terminal: one key after the other with all that is to do about it, each answer written at once. */
import { cancel, intro, isCancel, log, note, outro, select, text } from '@clack/prompts';
import { parse } from 'yaml';
import { answerTodos } from '../author/promoting/answer-todos.ts';
import { enterState } from '../author/promoting/enter-state.ts';
import { findTodos, type OpenTodo } from '../author/promoting/find-todos.ts';
import { detectors, timelineKinds } from '../shared/incident/postmortem-schema.ts';
import { recordedCountSchema } from '../shared/incident/recorded-count.ts';
import { askActions, proposedActions } from './ask-actions.ts';
import { askSeverity } from './ask-severity.ts';
import { type DraftChoices, momentComplaint, readMoment } from './draft-flags.ts';

interface Around extends DraftChoices {
  now: string;
  save: (mdx: string) => Promise<void>;
}

type Values = Record<string, unknown>;
type Asked = { path: string; value: unknown }[] | 'later' | 'stop';

/** False when the person gave up; what was answered until then is written. */
export async function promptForPromotion(mdx: string, around: Around): Promise<boolean> {
  intro(`${findTodos(mdx).length} to do. Leave empty what is right as it stands.`);
  let current = mdx;
  const later = new Set<string>();
  for (;;) {
    const todos = nextTodos(findTodos(current), later);
    const [todo] = todos;
    if (!todo) break;
    note(todos.flatMap(linesOf).join('\n'), todo.key || 'To do');
    const asked = await askFor(todos, valuesIn(current), around);
    if (asked === 'stop') {
      cancel('Stopped; what you answered is written.');
      return false;
    }
    if (asked === 'later') {
      for (const each of todos) later.add(nameOf(each));
      continue;
    }
    const lines = todos.map(({ line }) => line);
    const answered = answerTodos(current, { set: asked, isAnswered: ({ line }) => lines.includes(line) });
    if ('complaint' in answered) log.error(answered.complaint);
    else {
      current = answered.mdx;
      await around.save(current);
    }
  }
  if (!(await askForState(current, around))) return false;
  outro('Thank you.');
  return true;
}

/** The first that is not put off, with all others of its key: the same answers are theirs. */
function nextTodos(todos: readonly OpenTodo[], later: ReadonlySet<string>): OpenTodo[] {
  const open = todos.filter((todo) => !later.has(nameOf(todo)));
  const [first] = open;
  return open.filter((todo) => todo === first || (todo.key !== '' && todo.key === first?.key));
}

/** What it asks, with its passage; of action items what is to be done: each is asked about by itself. */
function linesOf(todo: OpenTodo): string[] {
  const proposed = todo.key === 'actions' ? proposedActions([todo]) : [];
  return [todo.question, ...(proposed.length > 0 ? proposed.map(({ what }) => `- ${what}`) : todo.passage)];
}

function nameOf({ key, question }: OpenTodo): string {
  return `${key} ${question}`;
}

async function askForState(mdx: string, { now, save }: Around): Promise<boolean> {
  const state = await select({
    message: 'What is it now?',
    options: ['draft', 'review', 'preliminary', 'final'].map((value) => ({ value, label: value })),
  });
  if (isCancel(state)) return false;
  const entered = enterState(mdx, { state, publishedAt: undefined, now });
  if ('complaint' in entered) log.error(entered.complaint);
  else await save(entered.mdx);
  return true;
}

function valuesIn(mdx: string): Values {
  return (parse(/^---\n([\s\S]*?)\n---\n/.exec(mdx)?.[1] ?? '') ?? {}) as Values;
}

async function askFor(todos: readonly OpenTodo[], values: Values, around: Around): Promise<Asked> {
  const keep = await select({
    message: 'What about it?',
    options: [
      { value: 'answer', label: 'Answer' },
      { value: 'keep', label: 'It is right as it stands' },
      { value: 'later', label: 'Later' },
    ],
  });
  if (isCancel(keep)) return 'stop';
  if (keep === 'later') return 'later';
  if (keep === 'keep') return [];
  const ask = asking[todos[0]?.key ?? ''];
  return ask ? await ask(values, around, todos) : [];
}

type Ask = (values: Values, around: Around, todos: readonly OpenTodo[]) => Promise<Asked>;

const asking: Readonly<Record<string, Ask>> = {
  summary: (values) => askText('summary', 'One to three sentences in the words of a reader', values['summary']),
  severity: async (_, { severities }) => one('severity', await askSeverity(severities)),
  times: (values, around) => askTimes(values, around),
  detection: async () =>
    one(
      'detection.by',
      await select({
        message: 'Who logged it first?',
        initialValue: 'unknown' as const,
        options: detectors.map((value) => ({ value, label: value })),
      }),
    ),
  impact: (values) => askImpact(values),
  responders: () => askList('responders', 'Teams that responded, with commas between', (team) => ({ team })),
  contributingFactors: () =>
    askList('contributingFactors', 'What came together, with ; between', (factor) => factor, ';'),
  mitigations: () => askList('mitigations', 'What ended the impact, with ; between', (mitigation) => mitigation, ';'),
  timeline: (values, around) => askRows(values, around),
  actions: async (values, _, todos) => {
    const present = (values['actions'] ?? []) as unknown[];
    const actions = await askActions(present, proposedActions(todos));
    if (actions === 'stop') return 'stop';
    return actions.length === 0 ? [] : [{ path: 'actions', value: actions }];
  },
};

function one(path: string, answer: unknown): Asked {
  return isCancel(answer) ? 'stop' : [{ path, value: answer }];
}

async function askText(path: string, message: string, present: unknown): Promise<Asked> {
  const answer = await text({ message, ...(typeof present === 'string' && { initialValue: present }) });
  if (isCancel(answer)) return 'stop';
  return answer.trim() === '' ? [] : [{ path, value: answer.trim() }];
}

async function askList(path: string, message: string, item: (words: string) => unknown, between = ','): Promise<Asked> {
  const answer = await text({ message });
  if (isCancel(answer)) return 'stop';
  const items = answer
    .split(between)
    .map((words) => words.trim())
    .filter(Boolean);
  return items.length === 0 ? [] : [{ path, value: items.map(item) }];
}

/** What stands there and stays without an answer; where that is nothing, how an answer is written. */
function presentOr(present: unknown, form: string): string {
  const isSaid = typeof present === 'number' || (typeof present === 'string' && present !== 'unknown');
  return isSaid ? `${present} (Enter keeps it)` : form;
}

async function askMoment(message: string, present: unknown, timezone: string): Promise<string | undefined | 'stop'> {
  const answer = await text({
    message: `${message} (${timezone})`,
    placeholder: presentOr(present, '2026-03-14 10:12, about 2026-03-14 10:12, or unknown'),
    validate: (value) =>
      !value?.trim() || readMoment(value, timezone) !== undefined
        ? undefined
        : momentComplaint(message, value, timezone),
  });
  if (isCancel(answer)) return 'stop';
  return answer.trim() === '' ? undefined : readMoment(answer, timezone);
}

async function askTimes(values: Values, { timezone }: Around): Promise<Asked> {
  const times = (values['times'] ?? {}) as Values;
  const answers: { path: string; value: unknown }[] = [];
  for (const [key, message] of [
    ['started', 'When did it begin to affect anyone?'],
    ['firstLogged', 'When was it first logged?'],
    ['mitigated', 'When did the impact end?'],
    ['resolved', 'When was it fixed?'],
  ] as const) {
    const at = await askMoment(message, times[key], timezone);
    if (at === 'stop') return 'stop';
    if (at !== undefined) answers.push({ path: `times.${key}`, value: at });
  }
  return answers;
}

async function askImpact(values: Values): Promise<Asked> {
  const impact = (values['impact'] ?? {}) as Values;
  const answers: { path: string; value: unknown }[] = [];
  for (const [key, message] of [
    ['users', 'How many people were affected?'],
    ['accounts', 'How many accounts?'],
    ['supportRequests', 'How many support requests were raised?'],
  ] as const) {
    const answer = await text({
      message,
      placeholder: presentOr(impact[key], '1200, about 1200, or unknown'),
      validate: (value) =>
        !value?.trim() || readCount(value) !== undefined ? undefined : 'Write 1200, about 1200, or unknown.',
    });
    if (isCancel(answer)) return 'stop';
    if (answer.trim() !== '') answers.push({ path: `impact.${key}`, value: readCount(answer) });
  }
  return answers;
}

/** A count as it is written into a postmortem. */
function readCount(typed: string): number | string | undefined {
  const count = /^\d+$/.test(typed.trim()) ? Number(typed) : typed.trim();
  return recordedCountSchema.safeParse(count).success ? count : undefined;
}

/** Rows without a kind or a moment. */
async function askRows(values: Values, { timezone }: Around): Promise<Asked> {
  const rows = (values['timeline'] ?? []) as { at: string; kind: string; what: string }[];
  const answers: { path: string; value: unknown }[] = [];
  for (const [index, { at, kind, what }] of rows.entries()) {
    if (at === 'unknown') {
      const moment = await askMoment(`When: ${what}`, at, timezone);
      if (moment === 'stop') return 'stop';
      if (moment !== undefined) answers.push({ path: `timeline.${index}.at`, value: moment });
    }
    if (kind !== 'note') continue;
    const answer = await select({
      message: `${at} ${what}`,
      initialValue: kind,
      options: timelineKinds.map((value) => ({ value, label: value })),
    });
    if (isCancel(answer)) return 'stop';
    answers.push({ path: `timeline.${index}.kind`, value: answer });
  }
  return answers;
}
