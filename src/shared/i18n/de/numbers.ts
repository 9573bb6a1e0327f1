/** German words of computed figures: the numbers and the promises. */
import type { numbers as englishNumbers, promises as englishPromises } from '../en/numbers.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('de');

export const promises: typeof englishPromises = {
  title: 'Zusagen',
  lede: 'Jede Änderung, die ein Postmortem zugesagt hat, und was daraus wurde.',
  asOf: (date: string) => `Stand: ${date}.`,
  none: 'Noch hat kein Postmortem etwas zugesagt.',
  state: {
    overdue: 'Überfällig',
    open: 'Offen',
    late: 'Verspätet erfüllt',
    kept: 'Rechtzeitig erfüllt',
    dropped: 'Aufgegeben',
  },
  meaning: {
    overdue: 'Nicht erledigt, und der Tag ist vorbei.',
    open: 'Nicht erledigt und noch nicht fällig.',
    late: 'Nach dem zugesagten Tag erledigt.',
    kept: 'Bis zum zugesagten Tag erledigt.',
    dropped: 'Wird nicht erledigt; der Grund steht dabei.',
  },
  byService: 'Nach Dienst',
  byYear: 'Nach dem Jahr der Fälligkeit',
  narrow: 'Weitere Listen von Zusagen',
  current: 'Alle offenen und die neuesten der übrigen',
  ofService: (service: string) => `Zusagen zu ${service}`,
  aboutService: (service: string) => `${service}: was wir vereinbart haben und was schiefging`,
  ofYear: (year: string) => `Zusagen für ${year}`,
  count: (count: number, formatted: string) =>
    plural(count, { one: `${formatted} Zusage.`, other: `${formatted} Zusagen.` }),
  shortened: (shown: string, all: string) => `Gezeigt sind ${shown} von ${all}; die Listen darunter enthalten alle.`,
  from: 'Zugesagt in',
  calendar: 'Die Fälligkeiten offener Zusagen als Kalender (iCalendar)',
  calendarName: (site: string) => `${site}: Zusagen`,
  moved: 'Fälligkeit verschoben',
  movedOn: 'Verschoben am',
  dueBefore: 'Zuvor fällig',
  dueNow: 'Jetzt fällig',
  movedFrom: (date: string, from: string) => `Verschoben am ${date}; fällig war es am ${from}.`,
  column: 'Zusage',
  details: 'Einzelheiten',
  difference: 'Früher oder später',
  early: (days: string) => `${days} früher`,
  late: (days: string) => `${days} verspätet`,
  onTheDay: 'Am Tag der Fälligkeit',
  overdueBy: (days: string) => `seit ${days} überfällig`,
  bar: 'Alle Zusagen nach Stand',
  share: (kept: number, formatted: string, due: string) =>
    `Von ${due} Zusagen, die erledigt sind oder fällig waren, ${plural(kept, { one: 'wurde', other: 'wurden' })} ${formatted} rechtzeitig erfüllt. Aufgegebene sind gesondert gezählt.`,
};

export const numbers: typeof englishNumbers = {
  title: 'Zahlen',
  lede: 'Die veröffentlichten Störungen, gezählt und ausgebreitet. Keine Durchschnitte: Störungen dauern zu unterschiedlich lang.',
  readingLede: 'Woher die Zahlen auf dieser Website kommen und was „etwa“ und „unbekannt“ heißen.',
  caveatsTitle: 'Was diese Zahlen sagen können und was nicht',
  caveats: [
    'Sie zählen veröffentlichte Postmortems, nicht alles, was schiefging. Mehr Postmortems können mehr Störungen bedeuten oder mehr Ehrlichkeit.',
    'Die Zeit bis zur Entdeckung läuft ab dem bekannten Beginn der Störung. Was nie jemand bemerkt hat, fehlt hier.',
    'Störungen sind selten und einander unähnlich. Bei weniger als etwa zwanzig sagt ein Unterschied zwischen zwei Medianen nichts.',
    'Eine kurze Zeit bis zur Behebung ist kein Ziel an sich, und niemand wird daran gemessen.',
  ],
  incidents: 'Störungen',
  total: (count: number, formatted: string) =>
    plural(count, {
      one: `Zu ${formatted} Störung gibt es ein öffentliches Postmortem.`,
      other: `Zu ${formatted} Störungen gibt es ein öffentliches Postmortem.`,
    }),
  ofYear: (year: string) => `Zahlen für ${year}`,
  byYear: 'Nach dem Jahr des Beginns',
  bySeverity: 'Nach Schweregrad',
  byService: 'Nach betroffenem Dienst',
  byServiceNote: 'Eine Störung, die zwei Dienste betraf, zählt bei beiden.',
  byDetector: 'Danach, wer sie entdeckte',
  detector: {
    customer: 'Kundschaft',
    monitoring: 'Monitoring',
    employee: 'Beschäftigte',
    partner: 'Partner',
    unknown: 'Nicht bekannt',
  },
  group: 'Gruppe',
  count: 'Störungen',
  detect: 'Zeit bis zur Entdeckung',
  detectNote: 'Vom Beginn bis zur ersten Erfassung.',
  resolve: 'Zeit bis zur Behebung',
  resolveNote: 'Vom Beginn bis zur Behebung.',
  distribution: (count: number, formatted: string) =>
    plural(count, {
      one: `${formatted} Störung, ein Punkt, auf einer Skala, auf der jeder Schritt ein Vielfaches des vorigen ist.`,
      other: `${formatted} Störungen, je ein Punkt, auf einer Skala, auf der jeder Schritt ein Vielfaches des vorigen ist.`,
    }),
  gathered: (all: string, each: string) =>
    `${all} Störungen, ein Punkt für je etwa ${each} von ähnlicher Dauer, auf einer Skala, auf der jeder Schritt ein Vielfaches des vorigen ist.`,
  leftOut: (count: number, formatted: string) =>
    plural(count, {
      one: `${formatted} fehlt, weil eine Zeit unbekannt oder die Störung nicht vorbei ist.`,
      other: `${formatted} fehlen, weil eine Zeit unbekannt oder die Störung nicht vorbei ist.`,
    }),
  aboutNote: (count: number, formatted: string) =>
    plural(count, {
      one: `${formatted} ist geschätzt und als Ring gezeichnet.`,
      other: `${formatted} sind geschätzt und als Ringe gezeichnet.`,
    }),
  aboutGathered: (formatted: string) => `Davon geschätzt: ${formatted}.`,
  median: 'Median',
  middleHalf: 'Mittlere 50 %',
  rangeOf: (from: string, to: string) => `${from} bis ${to}`,
  shortest: 'Kürzeste',
  longest: 'Längste',
  sample: 'Störungen (n)',
  boxNote: 'Unter den Punkten: die mittlere Hälfte der Störungen, mit einem Strich am Median.',
  few: (formatted: string) => `Bei n = ${formatted} ist dies als Liste von Fällen zu lesen und nicht als Trend.`,
  none: 'Noch ist von keiner Störung eine Dauer dieser Art bekannt.',
  everyValue: 'Alle Werte',
  valuesOfYears: 'Alle Werte stehen auf der Seite ihres Jahres.',
  incident: 'Störung',
  duration: 'Dauer',
  people: 'Menschen und Anfragen',
  peopleNote: 'Die Summe aller veröffentlichten Störungen. Wer zweimal betroffen war, zählt zweimal.',
  sums: { users: 'Betroffene Personen', accounts: 'Betroffene Konten', supportRequests: 'Supportanfragen' },
  sumLacking: (count: number, formatted: string) =>
    plural(count, { one: `${formatted} Bericht sagt es nicht.`, other: `${formatted} Berichte sagen es nicht.` }),
};
