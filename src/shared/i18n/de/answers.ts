/** German words of what readers are told first: the way around, how things stand, what it means for them. */
import type { answers as englishAnswers } from '../en/answers.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('de');

export const answers: typeof englishAnswers = {
  menu: 'Menü',

  home: {
    title: 'Postmortems zu Störungen',
  },

  /** How things stand on the day of the build. */
  status: {
    label: 'Aktueller Stand',
    open: (count: number, formatted: string) =>
      plural(count, { one: `${formatted} offene Störung`, other: `${formatted} offene Störungen` }),
    none: 'Keine offenen Störungen',
    lastResolved: (date: string) => `die letzte wurde am ${date} behoben`,
    asOf: (day: string) => `Stand: ${day}`,
    since: (date: string) => `seit ${date}`,
    nextUpdate: (date: string) => `nächste Aktualisierung bis ${date}`,
    nextUpdateLate: (date: string) => `die nächste Aktualisierung war bis ${date} fällig`,
    more: (count: string) => `und ${count} weitere`,
    /** Said by a script; `#` stands for how long. */
    soFar: 'bisher #',
  },
};
