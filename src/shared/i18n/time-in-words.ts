/** A recorded time in words, in UTC. */
import type { RecordedTime } from '../incident/recorded-time.ts';
import type { Locale } from './use-locale.ts';

/** `14 March 2026, 09:12 UTC`, `about …`, `time unknown`. */
export function timeInWords(time: RecordedTime, { words, format }: Locale): string {
  if (time.certainty === 'unknown') return words.time.unknown;
  const moment = words.time.at(format.date(time.at), format.time(time.at));
  return time.certainty === 'about' ? words.time.about(moment) : moment;
}
