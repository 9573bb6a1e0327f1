/** French words of what readers are told first: the way around, how things stand, what it means for them. */
import type { answers as englishAnswers } from '../en/answers.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('fr');

export const answers: typeof englishAnswers = {
  menu: 'Menu',

  home: {
    title: 'Post-mortems d’incidents',
  },

  /** How things stand on the day of the build. */
  status: {
    label: 'Situation actuelle',
    open: (count: number, formatted: string) =>
      plural(count, { one: `${formatted} incident en cours`, other: `${formatted} incidents en cours` }),
    none: 'Aucun incident en cours',
    lastResolved: (date: string) => `le dernier a été résolu le ${date}`,
    asOf: (day: string) => `au ${day}`,
    since: (date: string) => `depuis le ${date}`,
    nextUpdate: (date: string) => `prochaine mise à jour au plus tard le ${date}`,
    nextUpdateLate: (date: string) => `la prochaine mise à jour était attendue le ${date}`,
    more: (count: string) => `et ${count} de plus`,
    /** Said by a script; `#` stands for how long. */
    soFar: 'déjà #',
  },

  /** The card under the title of a postmortem: four questions and what the record answers. */
  answer: {
    label: 'En bref',
    over: 'Est-ce terminé ?',
    affected: 'Ai-je été touché ?',
    when: 'Quand était-ce ?',
    advice: 'Que dois-je faire ?',
    resolved: 'Oui, résolu',
    resolvedOn: (date: string) => `Oui, résolu le ${date}`,
    mitigated: 'L’impact est terminé, mais l’incident n’est pas encore résolu',
    mitigatedOn: (date: string) => `L’impact a pris fin le ${date}, mais l’incident n’est pas encore résolu`,
    ongoing: (day: string) => `Non, pas résolu au ${day}`,
    lasted: (duration: string) => `Durée de l’impact : ${duration}`,
    lastedUnknown: 'La durée de l’impact est inconnue',
    noAdvice: 'Ce post-mortem ne donne pas de conseil aux personnes touchées.',
  },

  share: {
    label: 'Partager',
    copyLink: 'Copier le lien',
    email: 'E-mail',
    print: 'Imprimer',
  },
};
