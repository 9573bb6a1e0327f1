/** What a document says of times that became no value, or none that is certain. */
import { clocksInText } from './clocks-in-text.ts';
import type { Draft } from './draft.ts';
import type { FoundRows } from './found-rows.ts';
import type { InferredTimes } from './infer-times.ts';
import type { Section } from './split-sections.ts';

interface ReadTimes {
  sections: readonly Section[];
  /** Absent where the rows of the draft come from elsewhere. */
  found: FoundRows | undefined;
  /** A moment of the incident is given without a zone. */
  zoneless: boolean;
  draft: Draft;
  inferred: InferredTimes;
  /** The document's own. */
  day: string | undefined;
}

const mostTold = 20;

/** One sentence each, with clocks and days as the source writes them. */
export function timeTodos({ sections, found, zoneless, draft, inferred, day }: ReadTimes): Draft['todos'] {
  const { started, firstLogged, mitigated, resolved } = inferred;
  const known = [started, firstLogged, mitigated, resolved, ...(draft.timeline?.rows ?? []).map(({ at }) => at)];
  const clocks = clocksInText(sections, { known: known.flatMap((at) => at ?? []), told: found?.leads ?? [] });
  const told = (list: readonly string[]) => list.slice(0, mostTold).join(', ');
  const todos: Draft['todos'] = [];
  const add = (key: string, text: string) => todos.push({ key, text });
  if (found?.zoneless || zoneless)
    add('times', 'The source names no time zone; its times are written as about, in UTC. Write the offset they have.');
  if (found?.borrowed !== undefined)
    add(
      'times',
      `Times without a zone were read in ${found.borrowed}, as about, because the others name it; please confirm.`,
    );
  if (found && found.carried.length > 0)
    add(
      'timeline',
      `The day of some times is not certain, as they run backwards or follow a row of another day; please confirm: ${told(found.carried)}.`,
    );
  for (const event of found?.dayOnly ?? []) add('times', `The source states no clock for: ${event}.`);
  if (started === undefined && day !== undefined)
    add('times', `The source is of ${day}; did it start then, and at what time?`);
  if (clocks.length > 0) add('timeline', `Are these clock times of the text rows, too: ${told(clocks)}?`);
  return todos;
}
