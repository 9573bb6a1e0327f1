/** Portuguese words of a story’s HTML, which is made before any page. */
import type { story as englishStory } from '../en/story.ts';

export const story: typeof englishStory = {
  redacted: 'suprimido',
  internal: 'Interno',
  note: 'Nota',
  warning: 'Aviso',
  footnotes: 'Notas de rodapé',
  backToText: 'Voltar ao texto, nota',
  table: 'Tabela',
  chart: {
    undetected: 'afetado, não detectado',
    detected: 'detectado, até o fim do impacto',
    mitigated: 'impacto encerrado, até a resolução',
    data: 'Dados',
    thinned: 'São desenhadas e listadas {shown} de {all} linhas: de cada trecho a mais baixa e a mais alta.',
  },
};
