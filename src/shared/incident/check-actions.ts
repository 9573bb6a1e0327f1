/** Whether what became of each promise agrees with its state, and its days stand in order. Pure. */
import { createProblem, type Problem } from '../problem/problem.ts';
import type { CalendarDate } from './instant.ts';
import type { LocationOf } from './location-of.ts';
import type { Postmortem } from './postmortem-schema.ts';

type Action = NonNullable<Postmortem['actions']>[number];

/** All contradictions, those between two places with both. */
export function checkActions({ actions }: Postmortem, locationOf: LocationOf): Problem[] {
  const seen = new Map<string, number>();
  return (actions ?? []).flatMap((action, index) => {
    const first = seen.get(action.id);
    seen.set(action.id, first ?? index);
    const location = locationOf(['actions', index, 'id']);
    const twice = { what: 'action id', value: action.id };
    return [
      ...(first === undefined
        ? []
        : [createProblem('record/duplicate', location, twice, locationOf(['actions', first, 'id']))]),
      ...checkState(action, index, locationOf),
      ...checkMoves(action, index, locationOf),
    ];
  });
}

function checkState(action: Action, index: number, locationOf: LocationOf): Problem[] {
  const { id, state } = action;
  const wanted = { doneOn: 'done', droppedOn: 'dropped', droppedBecause: 'dropped' } as const;
  return Object.entries(wanted).flatMap(([key, stateOfKey]) =>
    (state === stateOfKey) === (action[key as keyof typeof wanted] !== undefined)
      ? []
      : [createProblem('record/action-state', locationOf(['actions', index, 'id']), { id, state, key })],
  );
}

interface Day {
  name: string;
  day: CalendarDate;
  path: PropertyKey[];
}

/** Moves stand in order of time, each on a day of its own and to another day, and none after the promise was settled. */
function checkMoves(action: Action, index: number, locationOf: LocationOf): Problem[] {
  const moved = action.moved ?? [];
  const path = ['actions', index];
  const settled = (['doneOn', 'droppedOn'] as const).flatMap((name): Day[] => {
    const day = action[name];
    return day === undefined ? [] : [{ name, day, path: [...path, name] }];
  });
  const moves = moved.map(({ at }, move): Day => ({ name: 'at', day: at, path: [...path, 'moved', move, 'at'] }));
  const days = [...moves, ...(moves.length > 0 ? settled : [])];
  return [
    ...days.slice(1).flatMap((later, position) => checkPair(days[position] as Day, later, locationOf)),
    ...moved.flatMap(({ from }, move) =>
      from === (moved[move + 1]?.from ?? action.due)
        ? [
            createProblem('record/not-moved', locationOf([...path, 'moved', move, 'from']), {
              id: action.id,
              day: from,
            }),
          ]
        : [],
    ),
  ];
}

function checkPair(earlier: Day, later: Day, locationOf: LocationOf): Problem[] {
  if (earlier.day > later.day) {
    const days = { earlier: earlier.name, earlierAt: earlier.day, later: later.name, laterAt: later.day };
    return [createProblem('times/out-of-order', locationOf(later.path), days, locationOf(earlier.path))];
  }
  return earlier.day === later.day && earlier.name === later.name
    ? [
        createProblem(
          'record/duplicate',
          locationOf(later.path),
          { what: 'day of a move', value: later.day },
          locationOf(earlier.path),
        ),
      ]
    : [];
}
