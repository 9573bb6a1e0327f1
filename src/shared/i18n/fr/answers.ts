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
};
