/** A recorded count in words. */
import type { RecordedCount } from '../incident/recorded-count.ts';
import type { Locale } from './use-locale.ts';

/** `about 12,000`, `80 to 95`, `unknown`; the share is left to `shareInWords`. */
export function countInWords(count: RecordedCount, { words, format }: Locale): string {
  switch (count.kind) {
    case 'unknown':
      return words.count.unknown;
    case 'range':
      return words.count.range(format.number(count.from), format.number(count.to));
    case 'exact':
      return format.number(count.value);
    default:
      return words.count[count.kind](format.number(count.value));
  }
}
