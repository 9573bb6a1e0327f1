/** Reads the moment that leads a row as people write it: `Jan 14, 10:18 AM`, `[03-26 02:50]`, `14.03.2026 9:12`, `5:00 PM`. */
import { monthNamed, monthPattern } from './month-names.ts';
import { shiftBehind, shiftedZone } from './read-times.ts';
import { type StatedZone, zoneOf } from './stated-zone.ts';

export interface Lead {
  /** ISO 8601 where the row says a day. */
  day?: string;
  /** `HH:MM`, on 24 hours; absent where the row is a day alone. */
  clock?: string;
  about: boolean;
  /** Without offset and region where it is stated and not known. */
  zone?: StatedZone;
  /** What stands behind it. */
  rest: string;
}

const month = `(?<name>${monthPattern})\\.?`;
const forms = [
  '(?<year>\\d{4})[-/](?<month>\\d{1,2})[-/](?<date>\\d{1,2})',
  '(?<date>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})',
  `${month}\\s+(?<date>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:)(?:,?\\s+(?<year>\\d{4})(?!:))?`,
  `(?<date>\\d{1,2})(?:st|nd|rd|th|\\.|er)?\\s+(?:of\\s+|de\\s+)?${month}(?!\\p{L})(?:,?\\s+(?:de\\s+)?(?<year>\\d{4})(?!:))?`,
  '(?<year>\\d{4})年(?<month>\\d{1,2})月(?<date>\\d{1,2})日',
  '(?<month>\\d{2})-(?<date>\\d{2})(?=[\\sT])',
].map((form) => new RegExp(`^${form}(?![\\d])`, 'iu'));
const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/i;
const roughly =
  /^(?:~|≈|about|around|approx(?:imately)?\.?|circa|ca?\.|shortly (?:before|after)|just (?:before|after))\s*/i;
const clockForm =
  /^(?<hour>\d{1,2}):(?<minute>\d{2})(?!\d)(?::\d{2}(?:\.\d+)?)?(?:\s*(?<half>[ap]\.?m\b\.?))?(?:\s?Uhr\b)?/i;
/** Without two digits it may be a duration. */
const lettered = /^(?<hour>\d{2}(?=h)|\d{1,2}(?=時))[h時](?<minute>\d{2})(?!\d)(?<half>)分?/i;
const dotted = /^(?<hour>\d{1,2})\.(?<minute>\d{2})(?![\d.])(?<half>)/;
/** An hour alone is no exact time. Without a half of the day, it is one only where something says that it is roughly meant. */
const halfHour = /^(?<hour>\d{1,2})(?<minute>)\s?(?<half>[ap]\.?m\b\.?|[AP]\.?M\b\.?)/;
const roughHour =
  /^(?<hour>\d{1,2})(?<minute>)(?<half>)(?![\d.%]|:\d)(?:\s?(?:o['\u2019]clock|Uhr|h)\b|(?=\s?[:,\u2013\u2014]\s(?!\d)|\s-\s|\s\(?(?:UTC|GMT|[PMCE][SD]?T|CES?T|BST)\b))/i;
/** In the order in which they are tried. Small letters only where they are no word of a language. */
const zoneForms = [
  `[A-Z]{3,4}/[A-Z]{3,4}\\b`,
  `${shiftedZone}|(?:Z|[A-Z]{2,5}|[A-Z]{3}\\d[A-Z]{3}|utc|gmt|p[sd]t|edt|cdt|cest|[A-Z][a-z]{2,20}/[A-Z][\\w/+-]{1,40})\\b(?!${shiftBehind})`,
  '(?:[A-Z][a-z]{1,15} ){1,3}[Tt]ime\\b|(?:Pacific|Mountain|Central|Eastern)(?=\\s?(?:[)\\]:|\u2013\u2014-]|$))',
].map((form) => new RegExp(`^(?:\\s?hrs?(?=\\s)|\\s?h(?=\\s))?\\s*[([]?(${form})[)\\]]?`));
/** A minus may be the dash of a span, so it needs seconds or a `T` before it, or no colon within. Hours alone stand close. */
const offsetForms = {
  loose: /^(\s*\+[01]\d:?[0-5]\d|\s*[-\u2212](?:0\d|1[0-2])[0-5]\d|\+[01]\d)(?![\d:])/,
  exact: /^(\s*[+\u2212-][01]\d(?::?[0-5]\d)?)(?![\d:])/,
};
/** A zone that nothing here knows, or no zone at all. */
const strangeZone =
  /^\s*[([]?((?:UTC|GMT)\s?[+\u2212\u2013-]\s?\d{1,2}|[Ll]ocal time|(?<=[([])local|(?<=[([])[A-Z]{2,4}T(?=[)\]]))(?!:\d)\b/;

/** `near` is the day of the document, for days without a year. `undefined` where no day and no clock lead the text. */
export function readLead(text: string, near?: string): Lead | undefined {
  let left = text.replace(/^[\s[(*_]+/, '');
  const bare = left.replace(roughly, '');
  const about = bare !== left;
  left = bare.replace(weekday, '');
  const day = readDay(left, near);
  if (day)
    left = left
      .slice(day.length)
      .replace(/^(?:\s*(?:,|\bat\b|\bum\b|à|às|\balle\b|@|T(?=\d)|-(?=\s))\s*|\s+|(?<=日))/i, '');
  const exact = clockForm.exec(left) ?? lettered.exec(left) ?? (day ? dotted.exec(left) : null);
  const clock = exact ?? halfHour.exec(left) ?? (about ? roughHour.exec(left) : null);
  const at = clock?.groups ? clockOf(clock.groups) : undefined;
  if (day === undefined && at === undefined) return undefined;
  const behind = at === undefined ? undefined : zoneBehind(left, clock?.[0].length ?? 0);
  left = at === undefined ? left : left.slice(behind?.end ?? clock?.[0].length);
  const zone = behind?.zone;
  const rest = left.replace(/^[\s\])*_:,.|–—-]+/, '').trim();
  return {
    about: about || (clock !== null && exact === null),
    rest,
    ...(day && { day: day.day }),
    ...(at && { clock: at }),
    ...(zone && { zone }),
  };
}

/** The zone that stands behind a clock, and where it ends; one that is not known stays a part of what follows. */
function zoneBehind(text: string, at: number): { zone: StatedZone; end: number } | undefined {
  const left = text.slice(at);
  const isPrecise = /\d:\d{2}:\d{2}/.test(text.slice(0, at));
  const [whole = '', written] = (isPrecise ? offsetForms.exact : offsetForms.loose).exec(left) ?? [];
  if (written !== undefined) {
    const digits = written.replace(/\D/g, '').padEnd(4, '0');
    const offset = `${written.includes('+') ? '+' : '-'}${digits.slice(0, 2)}:${digits.slice(2)}`;
    return { zone: { name: offset, offset }, end: at + whole.length };
  }
  for (const form of zoneForms) {
    const named = form.exec(left);
    const zone = named?.[1] === undefined ? undefined : zoneOf(named[1]);
    if (named && zone) return { zone, end: at + named[0].length };
  }
  const strange = strangeZone.exec(left)?.[1];
  return strange === undefined ? undefined : { zone: { name: strange }, end: at };
}

/** The first day that a text names anywhere; a range of days names none. */
export function findDay(text: string, near?: string): string | undefined {
  for (const { index } of text.matchAll(/(?<![\w.:/-])(?=[\da-z])/gi)) {
    const found = readDay(text.slice(index), near);
    if (found) return found.day;
  }
  return undefined;
}

function readDay(text: string, near: string | undefined): { day: string; length: number } | undefined {
  for (const form of forms) {
    const match = form.exec(text);
    const { year, month: number, date, name } = match?.groups ?? {};
    if (!match || date === undefined) continue;
    const monthNumber = name === undefined ? Number(number) : monthNamed(name);
    const day = calendarDay(year ?? nearestYear(monthNumber, Number(date), near), monthNumber, Number(date));
    if (day !== undefined) return { day, length: match[0].length };
  }
  return undefined;
}

function nearestYear(month: number, date: number, near: string | undefined): string | undefined {
  if (near === undefined) return undefined;
  const distance = (year: number) => Math.abs(Date.UTC(year, month - 1, date) - Date.parse(near));
  const year = Number(near.slice(0, 4));
  return String([year, year - 1, year + 1].sort((a, b) => distance(a) - distance(b))[0]);
}

function calendarDay(year: string | undefined, month: number, date: number): string | undefined {
  if (year === undefined || month < 1 || month > 12) return undefined;
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const time = Date.parse(`${day}T00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
}

function clockOf({ hour, minute, half }: Record<string, string | undefined>): string | undefined {
  const [hours, minutes] = [Number(hour), Number(minute)];
  if (minutes > 59 || hours > 23 || (half && (hours < 1 || hours > 12))) return undefined;
  const on24 = half ? (hours % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0) : hours;
  return `${String(on24).padStart(2, '0')}:${minute || '00'}`;
}
