/** How long an incident lasted, as the index keeps it: a sign that no word begins with, so that no search finds it. */
import type { Duration } from '../../shared/incident/durations.ts';

/** `x97` for 97 minutes, `z97` for about as many; empty where it is unknown or not over. */
export function writeLasted(duration: Duration | undefined): string {
  if (duration === undefined || duration.certainty === 'unknown') return '';
  return `${duration.certainty === 'about' ? 'z' : 'x'}${duration.minutes}`;
}

/** In words of the language; `undefined` for what `writeLasted` did not write. `#` in `about` stands for the duration. */
export function readLasted(
  written: string,
  { locale, about, underAMinute }: { locale: string | undefined; about: string; underAMinute: string },
): string | undefined {
  const [, certainty, minutes = ''] = /^([xz])(\d+)$/.exec(written) ?? [];
  if (certainty === undefined) return undefined;
  const text = minutesInWords(Number(minutes), locale) || underAMinute;
  return certainty === 'z' ? about.replace('#', () => text) : text;
}

/** Browsers know units longer than they know durations. */
function minutesInWords(minutes: number, locale: string | undefined): string {
  const parts = [
    ['day', Math.floor(minutes / 1440)],
    ['hour', Math.floor((minutes % 1440) / 60)],
    ['minute', minutes % 60],
  ] as const;
  const texts = parts
    .filter(([, value]) => value > 0)
    .map(([unit, value]) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value));
  return new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format(texts);
}
