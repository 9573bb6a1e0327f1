/** Entries of many postmortems lie in a few files: one for each takes long to open, one for all long to write. */
import { hash } from 'node:crypto';

export const shardCount = 64;

/** The same for the same name, from 0 to `shardCount` - 1. */
export function shardOf(name: string): number {
  return Number.parseInt(hash('sha256', name).slice(0, 8), 16) % shardCount;
}
