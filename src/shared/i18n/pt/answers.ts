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

  /** The card under the title of a postmortem: four questions and what the record answers. */
  answer: {
    label: 'Em resumo',
    over: 'Já acabou?',
    affected: 'Fui afetado?',
    when: 'Quando foi?',
    advice: 'O que devo fazer?',
    resolved: 'Sim, resolvido',
    resolvedOn: (date: string) => `Sim, resolvido em ${date}`,
    mitigated: 'O impacto acabou, mas ainda não está resolvido',
    mitigatedOn: (date: string) => `O impacto acabou em ${date}, mas ainda não está resolvido`,
    ongoing: (day: string) => `Não, sem solução em ${day}`,
    lasted: (duration: string) => `Duração do impacto: ${duration}`,
    lastedUnknown: 'Não se sabe quanto tempo durou o impacto',
    noAdvice: 'Este postmortem não dá conselhos aos afetados.',
  },

  share: {
    label: 'Compartilhar',
    copyLink: 'Copiar link',
    email: 'E-mail',
    print: 'Imprimir',
  },
};
