/** Words of badges and embeds: how a service stands, in French. */

import type { serviceSummary as englishSummary } from '../en/service-summary.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('fr');

export const serviceSummary: typeof englishSummary = {
  available: (percent, year) => `disponible à ${percent} en ${year}`,
  availableSince: (percent, date) => `disponible à ${percent} depuis le ${date}`,
  notKnown: (year) => `disponibilité en ${year} non connue`,
  daysSince: (count, n, severity) =>
    plural(count, { one: `${n} jour depuis ${severity}`, other: `${n} jours depuis ${severity}` }),
  ongoing: (severity) => `${severity}, en cours`,
  never: (severity) => `Aucun incident ${severity} recensé`,
  note: 'Compté d’après les seuls post-mortems publiés.',
  latest: 'Dernier post-mortem',
  none: 'Aucun à ce jour.',
  elsewhere: 'Sur d’autres sites',
  elsewhereNote:
    'Un badge et une petite page à encadrer. Tous deux changent quand ce site est construit et disent de quel jour ils datent.',
  badgeSource: 'Badge, en Markdown',
  frameSource: 'Cadre, en HTML',
  title: (service) => `${service} : où en est-on`,
};
