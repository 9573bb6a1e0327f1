/** A time as an incident's record knows it: exactly, roughly, or not at all. */
import { z } from 'zod';
import { faultOfInstant, type Instant, parseInstant } from './instant.ts';

export type RecordedTime = { certainty: 'exact' | 'about'; at: Instant } | { certainty: 'unknown' };

/** Public form of a recorded time, as the projection stores it. */
export const publicTimeSchema = z.union([
  z.strictObject({ certainty: z.enum(['exact', 'about']), at: z.string() }),
  z.strictObject({ certainty: z.literal('unknown') }),
]);

/** Accepts `2026-03-14T09:12Z`, `about 2026-03-14T09:12+01:00` and `unknown`. */
export const recordedTimeSchema = z.string().transform((text, context): RecordedTime => {
  const time = parseRecordedTime(text);
  if (time) return time;
  context.addIssue({
    code: 'custom',
    message: faultOfInstant(text),
    params: {
      remedy:
        'Write it like `2026-03-14T09:12Z` or `2026-03-14T10:12+01:00`, put `about ` before it, or write `unknown`.',
    },
  });
  return z.NEVER;
});

/** Reads a recorded time; `undefined` when the text is none. */
export function parseRecordedTime(text: string): RecordedTime | undefined {
  if (text === 'unknown') return { certainty: 'unknown' };
  const about = /^about\s+(\S.*)$/s.exec(text);
  const at = parseInstant(about?.[1] ?? text);
  return at === undefined ? undefined : { certainty: about ? 'about' : 'exact', at };
}

/** The moment itself, `undefined` when unknown or absent. */
export function momentOf(time: RecordedTime | undefined): Instant | undefined {
  return time === undefined || time.certainty === 'unknown' ? undefined : time.at;
}
