/** The questions of `candor promote` about action items: first those that an import found, then any others. */
import { confirm, isCancel, select, text } from '@clack/prompts';
import { parse } from 'yaml';
import type { OpenTodo } from '../author/promoting/find-todos.ts';
import { parseCalendarDate } from '../shared/incident/instant.ts';
import { actionKinds } from '../shared/incident/postmortem-schema.ts';

/** An action item as far as the source tells of it. */
export interface ProposedAction {
  what: string;
  kind?: (typeof actionKinds)[number];
  due?: string;
  state?: string;
  ticket?: string;
}

type Action = Record<string, unknown>;

/** What the templates of to-dos say; nothing where one is no YAML any more. */
export function proposedActions(todos: readonly OpenTodo[]): ProposedAction[] {
  return todos.flatMap(({ passage }) => {
    const rows = readRows(passage.join('\n'));
    return rows.flatMap(({ what, kind, due, state, ticket }) =>
      typeof what === 'string'
        ? [
            {
              what,
              ...(isKind(kind) && { kind }),
              ...(typeof due === 'string' && parseCalendarDate(due) !== undefined && { due }),
              ...(typeof state === 'string' && { state }),
              ...(typeof ticket === 'string' && { ticket }),
            },
          ]
        : [],
    );
  });
}

function readRows(yaml: string): Action[] {
  try {
    const { actions } = (parse(yaml, { schema: 'core', maxAliasCount: 0 }) ?? {}) as { actions?: unknown };
    return Array.isArray(actions) ? actions.filter((row) => typeof row === 'object' && row !== null) : [];
  } catch {
    return [];
  }
}

function isKind(kind: unknown): kind is (typeof actionKinds)[number] {
  return (actionKinds as readonly unknown[]).includes(kind);
}

/** All action items there are then; `stop` when the person gave up. */
export async function askActions(
  present: readonly unknown[],
  proposed: readonly ProposedAction[],
): Promise<unknown[] | 'stop'> {
  const actions = [...present];
  for (const proposal of proposed) {
    const isPromise = await confirm({ message: `Is this promised? ${proposal.what}` });
    if (isCancel(isPromise)) return 'stop';
    if (!isPromise) continue;
    const action = await askAction(proposal, nextId(actions));
    if (action === 'stop') return 'stop';
    actions.push(action);
  }
  for (;;) {
    const more = await confirm({
      message:
        actions.length === 0 ? 'Is there an action item to promise?' : 'Is there another action item to promise?',
      initialValue: actions.length === 0,
    });
    if (isCancel(more)) return 'stop';
    if (!more) return actions;
    const action = await askAction({ what: '' }, nextId(actions));
    if (action === 'stop') return 'stop';
    actions.push(action);
  }
}

async function askAction({ what, kind, due, state, ticket }: ProposedAction, id: string): Promise<Action | 'stop'> {
  const isDone = state === 'done';
  const said = await askWords('What will be done, beginning with a verb?', { initialValue: what });
  if (said === 'stop') return 'stop';
  const chosen = await select({
    message: 'What kind?',
    options: actionKinds.map((value) => ({ value, label: value })),
    ...(kind && { initialValue: kind }),
  });
  if (isCancel(chosen)) return 'stop';
  const owner = await askWords('Which team promises it?');
  if (owner === 'stop') return 'stop';
  const day = await askDay('By which day?', due);
  if (day === 'stop') return 'stop';
  const doneWhen = await askWords('How will one know that it is done?');
  if (doneWhen === 'stop') return 'stop';
  const doneOn = isDone ? await askDay('The source says that it is done. On which day was that?') : undefined;
  if (doneOn === 'stop') return 'stop';
  return {
    id,
    what: said,
    kind: chosen,
    owner,
    due: day,
    doneWhen,
    state: isDone ? 'done' : 'open',
    ...(doneOn !== undefined && { doneOn }),
    ...(ticket !== undefined && { ticket }),
  };
}

async function askWords(message: string, { initialValue = '' } = {}): Promise<string> {
  const answer = await text({
    message,
    initialValue,
    validate: (value) => (value?.trim() ? undefined : 'This is needed.'),
  });
  return isCancel(answer) ? 'stop' : answer.trim();
}

async function askDay(message: string, initialValue = ''): Promise<string> {
  const answer = await text({
    message,
    initialValue,
    placeholder: '2026-04-15',
    validate: (value) =>
      parseCalendarDate(value?.trim() ?? '') === undefined ? 'Write it like 2026-04-15.' : undefined,
  });
  return isCancel(answer) ? 'stop' : answer.trim();
}

/** Ids are permanent: none of those there are is given again. */
function nextId(actions: readonly unknown[]): string {
  const taken = new Set(actions.map((action) => (action as { id?: unknown }).id));
  let number = actions.length + 1;
  while (taken.has(`A${number}`)) number += 1;
  return `A${number}`;
}
