/** Moments that a tool writes without a zone: `2015-08-01 12:00:00`. */
import { parseInstant, withOffset } from '../../shared/incident/instant.ts';

/** With its offset; `about` where nobody said which zone it is in, and it was taken as UTC. */
export interface Zoned {
  at: string;
  about: boolean;
}

/** `zone` is the one that the user names. `undefined` for what is no moment; midnight stands for a day alone, about. */
export function readZoned(written: string | undefined, zone: string | undefined): Zoned | undefined {
  const text = written?.trim() ?? '';
  if (parseInstant(text) !== undefined) return { at: text, about: false };
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?)?$/.exec(text) ?? [];
  if (day === undefined) return undefined;
  const at = withOffset(`${day} ${time ?? '00:00'}`, zone ?? 'UTC');
  return at === undefined ? undefined : { at, about: zone === undefined || time === undefined };
}
