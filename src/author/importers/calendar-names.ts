/** Names of months in the languages in which people write, and of weekdays in English, and their numbers. */

const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'sv', 'pl'];
const numbers = new Map<string, number>();

for (const language of languages)
  for (let month = 1; month <= 12; month += 1) {
    const day = new Date(Date.UTC(2026, month - 1, 15));
    // In a date some languages decline the name.
    for (const parts of [{ month: 'long' } as const, { month: 'long', day: 'numeric' } as const]) {
      const name = new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' })
        .formatToParts(day)
        .find(({ type }) => type === 'month')?.value;
      if (name !== undefined && /^\p{L}{3,}$/u.test(name)) numbers.set(name.toLowerCase(), month);
    }
  }
// Short names of other languages are words of English: `out`, `set`, `mar`.
for (const [index, name] of 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').entries())
  numbers.set(name, index + 1);
numbers.set('sept', 9);

/** For an expression without regard to case: the longest first. */
export const monthPattern = [...numbers.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');

/** 1 to 12; 0 for a word that is none. */
export function monthNamed(name: string): number {
  return numbers.get(name.toLowerCase()) ?? 0;
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** For an expression without regard to case; not the begin of a longer word. */
export const weekdayPattern = "(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?(?![\\w'\u2019])";

/** 0 for Sunday, to 6. */
export function weekdayNamed(name: string): number {
  return weekdays.indexOf(name.slice(0, 3).toLowerCase());
}
