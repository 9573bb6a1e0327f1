/** French words of a story’s HTML, which is made before any page. */
import type { story as englishStory } from '../en/story.ts';

export const story: typeof englishStory = {
  redacted: 'masqué',
  internal: 'Interne',
  note: 'Note',
  warning: 'Attention',
  footnotes: 'Notes de bas de page',
  backToText: 'Retour au texte, note',
  table: 'Tableau',
  chart: {
    undetected: 'touché, non détecté',
    detected: 'détecté, jusqu’à la fin de l’impact',
    mitigated: 'impact terminé, jusqu’à la résolution',
    data: 'Données',
    thinned: '{shown} lignes sur {all} sont tracées et listées : de chaque tronçon la plus basse et la plus haute.',
  },
};
