/** German words of what programs read. */
import type { data as englishData } from '../en/data.ts';

export const data: typeof englishData = {
  title: 'Daten',
  lede: 'Alles auf dieser Website gibt es auch für Maschinen, und es bleibt, wo es ist.',
  field: 'Feld',
  meaning: 'Was es enthält',
  optional: (meaning: string) => `${meaning} Kann fehlen.`,
  inEnglish: 'Diese Beschreibung gibt es nur auf Englisch.',
  postmortems: 'Postmortems',
  allPostmortems: 'Alle Postmortems',
  fields: 'Was die Felder bedeuten',
};
