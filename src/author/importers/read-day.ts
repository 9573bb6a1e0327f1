/** Days as people write them: `Jan 14`, `2026-03-14`, `14.03.2026`, `3 March 2026`, `2026年3月14日`. */
import { monthNamed, monthPattern } from './calendar-names.ts';

const month = `(?<name>${monthPattern})\\.?`;
const forms = [
  '(?<year>\\d{4})[-/](?<month>\\d{1,2})[-/](?<date>\\d{1,2})',
  '(?<date>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})',
  '(?<first>\\d{1,2})(?<mark>[-/])(?<second>\\d{1,2})\\k<mark>(?<year>\\d{4})',
  '(?<first>\\d{1,2})(?<mark>[-/])(?<second>\\d{1,2})\\k<mark>(?<third>\\d{2})(?![:/-])',
  `${month}\\s+(?<date>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:)(?:,?\\s+(?<year>\\d{4})(?!:))?`,
  `(?<date>\\d{1,2})(?:st|nd|rd|th|\\.|er)?\\s+(?:of\\s+|de\\s+)?${month}(?!\\p{L})(?:,?\\s+(?:de\\s+)?(?<year>\\d{4})(?!:))?`,
  '(?<year>\\d{4})年(?<month>\\d{1,2})月(?<date>\\d{1,2})日',
  '(?<month>\\d{2})-(?<date>\\d{2})(?=[\\sT])',
].map((form) => new RegExp(`^${form}(?![\\d])`, 'iu'));

/** A day near which those without a year can be read, where it is of no matter which. */
export const anyDay = '2000-06-15';

/** No day is written with more characters. */
const mostOfDay = 80;

/** Hyphens that a line does not break at, as text programs and models write them; as many characters. */
function withPlainHyphens(text: string): string {
  return text.replace(/[\u2010-\u2012]/g, '-');
}

/** What stands between the days of a range, or of several. */
const joint = '(?:[-/&–—〜～→]|to|until|till|through|thru|and|or|bis|und|au|et|al|hasta|até|から)';
const joins = new RegExp(`^\\s{0,2}${joint}\\s{0,2}`, 'iu');
/** The other day as a number alone: behind `2026-03-12`, or before `12 March`. */
const numberBehind = new RegExp(
  `^\\s{0,2}(?!-)${joint}\\s{0,2}\\d{1,2}(?:日|\\.|st|nd|rd|th)?(?=\\s{0,2}(?:$|[),;|]))`,
  'iu',
);
/** Behind a month and its day: `January 14-19, 2026`. */
const hyphenated = /^-\d{1,2}(?=\s{0,2}(?:$|[),;|])|\s\d{4})/;
const numberBefore = new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th|\\.)?\\s{0,2}${joint}\\s{0,2}$`, 'iu');

/** `14.-19. Januar`, `12 & 13 March`. */
const severalNumbers = new RegExp(
  `(?<![\\w.:/-])\\d{1,2}(?:st|nd|rd|th|\\.)?\\s{0,2}${joint}\\s{0,2}\\d{1,2}(?:st|nd|rd|th|\\.)?\\s{1,2}(?:of\\s|de\\s)?(?:${monthPattern})(?!\\p{L})`,
  'iu',
);

/** The first day that a text names anywhere; a range of days names none, and neither do days that a word joins. */
export function findDay(text: string, near?: string): string | undefined {
  const first = firstDay(text, near);
  return first?.isRange === true ? undefined : first?.day;
}

/** Whether a text names a range of days, or days that a word joins. */
export function saysSeveralDays(text: string, near: string | undefined): boolean {
  return severalNumbers.test(withPlainHyphens(text)) || firstDay(text, near)?.isRange === true;
}

function firstDay(text: string, near: string | undefined): { day: string; isRange: boolean } | undefined {
  const plain = withPlainHyphens(text);
  for (const { index } of plain.matchAll(/(?<![\w.:/-])(?=[\da-z])/gi)) {
    const found = readDay(plain.slice(index), near);
    if (!found) continue;
    const end = index + found.length;
    const behind = plain.slice(end, end + mostOfDay);
    const gap = joins.exec(behind)?.[0];
    const other = gap === undefined ? undefined : readDay(behind.slice(gap.length), near ?? found.day);
    const isJoined = other !== undefined && other.day !== found.day;
    const isNumbered =
      numberBehind.test(behind) || (/\p{L}\.?\s\d{1,2}$/u.test(plain.slice(index, end)) && hyphenated.test(behind));
    const isPreceded = numberBefore.test(plain.slice(Math.max(0, index - 20), index));
    return { day: found.day, isRange: isJoined || isNumbered || isPreceded };
  }
  return undefined;
}

/** The same, of a value that names no other day, in brackets or behind a comma. */
export function findOnlyDay(text: string): string | undefined {
  const day = findDay(text);
  const others = day === undefined ? [] : text.split(/[,;(|]/).map((part) => findDay(part, day));
  return others.some((other) => other !== undefined && other !== day) ? undefined : day;
}

/** One that begins a text. `near` is the day of the document, for days without a year and those that may be read in two ways. */
export function readDay(text: string, near: string | undefined): { day: string; length: number } | undefined {
  const plain = withPlainHyphens(text.slice(0, mostOfDay));
  for (const form of forms) {
    const match = form.exec(plain);
    const { year, month: number, date, name, first, second, third } = match?.groups ?? {};
    if (match && year !== undefined && first !== undefined && second !== undefined) {
      const day = eitherWay(year, [Number(first), Number(second)], near);
      if (day !== undefined) return { day, length: match[0].length };
    }
    if (match && first !== undefined && second !== undefined && third !== undefined) {
      const day = anyWay([first, second, third], near);
      if (day !== undefined) return { day, length: match[0].length };
    }
    if (!match || date === undefined) continue;
    const monthNumber = name === undefined ? Number(number) : monthNamed(name);
    const day = calendarDay(year ?? nearestYear(monthNumber, Number(date), near), monthNumber, Number(date));
    if (day !== undefined) return { day, length: match[0].length };
  }
  return undefined;
}

/** `16-10-2024` has one meaning; of two, the one that alone is near. */
function eitherWay(year: string, [first, second]: [number, number], near: string | undefined): string | undefined {
  const days = [calendarDay(year, second, first), calendarDay(year, first, second)].filter((day) => day !== undefined);
  return new Set(days).size === 1 ? days[0] : aloneNear(days, near);
}

/** `24/07/25`, where any of the three may be the year. */
function anyWay([first, second, third]: [string, string, string], near: string | undefined): string | undefined {
  const days = [
    calendarDay(`20${third}`, Number(second), Number(first)),
    calendarDay(`20${third}`, Number(first), Number(second)),
    calendarDay(`20${first.padStart(2, '0')}`, Number(second), Number(third)),
  ];
  return aloneNear(
    days.filter((day) => day !== undefined),
    near,
  );
}

/** Of several days, the one that alone is near. */
function aloneNear(days: readonly string[], near: string | undefined): string | undefined {
  if (near === undefined) return undefined;
  const away = (day: string) => Math.abs(Date.parse(day) - Date.parse(near)) / 86_400_000;
  const [nearest, other] = [...new Set(days)].sort((a, b) => away(a) - away(b));
  if (nearest === undefined || away(nearest) > 10) return undefined;
  return other === undefined || away(other) > 20 ? nearest : undefined;
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
