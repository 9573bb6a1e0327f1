/** French words of agreements and the verdicts on them. */
import type {
  agreement as englishAgreement,
  availability as englishAvailability,
  verdict as englishVerdict,
} from '../en/agreements.ts';

export const agreement: typeof englishAgreement = {
  availability: (target: string, window: string) => `Disponible au moins ${target} du temps, par ${window}.`,
  window: {
    'calendar-month': 'mois civil',
    'calendar-quarter': 'trimestre civil',
    'rolling-30-days': 'période de 30 jours',
  },
  timezone: (zone: string) => `Les mois et les trimestres commencent à minuit, ${zone}.`,
  weight: (level: string, weight: string) => `${level} (${weight})`,
  weights: (weights: string) => `Comment compte chaque minute – ${weights}.`,
  weightFull: 'en entier',
  weightNone: 'pas du tout',
  weightShare: 'selon la part touchée',
  excludesMaintenance: 'La maintenance annoncée n’est pas comptée.',
  credit: (below: string, percent: string) => `En dessous de ${below}, ${percent} du prix donne lieu à un avoir.`,
  acknowledge: (severity: string, within: string) =>
    `Les incidents de gravité « ${severity} » sont pris en charge au plus tard ${within} après le premier signalement.`,
  resolve: (severity: string, within: string) =>
    `Les incidents de gravité « ${severity} » sont résolus au plus tard ${within} après le premier signalement.`,
  publish: (within: string) => `Un post-mortem est publié au plus tard ${within} après la résolution.`,
  publishSeverity: (severity: string, within: string) =>
    `Le post-mortem d’un incident de gravité « ${severity} » est publié au plus tard ${within} après la résolution.`,
  aroundTheClock: 'Mesuré 24 h/24, 7 j/7.',
  hours: (hours: string) => `Le délai court ${hours}.`,
  holidays: (dates: string) => `Il est suspendu les jours suivants : ${dates}.`,
  since: (date: string) => `En vigueur depuis le ${date}.`,
  sinceUntil: (from: string, until: string) => `En vigueur du ${from} au ${until}.`,
};

export const verdict: typeof englishVerdict = {
  outcome: { met: 'Respecté', breached: 'Non respecté', unknown: 'Inconnu' },
  lede: 'Calculé à partir des heures enregistrées dans tous les post-mortems du service ; aucun résultat n’est saisi à la main.',
  caption: (service: string) => `Accords sur ${service} concernés par cet incident`,
  agreement: 'Accord',
  verdict: 'Résultat',
  measured: 'Mesuré',
  target: 'Objectif',
  used: 'Indisponibilité : utilisée / permise',
  share: 'Part du budget utilisée par cet incident',
  credit: 'Avoir',
  kind: {
    availability: (window: string) => `Disponibilité, ${window}`,
    acknowledge: (_: string) => 'Prise en charge',
    resolve: (_: string) => 'Résolution',
    publish: (_: string) => 'Publication',
  },
  rolling: (last: string) => `30 jours jusqu’au ${last}`,
  theRolling: (last: string) => `Les 30 jours jusqu’au ${last}`,
  partOf: (first: string, last: string) => `du ${first} au ${last}`,
  atLeastPercent: (target: string) => `au moins ${target}`,
  within: (duration: string) => `au plus ${duration}`,
  atMost: (value: string) => `au plus ${value}`,
  atLeast: (value: string) => `au moins ${value}`,
  soFar: (value: string) => `${value} jusqu’ici`,
  minutesOf: (used: string, allowed: string) => `${used} sur ${allowed} min`,
  noCredit: 'aucun',
  credited: (percent: string) => `${percent} du prix`,
  notApplicable: '–',
  notYet: 'pas encore terminé',
  rules: 'Comment chaque valeur a été calculée',
  ruleWindow: (window: string, minutes: string, percent: string, allowed: string, used: string) =>
    `${window} : ${minutes} minutes à mesurer. ${percent} d’entre elles, soit ${allowed}, peuvent être perdues ; ${used} l’ont été, chaque minute d’impact comptant selon son poids.`,
  ruleRolling: 'De toutes les périodes de 30 jours qui se sont terminées pendant l’impact, c’est la pire.',
  ruleOverlap:
    'L’impact commun à deux post-mortems compte une fois, au poids le plus fort, et comme le sien propre pour chacun.',
  ruleClock: (used: string, allowed: string) => `Le délai a couru ${used}, sur ${allowed} permis.`,
  ruleClockOpen: (used: string, allowed: string) => `Le délai a couru ${used} jusqu’ici, sur ${allowed} permis.`,
  aboutNote: 'Une des heures qui comptent ici est une estimation.',
  missing: {
    'window-end': (until: string) => `La période ne se termine pas avant le ${until}.`,
    windows: (_: string) => 'Le compte rendu ne dit pas quand le service a été touché.',
    'impact-begin': (title: string) => `On ne sait pas quand l’impact de « ${title} » a commencé.`,
    'impact-end': (title: string) => `On ne sait pas quand l’impact de « ${title} » se termine.`,
    share: (title: string) => `On ne sait pas quelle part a été touchée dans « ${title} ».`,
    firstLogged: (_: string) => 'On ne sait pas quand l’incident a été signalé pour la première fois.',
    acknowledged: (_: string) => 'On ne sait pas quand l’incident a été pris en charge.',
    resolved: (_: string) => 'L’incident n’est pas résolu, ou l’on ne sait pas quand il l’a été.',
  },
};

export const availability: typeof englishAvailability = {
  title: 'Disponibilité',
  lede: 'La part de chaque budget d’erreur utilisée par les incidents publiés au cours des 24 derniers mois. Les mois antérieurs au service ou à l’accord restent vides.',
  limited: 'Seuls comptent les incidents qui ont un post-mortem public.',
  chartTitle: (window: string, target: string) => `Budget d’erreur utilisé par ${window}, objectif ${target}`,
  period: { 'calendar-month': 'mois', 'calendar-quarter': 'trimestre', 'rolling-30-days': 'mois' },
  summary: (met: string, breached: string, unknown: string, empty: string) =>
    `Respecté : ${met} ; non respecté : ${breached} ; indéterminé : ${unknown} ; sans accord : ${empty}. Le tableau ci-dessous donne chaque valeur.`,
  limit: 'Le budget entier',
  table: 'Toutes les valeurs.',
  tableSummary: (window: string) => `Toutes les valeurs par ${window}`,
  columns: {
    period: 'Période',
    available: 'Disponible',
    used: 'Indisponibilité : utilisée / permise',
    verdict: 'Résultat',
    behind: 'Post-mortems',
  },
  notInForce: 'pas en vigueur',
  quarter: (number: number, year: string) => `T${number} ${year}`,
  rollingNote: 'Chaque mois montre les pires 30 jours qui s’y sont terminés.',
  legend: {
    met: 'dans le budget',
    breached: 'au-delà du budget',
    unknown: 'inconnu, ou pas encore terminé',
    empty: 'aucun accord en vigueur',
    unaffected: 'aucune indisponibilité',
  },
  cut: 'Les barres s’arrêtent à 200 % ; l’étiquette donne la valeur entière.',
};
