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

  /** The card under the title of a postmortem: four questions and what the record answers. */
  answer: {
    label: 'Kurz gesagt',
    over: 'Ist es vorbei?',
    affected: 'War ich betroffen?',
    when: 'Wann war das?',
    advice: 'Was soll ich tun?',
    resolved: 'Ja, behoben',
    resolvedOn: (date: string) => `Ja, behoben am ${date}`,
    mitigated: 'Die Auswirkung ist beendet, aber es ist noch nicht behoben',
    mitigatedOn: (date: string) => `Die Auswirkung endete am ${date}, aber es ist noch nicht behoben`,
    ongoing: (day: string) => `Nein, nicht behoben (Stand: ${day})`,
    lasted: (duration: string) => `Dauer der Auswirkung: ${duration}`,
    lastedUnknown: 'Wie lange die Auswirkung dauerte, ist unbekannt',
    noAdvice: 'Dieses Postmortem gibt Betroffenen keinen Rat.',
  },

  share: {
    label: 'Teilen',
    copyLink: 'Link kopieren',
    email: 'E-Mail',
    print: 'Drucken',
  },
};
