/** What was told where: written before each delivery and settled after it, so that a run that is killed tells nothing twice. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeDurably } from '../../disk/sealed-file.ts';
import { AnnounceRefused } from './announce-refused.ts';

/**
 * `waiting`: to be told, and not begun. `sending`: begun; found in a later run, nobody knows how it ended. `failed`: certainly
 * not told, and tried again by the next run. `unknown`: it may have been told.
 */
const states = ['waiting', 'sending', 'told', 'failed', 'unknown'] as const;
export type LedgerState = (typeof states)[number];

const schema = z.strictObject({
  version: z.literal(1),
  channels: z.record(z.string(), z.record(z.string(), z.enum(states))),
});

export interface Ledger {
  /** `undefined` for an entry that was never meant for the channel. */
  stateOf(channel: string, id: string): LedgerState | undefined;
  /** Ids of entries of a channel in one of these states, in the order in which they were written down. */
  idsIn(channel: string, ...wanted: LedgerState[]): string[];
  /** Nothing was told, or may have been. */
  isEmpty: boolean;
  /** Written to the disk, whole, before it returns. */
  write(channel: string, states: Readonly<Record<string, LedgerState>>): void;
  /** Writes a copy in which these are being sent, for whoever finds it when this run came to nothing. */
  copyTo(file: string, sending: ReadonlyMap<string, readonly string[]>): void;
  /** As if they had never been meant for the channel; those of them that it has not are nothing. Written likewise. */
  forget(channel: string, ids: ReadonlySet<string>): void;
}

/** A file that is not there is an empty ledger. With `isDry` nothing is written. Throws `AnnounceRefused` for any other file. */
export function openLedger(file: string, { isDry = false }: { isDry?: boolean } = {}): Ledger {
  const content = existsSync(file) ? parse(file) : { version: 1 as const, channels: {} };
  const channels = new Map(
    Object.entries(content.channels).map(([name, entries]) => [name, new Map(Object.entries(entries))]),
  );
  const entriesOf = (channel: string) => channels.get(channel) ?? new Map<string, LedgerState>();
  return {
    stateOf: (channel, id) => entriesOf(channel).get(id),
    idsIn: (channel, ...wanted) =>
      [...entriesOf(channel)].filter(([, state]) => wanted.includes(state)).map(([id]) => id),
    isEmpty: [...channels.values()].every((entries) => [...entries.values()].every((state) => isOpen(state))),
    write(channel, changes) {
      const entries = entriesOf(channel);
      for (const [id, state] of Object.entries(changes)) entries.set(id, state);
      channels.set(channel, entries);
      if (!isDry) location(file, channels);
    },
    copyTo(copy, sending) {
      const planned = new Map([...channels].map(([name, entries]) => [name, new Map(entries)]));
      for (const [name, ids] of sending) for (const id of ids) planned.get(name)?.set(id, 'sending');
      location(copy, planned);
    },
    forget(channel, ids) {
      const entries = entriesOf(channel);
      const gone = [...ids].filter((id) => entries.delete(id));
      if (gone.length > 0 && !isDry) location(file, channels);
    },
  };
}

function isOpen(state: LedgerState): boolean {
  return state === 'waiting' || state === 'failed';
}

function parse(file: string): z.output<typeof schema> {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new AnnounceRefused(`${file} is no ledger of \`candor announce\`: put back the one of the last run.`);
  }
}

/** By a file beside it, which takes its place when it is on the disk. */
function location(file: string, channels: ReadonlyMap<string, ReadonlyMap<string, LedgerState>>): void {
  const sorted = [...channels].sort(([a], [b]) => (a < b ? -1 : 1));
  const content = {
    version: 1,
    channels: Object.fromEntries(sorted.map(([name, all]) => [name, Object.fromEntries(all)])),
  };
  writeDurably(file, `${JSON.stringify(content, null, 1)}\n`);
}
