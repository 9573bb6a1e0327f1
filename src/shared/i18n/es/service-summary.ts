/** Words of badges and embeds: how a service stands, in Spanish. */

import type { serviceSummary as englishSummary } from '../en/service-summary.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('es');

export const serviceSummary: typeof englishSummary = {
  available: (percent, year) => `disponible al ${percent} en ${year}`,
  availableSince: (percent, date) => `disponible al ${percent} desde el ${date}`,
  notKnown: (year) => `disponibilidad en ${year} desconocida`,
  daysSince: (count, n, severity) =>
    plural(count, { one: `${n} día desde ${severity}`, other: `${n} días desde ${severity}` }),
  ongoing: (severity) => `${severity}, sin terminar`,
  never: (severity) => `Ningún incidente ${severity} registrado`,
  note: 'Contado solo a partir de los postmortems publicados.',
  latest: 'Último postmortem',
  none: 'Ninguno hasta ahora.',
  elsewhere: 'En otros sitios',
  elsewhereNote:
    'Una insignia y una página pequeña para un marco. Ambas cambian cuando se construye este sitio y dicen de qué día son.',
  badgeSource: 'Insignia, en Markdown',
  frameSource: 'Marco, en HTML',
  title: (service) => `${service}: cómo está`,
};
