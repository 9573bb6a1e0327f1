/** Spanish words of a story’s HTML, which is made before any page. */
import type { story as englishStory } from '../en/story.ts';

export const story: typeof englishStory = {
  redacted: 'censurado',
  internal: 'Interno',
  note: 'Nota',
  warning: 'Advertencia',
  footnotes: 'Notas al pie',
  backToText: 'Volver al texto, nota',
  table: 'Tabla',
  chart: {
    undetected: 'afectado, sin detectar',
    detected: 'detectado, hasta el fin del impacto',
    mitigated: 'impacto terminado, hasta la resolución',
    data: 'Datos',
    thinned: 'Se dibujan y enumeran {shown} de {all} filas: de cada tramo la más baja y la más alta.',
  },
};
