/** Words of badges and embeds: how a service stands, in Portuguese. */

import type { serviceSummary as englishSummary } from '../en/service-summary.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('pt');

export const serviceSummary: typeof englishSummary = {
  available: (percent, year) => `${percent} disponível em ${year}`,
  availableSince: (percent, date) => `${percent} disponível desde ${date}`,
  notKnown: (year) => `disponibilidade em ${year} desconhecida`,
  daysSince: (count, n, severity) =>
    plural(count, { one: `${n} dia desde ${severity}`, other: `${n} dias desde ${severity}` }),
  ongoing: (severity) => `${severity}, em curso`,
  never: (severity) => `Nenhum incidente ${severity} registrado`,
  note: 'Contado apenas a partir dos postmortems publicados.',
  latest: 'Último postmortem',
  none: 'Nenhum até agora.',
  elsewhere: 'Em outros sites',
  elsewhereNote:
    'Um selo e uma pequena página para uma moldura. Ambos mudam quando este site é gerado e dizem de que dia são.',
  badgeSource: 'Selo, em Markdown',
  frameSource: 'Moldura, em HTML',
  title: (service) => `${service}: como está`,
};
