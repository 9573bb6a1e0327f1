/** French words of computed figures: the numbers and the promises. */
import type { numbers as englishNumbers, promises as englishPromises } from '../en/numbers.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('fr');

export const promises: typeof englishPromises = {
  title: 'Engagements',
  lede: 'Chaque changement promis par un post-mortem, et ce qu’il en est advenu.',
  asOf: (date: string) => `Au ${date}.`,
  none: 'Aucun post-mortem n’a encore rien promis.',
  state: {
    overdue: 'En retard',
    open: 'En cours',
    late: 'Tenu en retard',
    kept: 'Tenu à temps',
    dropped: 'Abandonné',
  },
  meaning: {
    overdue: 'Pas fait, et le jour est passé.',
    open: 'Pas fait, et l’échéance n’est pas atteinte.',
    late: 'Fait après le jour promis.',
    kept: 'Fait au plus tard le jour promis.',
    dropped: 'Ne sera pas fait ; la raison est donnée.',
  },
  byService: 'Par service',
  byYear: 'Par année d’échéance',
  narrow: 'Autres listes d’engagements',
  current: 'Tous ceux en cours, et les derniers des autres',
  ofService: (service: string) => `Engagements concernant ${service}`,
  aboutService: (service: string) => `${service} : ce que nous avons convenu, et ce qui n’a pas marché`,
  ofYear: (year: string) => `Engagements pour ${year}`,
  count: (count: number, formatted: string) =>
    plural(count, { one: `${formatted} engagement.`, other: `${formatted} engagements.` }),
  shortened: (shown: string, all: string) =>
    `${shown} sur ${all} sont affichés ; les listes ci-dessous les donnent tous.`,
  from: 'Promis dans',
  calendar: 'Les échéances des engagements en cours sous forme de calendrier (iCalendar)',
  calendarName: (site: string) => `${site} : engagements`,
  moved: 'Échéance déplacée',
  movedOn: 'Déplacée le',
  dueBefore: 'Échéance précédente',
  dueNow: 'Nouvelle échéance',
  movedFrom: (date: string, from: string) => `Déplacée le ${date} ; l’échéance était le ${from}.`,
  column: 'Engagement',
  details: 'Détails',
  difference: 'Avance ou retard',
  early: (days: string) => `${days} d’avance`,
  late: (days: string) => `${days} de retard`,
  onTheDay: 'Le jour même',
  overdueBy: (days: string) => `en retard de ${days}`,
  bar: 'Tous les engagements par état',
  share: (kept: number, formatted: string, due: string) =>
    `Sur ${due} engagements faits ou arrivés à échéance, ${formatted} ${plural(kept, { one: 'a été tenu', other: 'ont été tenus' })} à temps. Ceux qui ont été abandonnés sont comptés à part.`,
};

export const numbers: typeof englishNumbers = {
  title: 'Chiffres',
  lede: 'Les incidents publiés, comptés et détaillés. Pas de moyennes : les durées des incidents se ressemblent trop peu.',
  readingLede: 'D’où viennent les chiffres de ce site, et ce que veulent dire « environ » et « inconnu ».',
  caveatsTitle: 'Ce que ces chiffres peuvent dire, et ce qu’ils ne peuvent pas',
  caveats: [
    'Ils comptent les post-mortems publiés, pas tout ce qui n’a pas marché. Plus de post-mortems peut vouloir dire plus d’incidents, ou plus de franchise.',
    'Le délai de détection commence au début connu de l’incident. Ce que personne n’a jamais découvert n’est pas ici.',
    'Les incidents sont rares et peu semblables. En dessous d’une vingtaine, une différence entre deux médianes ne dit rien.',
    'Un court délai de résolution n’est pas un but en soi, et personne n’est jugé là-dessus.',
  ],
  incidents: 'Incidents',
  total: (count: number, formatted: string) =>
    plural(count, {
      one: `${formatted} incident a un post-mortem public.`,
      other: `${formatted} incidents ont un post-mortem public.`,
    }),
  ofYear: (year: string) => `Chiffres de ${year}`,
  byYear: 'Par année de début',
  bySeverity: 'Par gravité',
  byService: 'Par service touché',
  byServiceNote: 'Un incident qui a touché deux services compte pour les deux.',
  byDetector: 'Selon qui l’a détecté',
  detector: {
    customer: 'Un client',
    monitoring: 'La supervision',
    employee: 'Le personnel',
    partner: 'Un partenaire',
    unknown: 'Non connu',
  },
  group: 'Groupe',
  count: 'Nombre d’incidents',
  detect: 'Délai de détection',
  detectNote: 'Du début au premier signalement.',
  resolve: 'Délai de résolution',
  resolveNote: 'Du début à la résolution.',
  distribution: (count: number, formatted: string) =>
    plural(count, {
      one: `${formatted} incident, un point, sur une échelle où chaque pas vaut plusieurs fois le précédent.`,
      other: `${formatted} incidents, un point pour chacun, sur une échelle où chaque pas vaut plusieurs fois le précédent.`,
    }),
  gathered: (all: string, each: string) =>
    `${all} incidents, un point pour environ ${each} d’entre eux, de durée proche, sur une échelle où chaque pas vaut plusieurs fois le précédent.`,
  leftOut: (count: number, formatted: string) =>
    plural(count, {
      one: `${formatted} est omis, parce qu’une heure est inconnue ou que l’incident n’est pas terminé.`,
      other: `${formatted} sont omis, parce qu’une heure est inconnue ou que l’incident n’est pas terminé.`,
    }),
  aboutNote: (count: number, formatted: string) =>
    plural(count, {
      one: `${formatted} est une estimation, dessinée par un anneau.`,
      other: `${formatted} sont des estimations, dessinées par des anneaux.`,
    }),
  aboutGathered: (formatted: string) => `Dont estimations : ${formatted}.`,
  median: 'Médiane',
  middleHalf: '50 % du milieu',
  rangeOf: (from: string, to: string) => `${from} à ${to}`,
  shortest: 'Plus court',
  longest: 'Plus long',
  sample: 'Incidents (n)',
  boxNote: 'Sous les points : la moitié centrale des incidents, avec un trait à la médiane.',
  few: (formatted: string) => `Avec n = ${formatted}, lisez ceci comme une liste de cas et non comme une tendance.`,
  none: 'Aucun incident n’a encore de durée connue de ce type.',
  everyValue: 'Toutes les valeurs',
  valuesOfYears: 'Toutes les valeurs sont sur la page de leur année.',
  incident: 'Incident',
  duration: 'Durée',
  people: 'Personnes et demandes',
  peopleNote:
    'Le total des comptes rendus de tous les incidents publiés. Une personne touchée deux fois compte deux fois.',
  sums: { users: 'Personnes touchées', accounts: 'Comptes touchés', supportRequests: 'Demandes d’assistance' },
  sumLacking: (count: number, formatted: string) =>
    plural(count, {
      one: `${formatted} compte rendu ne le dit pas.`,
      other: `${formatted} comptes rendus ne le disent pas.`,
    }),
};
