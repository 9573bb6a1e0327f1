/** Dates, durations, numbers and lists in the form of one language. Instants are shown in one zone, on a 24-hour clock. */
import { zoneName } from '../incident/instant.ts';
import { createDurationFormat } from './duration-format.ts';
import { formatLocale } from './format-locale.ts';

export type Format = ReturnType<typeof createFormat>;

const sizeUnits = ['byte', 'kilobyte', 'megabyte'] as const;
const isoDurationForm = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** `timezone` is an IANA zone; calendar days are the same in each. */
export function createFormat(language: string, timezone = 'UTC') {
  const locale = formatLocale(language);
  const inUtc = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hourCycle: 'h23', ...options });
    return (instantOrDay: string) => formatter.format(new Date(instantOrDay));
  };
  const inZone = (options: Intl.DateTimeFormatOptions) => {
    const ofDay = inUtc(options);
    if (timezone === 'UTC') return ofDay;
    const ofInstant = inUtc({ ...options, timeZone: timezone });
    return (instantOrDay: string) => (instantOrDay.includes('T') ? ofInstant : ofDay)(instantOrDay);
  };
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 });
  const decimals = eachOnce(
    (digits: number) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const percentages = eachOnce(
    (digits: number) =>
      new Intl.NumberFormat(locale, {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  );
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const durations = {
    long: createDurationFormat(locale, 'long'),
    short: createDurationFormat(locale, 'short'),
  };
  const date = inZone({ dateStyle: 'long' });
  const time = inZone({ hour: '2-digit', minute: '2-digit' });
  const timeWithZone = inZone({ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
  const sizes = eachOnce(
    (unit: (typeof sizeUnits)[number]) =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: unit === 'byte' ? 'long' : 'short',
        maximumFractionDigits: 1,
      }),
  );
  const weekday = inUtc({ weekday: 'short' });
  return {
    /** For scripts, which format the same way. */
    locale,
    /** `14 March 2026`, of an instant or a calendar day. */
    date,
    /** `14 Mar 2026`, of an instant or a calendar day. */
    mediumDate: inZone({ dateStyle: 'medium' }),
    /** `09:12`. */
    time,
    /** `09:12 UTC`, `10:12 CET`. */
    clock:
      timezone === 'UTC'
        ? (instant: string) => `${time(instant)} UTC`
        : // Where a language has no name for a zone.
          (instant: string) => timeWithZone(instant).replace('GMT+0', 'GMT'),
    /** The zone by its name: `UTC`, `America/New York`. */
    zone: zoneName(timezone),
    /** `14 Mar`, of an instant. */
    dayAndMonth: inZone({ day: 'numeric', month: 'short' }),
    /** `Mon`, of the number of a weekday: Monday is 0. */
    weekday: (day: number) => weekday(`2024-01-0${day + 1}`),
    number: (value: number) => number.format(value),
    /** `12.3 kB`: of bytes, in thousands. */
    fileSize: (bytes: number) => {
      const step = bytes < 1000 ? 0 : bytes < 999_950 ? 1 : 2;
      return sizes(sizeUnits[step] as 'byte').format(bytes / 1000 ** step);
    },
    /** Of a fraction, 0 to 1. */
    percent: (fraction: number) => percent.format(fraction),
    /** Of a number with all its decimals: `22.30`. */
    decimal: ({ value, digits }: { value: number; digits: number }) => decimals(digits).format(value),
    /** Of a percentage with all its decimals: `99.950 %`. */
    percentage: ({ value, digits }: { value: number; digits: number }) => percentages(digits).format(value / 100),
    /** Of seconds, exact: hours, minutes, and seconds where there are any. With `days`, a day is 24 hours. */
    span: (seconds: number, { days = false } = {}) =>
      seconds === 0 ? durations.long.none : durations.long.format(splitSeconds(seconds, days)),
    /** `July 2024`, of a day in it. */
    month: inUtc({ month: 'long', year: 'numeric' }),
    /** `Jul 2024`, of a day in it. */
    shortMonth: inUtc({ month: 'short', year: 'numeric' }),
    list: (items: readonly string[]) => list.format(items),
    /** Of whole minutes; empty for zero. */
    minutes: (minutes: number, style: 'long' | 'short' = 'long') => durations[style].format(splitMinutes(minutes)),
    /** Of an ISO 8601 duration of days, hours and minutes, as agreements write it. */
    isoDuration: (text: string) => {
      const [, days = 0, hours = 0, minutes = 0] = isoDurationForm.exec(text) ?? [];
      return durations.long.format({ days: Number(days), hours: Number(hours), minutes: Number(minutes) });
    },
  };
}

/** Making a formatter takes many times longer than using it. */
function eachOnce<Key, Formatter>(create: (key: Key) => Formatter): (key: Key) => Formatter {
  const made = new Map<Key, Formatter>();
  return (key) => {
    const formatter = made.get(key) ?? create(key);
    made.set(key, formatter);
    return formatter;
  };
}

function splitSeconds(seconds: number, withDays: boolean) {
  const days = withDays ? Math.floor(seconds / 86_400) : 0;
  const rest = seconds - days * 86_400;
  return { days, hours: Math.floor(rest / 3600), minutes: Math.floor((rest % 3600) / 60), seconds: rest % 60 };
}

function splitMinutes(minutes: number) {
  return { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 };
}
