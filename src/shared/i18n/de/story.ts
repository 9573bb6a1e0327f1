/** German words of a story’s HTML, which is made before any page. */
import type { story as englishStory } from '../en/story.ts';

export const story: typeof englishStory = {
  redacted: 'geschwärzt',
  internal: 'Intern',
  note: 'Hinweis',
  warning: 'Warnung',
  footnotes: 'Fußnoten',
  backToText: 'Zurück zur Textstelle',
  table: 'Tabelle',
  chart: {
    undetected: 'betroffen, unentdeckt',
    detected: 'entdeckt, bis zum Ende der Auswirkung',
    mitigated: 'Auswirkung beendet, bis zur Behebung',
    data: 'Daten',
    thinned:
      '{shown} von {all} Zeilen sind gezeichnet und aufgeführt: von jedem Abschnitt die niedrigste und die höchste.',
  },
};
