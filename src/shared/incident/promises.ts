/** What became of the action items that postmortems promise. */
import type { CalendarDate } from './instant.ts';
import type { PublicPostmortem } from './public-postmortem.ts';

/** The action items of one postmortem, with what a list of them says about it. */
export interface PromisedActions {
  /** Id of the postmortem. */
  id: string;
  slug: string;
  title: string;
  publishedAt: string;
  /** Ids of the services affected. */
  services: string[];
  actions: PublicPostmortem['actions'];
}

/** In the order in which they are listed. */
export const promiseStates = ['overdue', 'open', 'late', 'kept', 'dropped'] as const;
/** `kept` on time and `late`: done by the day it was due, and after; `overdue`: open after that day. */
export type PromiseState = (typeof promiseStates)[number];

export interface JudgedPromise extends Omit<PromisedActions, 'actions'> {
  action: PublicPostmortem['actions'][number];
  state: PromiseState;
}

/** By due date, the earliest first; equals in the order of their postmortems. */
export function judgePromises(postmortems: readonly PromisedActions[], today: CalendarDate): JudgedPromise[] {
  return postmortems
    .flatMap(({ actions, ...postmortem }) =>
      actions.map((action) => ({ ...postmortem, action, state: promiseState(action, today) })),
    )
    .sort((a, b) => (a.action.due < b.action.due ? -1 : a.action.due > b.action.due ? 1 : 0));
}

/** Text order of calendar days is time order. What is due today is not overdue. */
export function promiseState(
  { state, due, doneOn }: Pick<JudgedPromise['action'], 'state' | 'due' | 'doneOn'>,
  today: CalendarDate,
): PromiseState {
  if (state === 'dropped') return 'dropped';
  if (state === 'done') return doneOn !== undefined && doneOn > due ? 'late' : 'kept';
  return due < today ? 'overdue' : 'open';
}

/** Most promises of the past that the first page shows. */
const recentlySettled = 20;

/** All that are not settled, and of the others those that were due last; the order stays. */
export function currentPromises(promises: readonly JudgedPromise[]): JudgedPromise[] {
  const isSettled = ({ state }: JudgedPromise) => state === 'kept' || state === 'late' || state === 'dropped';
  const recent = new Set(promises.filter(isSettled).slice(-recentlySettled));
  return promises.filter((promise) => !isSettled(promise) || recent.has(promise));
}

/** Most promises of a calendar that are due, and most that were. */
const calendarSide = 500;

/**
 * What a calendar people subscribe to holds of `promises`, which are in order: those not settled, from those due a year
 * ago on, and where there are too many the ones nearest to `today`.
 */
export function calendarPromises(promises: readonly JudgedPromise[], today: CalendarDate): JudgedPromise[] {
  // Compared as text: the day a year before need not exist.
  const since = `${String(Number(today.slice(0, 4)) - 1).padStart(4, '0')}${today.slice(4)}`;
  const overdue = promises.filter(({ state, action }) => state === 'overdue' && action.due >= since);
  const open = promises.filter(({ state }) => state === 'open');
  return [...overdue.slice(-calendarSide), ...open.slice(0, calendarSide)];
}
