/** Words of badges and embeds: how a service stands, in German. */

import type { serviceSummary as englishSummary } from '../en/service-summary.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('de');

export const serviceSummary: typeof englishSummary = {
  available: (percent, year) => `${year} zu ${percent} verfügbar`,
  availableSince: (percent, date) => `seit ${date} zu ${percent} verfügbar`,
  notKnown: (year) => `Verfügbarkeit ${year} nicht bekannt`,
  daysSince: (count, n, severity) =>
    plural(count, { one: `${n} Tag seit ${severity}`, other: `${n} Tage seit ${severity}` }),
  ongoing: (severity) => `${severity}, nicht vorbei`,
  never: (severity) => `Keine Störung der Stufe ${severity} verzeichnet`,
  note: 'Nur aus den veröffentlichten Postmortems gezählt.',
  latest: 'Neuestes Postmortem',
  none: 'Bisher keines.',
  elsewhere: 'Auf anderen Seiten',
  elsewhereNote:
    'Ein Abzeichen und eine kleine Seite für einen Rahmen. Beide ändern sich, wenn diese Website gebaut wird, und sagen, von welchem Tag sie sind.',
  badgeSource: 'Abzeichen, in Markdown',
  frameSource: 'Rahmen, in HTML',
  title: (service) => `${service}: der Stand`,
};
