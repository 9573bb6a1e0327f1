/** Words that pages write through `Intl`: months, weekdays, units of time, languages, zones. They say nothing of anybody. */
import { spokenLanguages } from '../../shared/incident/languages.ts';

/** Where a language has other months or abbreviations than in general. */
const regional =
  'en-GB en-AU en-CA en-IE en-IN en-NZ en-ZA de-AT de-CH fr-CA fr-CH fr-BE es-MX es-AR es-US pt-PT ar-SY ar-MA ar-DZ'.split(
    ' ',
  );
/** Of feeds and calendars (RFC 5322, 3.3), which are in no language, and of the zones that go with them. */
const fixed = 'Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec GMT UTC AM PM';
const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second', 'percent', 'byte', 'kilobyte', 'megabyte'];

/** Words may come several to a string, with numbers and signs. */
export function intlWords(): string[] {
  return [fixed, ...[...spokenLanguages, ...regional].flatMap(wordsIn)];
}

function wordsIn(language: string): string[] {
  const months = Array.from({ length: 12 }, (_, index) => new Date(Date.UTC(2026, index, 1, index * 2)));
  const days = Array.from({ length: 7 }, (_, index) => new Date(Date.UTC(2026, 0, index + 1)));
  const dates = [...months, ...days];
  const forms = (['long', 'short'] as const).flatMap((style) => [
    new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' }),
    new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' }),
    new Intl.DateTimeFormat(language, { day: 'numeric', month: style, year: 'numeric', timeZone: 'UTC' }),
    new Intl.DateTimeFormat(language, { hour: 'numeric', hour12: true, timeZone: 'UTC', timeZoneName: style }),
  ]);
  const numbers = (['long', 'short', 'narrow'] as const).flatMap((unitDisplay) => [
    ...units.map((unit) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay })),
    ...(unitDisplay === 'narrow'
      ? []
      : [new Intl.NumberFormat(language, { notation: 'compact', compactDisplay: unitDisplay })]),
  ]);
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return [
    ...forms.flatMap((form) => dates.map((date) => form.format(date))),
    ...numbers.flatMap((form) => [1, 2, 3, 11, 1e3, 1e6, 1e9].map((count) => form.format(count))),
    list.format(['0', '0', '0']),
    list.format(['0', '0']),
    new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? '',
  ];
}
