/** Dates, durations, numbers and lists in the form of one language. Instants are shown in UTC, on a 24-hour clock. */

export type Format = ReturnType<typeof createFormat>;

const isoDurationForm = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

export function createFormat(locale: string) {
  const inUtc = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hourCycle: 'h23', ...options });
    return (instantOrDay: string) => formatter.format(new Date(instantOrDay));
  };
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const durations = {
    long: new Intl.DurationFormat(locale, { style: 'long' }),
    short: new Intl.DurationFormat(locale, { style: 'short' }),
  };
  const date = inUtc({ dateStyle: 'long' });
  return {
    /** `14 March 2026`, of an instant or a calendar day. */
    date,
    /** `09:12`. */
    time: inUtc({ hour: '2-digit', minute: '2-digit' }),
    number: (value: number) => number.format(value),
    /** Of a fraction, 0 to 1. */
    percent: (fraction: number) => percent.format(fraction),
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

function splitMinutes(minutes: number) {
  return { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 };
}
