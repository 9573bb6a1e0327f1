/** French words of what programs read. */
import type { data as englishData } from '../en/data.ts';

export const data: typeof englishData = {
  title: 'Données',
  lede: 'Tout ce qui est sur ce site existe aussi pour les machines, et reste à sa place.',
  field: 'Champ',
  meaning: 'Ce qu’il contient',
  optional: (meaning: string) => `${meaning} Peut être absent.`,
  inEnglish: 'Cette description n’existe qu’en anglais.',
  postmortems: 'Post-mortems',
  allPostmortems: 'Tous les post-mortems',
  fields: 'Ce que signifient les champs',
};
