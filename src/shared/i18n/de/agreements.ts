/** German words of agreements and the verdicts on them. */
import type {
  agreement as englishAgreement,
  availability as englishAvailability,
  verdict as englishVerdict,
} from '../en/agreements.ts';

export const agreement: typeof englishAgreement = {
  availability: (target: string, window: string) => `Verfügbar zu mindestens ${target} je ${window}.`,
  window: {
    'calendar-month': 'Kalendermonat',
    'calendar-quarter': 'Kalenderquartal',
    'rolling-30-days': '30 Tage',
  },
  timezone: (zone: string) => `Monate und Quartale beginnen um Mitternacht, ${zone}.`,
  weight: (level: string, weight: string) => `${level} (${weight})`,
  weights: (weights: string) => `So zählt jede Minute: ${weights}.`,
  weightFull: 'voll',
  weightNone: 'gar nicht',
  weightShare: 'nach dem betroffenen Anteil',
  excludesMaintenance: 'Angekündigte Wartung zählt nicht.',
  credit: (below: string, percent: string) => `Unter ${below} werden ${percent} des Entgelts gutgeschrieben.`,
  acknowledge: (severity: string, within: string) =>
    `Störungen mit Schweregrad „${severity}“ werden spätestens ${within} nach der ersten Erfassung angenommen.`,
  resolve: (severity: string, within: string) =>
    `Störungen mit Schweregrad „${severity}“ werden spätestens ${within} nach der ersten Erfassung behoben.`,
  publish: (within: string) => `Ein Postmortem erscheint spätestens ${within} nach der Behebung.`,
  publishSeverity: (severity: string, within: string) =>
    `Das Postmortem einer Störung mit Schweregrad „${severity}“ erscheint spätestens ${within} nach der Behebung.`,
  aroundTheClock: 'Gemessen rund um die Uhr.',
  hours: (hours: string) => `Die Uhr läuft ${hours}.`,
  holidays: (dates: string) => `Sie steht still: ${dates}.`,
  since: (date: string) => `In Kraft seit ${date}.`,
  sinceUntil: (from: string, until: string) => `In Kraft: ${from} bis ${until}.`,
};

export const verdict: typeof englishVerdict = {
  outcome: { met: 'Eingehalten', breached: 'Verletzt', unknown: 'Unbekannt' },
  lede: 'Berechnet aus den erfassten Zeiten aller Postmortems des Dienstes; kein Ergebnis wird von Hand eingetragen.',
  caption: (service: string) => `Vereinbarungen zu ${service}, die diese Störung berührte`,
  agreement: 'Vereinbarung',
  verdict: 'Ergebnis',
  measured: 'Gemessen',
  target: 'Ziel',
  used: 'Ausfallzeit: verbraucht / erlaubt',
  share: 'Anteil dieser Störung am Budget',
  credit: 'Gutschrift',
  kind: {
    availability: (window: string) => `Verfügbarkeit, ${window}`,
    acknowledge: (_: string) => 'Annahme',
    resolve: (_: string) => 'Behebung',
    publish: (_: string) => 'Veröffentlichung',
  },
  rolling: (last: string) => `30 Tage bis ${last}`,
  theRolling: (last: string) => `Die 30 Tage bis ${last}`,
  partOf: (first: string, last: string) => `${first} bis ${last}`,
  atLeastPercent: (target: string) => `mindestens ${target}`,
  within: (duration: string) => `höchstens ${duration}`,
  atMost: (value: string) => `höchstens ${value}`,
  atLeast: (value: string) => `mindestens ${value}`,
  soFar: (value: string) => `bisher ${value}`,
  minutesOf: (used: string, allowed: string) => `${used} von ${allowed} Min.`,
  noCredit: 'keine',
  credited: (percent: string) => `${percent} des Entgelts`,
  notApplicable: '–',
  notYet: 'noch nicht vorbei',
  rules: 'Wie gerechnet wurde',
  ruleWindow: (window: string, minutes: string, percent: string, allowed: string, used: string) =>
    `${window}: ${minutes} Minuten wurden gemessen. ${percent} davon, also ${allowed}, dürfen ausfallen; ausgefallen sind ${used}, wobei jede Minute der Auswirkung nach ihrem Gewicht zählt.`,
  ruleRolling: 'Von allen Spannen von 30 Tagen, die während der Auswirkung endeten, ist dies die schlechteste.',
  ruleOverlap:
    'Auswirkung, die zwei Postmortems gemeinsam haben, zählt einmal, mit dem höheren Gewicht, und bei jedem als seine eigene.',
  ruleClock: (used: string, allowed: string) => `Die Uhr lief ${used}; erlaubt sind ${allowed}.`,
  ruleClockOpen: (used: string, allowed: string) => `Die Uhr läuft bisher ${used}; erlaubt sind ${allowed}.`,
  aboutNote: 'Eine Zeit, die hier zählt, ist geschätzt.',
  missing: {
    'window-end': (until: string) => `Der Zeitraum endet erst am ${until}.`,
    windows: (_: string) => 'Es ist nicht erfasst, wann der Dienst betroffen war.',
    'impact-begin': (title: string) => `Es ist nicht bekannt, wann die Auswirkung von „${title}“ begann.`,
    'impact-end': (title: string) => `Es ist nicht bekannt, wann die Auswirkung von „${title}“ endet.`,
    share: (title: string) => `Es ist nicht bekannt, welcher Anteil bei „${title}“ betroffen war.`,
    firstLogged: (_: string) => 'Es ist nicht bekannt, wann die Störung zuerst erfasst wurde.',
    acknowledged: (_: string) => 'Es ist nicht bekannt, wann die Störung angenommen wurde.',
    resolved: (_: string) => 'Die Störung ist nicht behoben, oder es ist nicht bekannt, wann sie es wurde.',
  },
};

export const availability: typeof englishAvailability = {
  title: 'Verfügbarkeit',
  lede: 'Wie viel von jedem Fehlerbudget die veröffentlichten Störungen in den letzten 24 Monaten verbraucht haben. Monate vor dem Beginn des Dienstes oder der Vereinbarung bleiben leer.',
  limited: 'Nur Störungen mit öffentlichem Postmortem zählen.',
  chartTitle: (window: string, target: string) => `Verbrauchtes Fehlerbudget je ${window}, Ziel ${target}`,
  period: { 'calendar-month': 'Monat', 'calendar-quarter': 'Quartal', 'rolling-30-days': 'Monat' },
  summary: (met: string, breached: string, unknown: string, empty: string) =>
    `${met} eingehalten, ${breached} verletzt, ${unknown} nicht zu sagen, ${empty} ohne Vereinbarung. Die Tabelle darunter enthält jeden Wert.`,
  limit: 'Das ganze Budget',
  table: 'Alle Werte.',
  tableSummary: (window: string) => `Alle Werte nach ${window}`,
  columns: {
    period: 'Zeitraum',
    available: 'Verfügbar',
    used: 'Ausfallzeit: verbraucht / erlaubt',
    verdict: 'Ergebnis',
    behind: 'Postmortems',
  },
  notInForce: 'nicht in Kraft',
  quarter: (number: number, year: string) => `${number}. Quartal ${year}`,
  rollingNote: 'Jeder Monat zeigt die schlechtesten 30 Tage, die in ihm endeten.',
  legend: {
    met: 'innerhalb des Budgets',
    breached: 'über dem Budget',
    unknown: 'unbekannt oder noch nicht vorbei',
    empty: 'keine Vereinbarung in Kraft',
    unaffected: 'keine Ausfallzeit',
  },
  cut: 'Säulen enden bei 200 %; die Zahl darüber ist der ganze Wert.',
};
