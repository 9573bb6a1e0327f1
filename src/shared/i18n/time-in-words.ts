/** A recorded time in words, in the zone of the locale. */
import type { RecordedTime } from '../incident/recorded-time.ts';
import type { Locale } from './use-locale.ts';

/** `14 March 2026, 09:12 UTC`, `14 March 2026, about 09:12 UTC`, `time unknown`. */
export function timeInWords(time: RecordedTime, { words, format }: Locale): string {
  if (time.certainty === 'unknown') return words.time.unknown;
  const say = time.certainty === 'about' ? words.time.aboutAt : words.time.at;
  return say(format.date(time.at), format.clock(time.at));
}
