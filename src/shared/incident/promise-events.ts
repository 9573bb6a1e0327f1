/** What happened to a promise after it was made, by the days that the record names. */
import type { CalendarDate, Instant } from './instant.ts';
import type { PromisedActions } from './promises.ts';
import type { Prose, PublicPostmortem } from './public-postmortem.ts';

type Action = PublicPostmortem['actions'][number];

/** `done`: whether on time follows from `promiseState`; `moved`: the due date went from `from` to `to`. */
export type PromiseEvent =
  | { kind: 'done'; on: CalendarDate }
  | { kind: 'dropped'; on: CalendarDate; because?: Prose | undefined }
  | { kind: 'moved'; on: CalendarDate; from: CalendarDate; to: CalendarDate; because: Prose };

/** In order of time. An action that is open and was never moved has none. */
export function promiseEvents({ due, moved = [], doneOn, droppedOn, droppedBecause }: Action): PromiseEvent[] {
  return [
    ...moved.map(({ at, from, because }, index): PromiseEvent => {
      return { kind: 'moved', on: at, from, to: moved[index + 1]?.from ?? due, because };
    }),
    ...(doneOn === undefined ? [] : [{ kind: 'done', on: doneOn } as const]),
    ...(droppedOn === undefined ? [] : [{ kind: 'dropped', on: droppedOn, because: droppedBecause } as const]),
  ];
}

/** What happened to one promise, and when its readers could first know. */
export interface PromiseRow extends Omit<PromisedActions, 'actions'> {
  action: Action;
  event: PromiseEvent;
  /** The begin of the day in UTC; the publication of the postmortem where that is later. */
  at: Instant;
}

/** Of all postmortems, the newest first; equals by slug and action, so that the order is always the same. */
export function orderPromiseEvents(postmortems: readonly PromisedActions[]): PromiseRow[] {
  const rows = postmortems.flatMap(({ actions, ...postmortem }) =>
    actions.flatMap((action) =>
      promiseEvents(action).map((event): PromiseRow => {
        const day = `${event.on}T00:00:00Z`;
        return { ...postmortem, action, event, at: day > postmortem.publishedAt ? day : postmortem.publishedAt };
      }),
    ),
  );
  const keyOf = ({ at, event, slug, action }: PromiseRow) => `${at} ${event.on} ${slug} ${action.id}`;
  return rows.sort((a, b) => (keyOf(a) > keyOf(b) ? -1 : keyOf(a) < keyOf(b) ? 1 : 0));
}
