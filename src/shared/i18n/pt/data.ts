/** Portuguese words of what programs read. */
import type { data as englishData } from '../en/data.ts';

export const data: typeof englishData = {
  title: 'Dados',
  lede: 'Tudo neste site existe também para máquinas, e fica onde está.',
  field: 'Campo',
  meaning: 'O que contém',
  optional: (meaning: string) => `${meaning} Pode faltar.`,
  inEnglish: 'Esta descrição só existe em inglês.',
  postmortems: 'Postmortems',
  allPostmortems: 'Todos os postmortems',
  fields: 'O que os campos significam',
};
