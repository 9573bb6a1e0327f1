/** Recorded counts and durations in words. */

import type { Duration } from '../incident/durations.ts';
import type { Locale } from './use-locale.ts';

/** `33% of users`, and `33% affected` of a window; empty when the record does not say it. */
export function shareInWords(
  share: number | undefined,
  of: keyof Locale['words']['count']['shareOf'],
  { words, format }: Locale,
): string {
  return share === undefined ? '' : words.count.shareOf[of](format.percent(share));
}

/** `about 53 minutes`, `unknown`. */
export function durationInWords(duration: Duration, { words, format }: Locale, style?: 'long' | 'short'): string {
  if (duration.certainty === 'unknown') return words.duration.unknown;
  const text = duration.minutes === 0 ? words.duration.underAMinute : format.minutes(duration.minutes, style);
  return duration.certainty === 'about' ? words.duration.about(text) : text;
}
