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

  /** The card under the title of a postmortem: four questions and what the record answers. */
  answer: {
    label: 'En resumen',
    over: '¿Ya terminó?',
    affected: '¿Me afectó?',
    when: '¿Cuándo fue?',
    advice: '¿Qué debo hacer?',
    resolved: 'Sí, resuelto',
    resolvedOn: (date: string) => `Sí, resuelto el ${date}`,
    mitigated: 'El impacto terminó, pero aún no está resuelto',
    mitigatedOn: (date: string) => `El impacto terminó el ${date}, pero aún no está resuelto`,
    ongoing: (day: string) => `No, sin resolver a ${day}`,
    lasted: (duration: string) => `Duración del impacto: ${duration}`,
    lastedUnknown: 'No se sabe cuánto duró el impacto',
    noAdvice: 'Este postmortem no da consejos a los afectados.',
  },

  share: {
    label: 'Compartir',
    copyLink: 'Copiar enlace',
    email: 'Correo',
    print: 'Imprimir',
  },
};
