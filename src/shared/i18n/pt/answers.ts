/** Portuguese words of what readers are told first: the way around, how things stand, what it means for them. */
import type { answers as englishAnswers } from '../en/answers.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('pt');

export const answers: typeof englishAnswers = {
  menu: 'Menu',

  home: {
    title: 'Postmortems de incidentes',
  },

  /** How things stand on the day of the build. */
  status: {
    label: 'Situação atual',
    open: (count: number, formatted: string) =>
      plural(count, { one: `${formatted} incidente em aberto`, other: `${formatted} incidentes em aberto` }),
    none: 'Nenhum incidente em aberto',
    lastResolved: (date: string) => `o último foi resolvido em ${date}`,
    asOf: (day: string) => `em ${day}`,
    since: (date: string) => `desde ${date}`,
    nextUpdate: (date: string) => `próxima atualização até ${date}`,
    nextUpdateLate: (date: string) => `a próxima atualização deveria ter saído até ${date}`,
    more: (count: string) => `e mais ${count}`,
    /** Said by a script; `#` stands for how long. */
    soFar: '# até agora',
  },
};
