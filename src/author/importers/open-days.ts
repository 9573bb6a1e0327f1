/** Days that a text says without saying which: `01-10-2024`, where no other date settles it, "Monday", "Day 2", "the next day". */
import { weekdayNamed, weekdayPattern } from './calendar-names.ts';
import { findDay } from './read-day.ts';

const numbers = /(?<![\w.:/-])\d{1,2}([-/\u2010-\u2012])\d{1,2}\1(?:\d{4}|\d{2})(?![\d:/-])/g;
const begin = '^[\\s[({*_]{0,6}';
const part = '(?:day|morning|evening|night|afternoon)';
const number = '(?:\\d{1,2}|one|two|three|four|five|six|seven|a)';
/** The day before, in the languages of a site, and the one after. */
const before = [
  `(?:the )?(?:prev(?:ious|\\.)?|preceding|prior|last) ${part}`,
  `(?:the )?${part} (?:before|earlier)`,
  `${number} days? (?:before|earlier)`,
  'yesterday|(?:am )?(?:vortag|vorabend)|(?:la )?veille|(?:el |o )?d[ií]a anterior|前日(?:夜|夕方)?|前夜|前の晩',
].join('|');
const after = [
  `(?:the )?(?:next|following) ${part}`,
  `(?:the )?${part} (?:after|later)`,
  `${number} days? (?:after|later)`,
  'tomorrow|(?:am )?(?:folgetag|nächsten (?:tag|morgen))|(?:le )?lendemain|(?:al |el )?día siguiente|(?:no |o )?dia seguinte|翌々日|翌(?:日|朝|晩)?',
].join('|');
const ends = "(?![\\p{Script=Latin}\\d'\u2019])";
/** What is told may begin with the word, where no space divides words. */
const endsBehind = "(?![\\p{L}\\d'\u2019])";
const counted = new RegExp(`${begin}(?:day\\s{1,2}(?:[2-9]|\\d\\d)|${after}|${before})${ends}`, 'iu');
/** Behind a clock, in brackets or without. */
const behind = {
  before: new RegExp(
    `^(?:[([（]\\s?(?:${before})${ends}|[([（]\\s?(?:(?:[dt]|day)?\\s?[-−]\\s?\\d{1,2}(?:\\s?d|\\sdays?)?)\\s?[)\\]）,;]|(?:${before})${endsBehind})`,
    'iu',
  ),
  after: new RegExp(
    `^(?:[([（]\\s?(?:${after})${ends}|[([（]\\s?(?:(?:[dt]|day)?\\s?\\+\\s?\\d{1,2}(?:\\s?d|\\sdays?)?|day\\s(?:[2-9]|\\d\\d))\\s?[)\\]）,;]|(?:${after})${endsBehind}|\\+[1-9](?![\\d.%]|:\\d))`,
    'iu',
  ),
};
const bracketedWeekday = new RegExp(`^[([]\\s?(${weekdayPattern})\\.?\\s?[)\\],]`, 'i');
const weekday = new RegExp(`${begin}(${weekdayPattern})`, 'i');

/** True for numbers anywhere that may be several days. `near` is the day of the document. */
export function hasOpenDay(text: string, near: string | undefined): boolean {
  return [...text.matchAll(numbers)].some(([written]) => findDay(written, near) === undefined);
}

/**
 * Length of the words with which a text begins that say a day and not which one, so that nobody knows the day of what stands below
 * it. `current` is the day without these words; its own weekday says nothing new.
 */
export function openDayLength(text: string, current: string | undefined): number | undefined {
  const marks = /^[\s[({*_]{0,6}/.exec(text)?.[0].length ?? 0;
  const [first] = text.slice(marks).matchAll(numbers);
  if (first?.index === 0 && findDay(first[0], current) === undefined) return marks + first[0].length;
  const [whole = '', named = ''] = weekday.exec(text) ?? [];
  if (whole !== '' && isOther(named, current)) return whole.length;
  return counted.exec(text)?.[0].length;
}

/** Whether what stands right behind a clock says that it is of a day before or after `current`; a weekday says only that it is of another. */
export function openDayBehind(rest: string, current: string | undefined): 'before' | 'after' | undefined {
  if (behind.before.test(rest)) return 'before';
  const named = bracketedWeekday.exec(rest)?.[1];
  return behind.after.test(rest) || (named !== undefined && isOther(named, current)) ? 'after' : undefined;
}

function isOther(weekdayName: string, current: string | undefined): boolean {
  return current !== undefined && weekdayNamed(weekdayName) !== new Date(current).getUTCDay();
}
