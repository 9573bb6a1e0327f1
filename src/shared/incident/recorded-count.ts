/** A count of people, accounts or requests as an incident's record knows it. */
import { z } from 'zod';

/** `share` is a fraction of all, 0 to 1, where the record says it. */
export type RecordedCount = (
  | { kind: 'exact' | 'about' | 'atLeast'; value: number }
  | { kind: 'range'; from: number; to: number }
  | { kind: 'unknown' }
) & { share?: number | undefined };

const share = z.number().min(0).max(1).optional();
const whole = z.number().int().min(0);

/** Public form of a count, as the projection stores it. */
export const publicCountSchema = z.union([
  z.strictObject({ kind: z.enum(['exact', 'about', 'atLeast']), value: whole, share }),
  z.strictObject({ kind: z.literal('range'), from: whole, to: whole, share }),
  z.strictObject({ kind: z.literal('unknown'), share }),
]);

/** Accepts `33%` and `0.5 %`; the result is a fraction, 0 to 1. */
export const shareSchema = z.string().transform((text, context): number => {
  const match = /^(\d+(?:\.\d+)?)\s*%$/.exec(text);
  const percent = match ? Number(match[1]) : Number.NaN;
  if (percent >= 0 && percent <= 100) return percent / 100;
  context.addIssue({
    code: 'custom',
    message: `\`${text}\` is not a percentage from 0 % to 100 %.`,
    params: { remedy: 'Write it like `33%`.' },
  });
  return z.NEVER;
});

const countText = z.union([z.number(), z.string()]).transform((input, context): RecordedCount => {
  const count = parseRecordedCount(String(input));
  if (count) return count;
  context.addIssue({
    code: 'custom',
    message: `\`${input}\` is not a count.`,
    params: { remedy: 'Write `12000`, `about 12000`, `at least 12000`, `10000..15000` or `unknown`.' },
  });
  return z.NEVER;
});

/** Accepts a count, or `{ count: about 12000, share: 33% }`. */
export const recordedCountSchema = z.union([
  countText,
  z
    .strictObject({ count: countText, share: shareSchema.optional() })
    .transform(({ count, share }): RecordedCount => (share === undefined ? count : { ...count, share })),
]);

/** Reads a count; `undefined` when the text is none, or a range runs backwards. */
export function parseRecordedCount(text: string): RecordedCount | undefined {
  if (text === 'unknown') return { kind: 'unknown' };
  const range = /^(\d+)\s*\.\.\s*(\d+)$/.exec(text);
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return from < to && Number.isSafeInteger(to) ? { kind: 'range', from, to } : undefined;
  }
  const match = /^(?:(about|at least)\s+)?(\d+)$/.exec(text);
  if (!match || !Number.isSafeInteger(Number(match[2]))) return undefined;
  const kind = match[1] === 'about' ? 'about' : match[1] === 'at least' ? 'atLeast' : 'exact';
  return { kind, value: Number(match[2]) };
}
