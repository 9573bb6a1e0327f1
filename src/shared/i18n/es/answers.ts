/** Spanish words of what readers are told first: the way around, how things stand, what it means for them. */
import type { answers as englishAnswers } from '../en/answers.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('es');

export const answers: typeof englishAnswers = {
  menu: 'Menú',

  home: {
    title: 'Postmortems de incidentes',
  },

  /** How things stand on the day of the build. */
  status: {
    label: 'Situación actual',
    open: (count: number, formatted: string) =>
      plural(count, { one: `${formatted} incidente abierto`, other: `${formatted} incidentes abiertos` }),
    none: 'Ningún incidente abierto',
    lastResolved: (date: string) => `el último se resolvió el ${date}`,
    asOf: (day: string) => `a ${day}`,
    since: (date: string) => `desde el ${date}`,
    nextUpdate: (date: string) => `próxima actualización a más tardar el ${date}`,
    nextUpdateLate: (date: string) => `la próxima actualización debía llegar a más tardar el ${date}`,
    more: (count: string) => `y ${count} más`,
    /** Said by a script; `#` stands for how long. */
    soFar: '# hasta ahora',
  },
};
