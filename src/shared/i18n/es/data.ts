/** Spanish words of what programs read. */
import type { data as englishData } from '../en/data.ts';

export const data: typeof englishData = {
  title: 'Datos',
  lede: 'Todo lo que hay en este sitio está también para las máquinas, y se queda donde está.',
  field: 'Campo',
  meaning: 'Qué contiene',
  optional: (meaning: string) => `${meaning} Puede faltar.`,
  inEnglish: 'Esta descripción solo existe en inglés.',
  postmortems: 'Postmortems',
  allPostmortems: 'Todos los postmortems',
  fields: 'Qué significan los campos',
};
