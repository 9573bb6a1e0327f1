/** Days that a text says without saying which: `01-10-2024`, where no other date settles it, "Monday", "Day 2", "the next day". */
import { weekdayNamed, weekdayPattern } from './calendar-names.ts';
import { findDay } from './read-day.ts';

const numbers = /(?<![\w.:/-])\d{1,2}([-/\u2010-\u2012])\d{1,2}\1(?:\d{4}|\d{2})(?![\d:/-])/g;
const begin = '^[\\s[({*_]{0,6}';
const counted = new RegExp(
  `${begin}(?:day\\s{1,2}(?:[2-9]|\\d\\d)|(?:the )?(?:next|following|previous) (?:day|morning|evening|night|afternoon))\\b`,
  'i',
);
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
  const before = /^[\s[({*_]{0,6}/.exec(text)?.[0].length ?? 0;
  const [first] = text.slice(before).matchAll(numbers);
  if (first?.index === 0 && findDay(first[0], current) === undefined) return before + first[0].length;
  const [whole = '', named = ''] = weekday.exec(text) ?? [];
  const isOther = current !== undefined && weekdayNamed(named) !== new Date(current).getUTCDay();
  if (whole !== '' && isOther) return whole.length;
  return counted.exec(text)?.[0].length;
}
