/** Spanish words of the feeds and of the page that explains them. */
import type { feeds as englishFeeds } from '../en/feeds.ts';

export const feeds: typeof englishFeeds = {
  all: (site: string) => site,
  allDescription: (organisation: string) => `Una entrada por cada postmortem de ${organisation}.`,
  updates: (site: string) => `${site}: actualizaciones`,
  updatesDescription: 'Una entrada por cada postmortem, y una por cada corrección y actualización.',
  promises: (site: string) => `${site}: compromisos`,
  promisesDescription: 'Una entrada cuando un compromiso se cumple o se abandona, y cuando cambia su fecha límite.',
  promiseTitle: (event: string, what: string) => `${event}: ${what}`,
  ofService: (site: string, service: string) => `${site}: ${service}`,
  ofSeverity: (site: string, severity: string) => `${site}: ${severity}`,
  severityOfService: (severity: string, service: string) => `${severity} de ${service}`,
  narrowedDescription: (name: string) => `Una entrada por cada postmortem de ${name}.`,
  revisionTitle: (kind: string, title: string) => `${kind}: ${title}`,
  subscribe: 'Suscribirse',
  lede: 'Siga los postmortems con un lector de fuentes: nada perdido, nada repetido, el texto completo en su lector.',
  explain:
    'Una fuente es una dirección que se da a un lector de fuentes, como NetNewsWire, Feedly, newsboat o Thunderbird. Este consulta la dirección de vez en cuando y muestra lo nuevo. No hay que registrarse en nada, y nadie sabe quién lee.',
  steps: [
    'Elija abajo qué quiere seguir y copie su dirección.',
    'En su lector, elija «Añadir fuente» o «Suscribirse» y pegue la dirección.',
    'Eso es todo. Lo que ya existe llega enseguida, y lo nuevo llega solo.',
  ],
  copy: 'Copiar',
  copied: 'Copiado',
  copyAddress: (feed: string) => `Copiar la dirección de ${feed}`,
  copyCalendar: 'Copiar la dirección del calendario de compromisos',
  everything: 'Todo',
  bySeverity: 'Solo una gravedad',
  byService: 'Solo un servicio',
  byServiceNote: 'Abra un servicio para ver su fuente y las de cada una de sus gravedades.',
  allOfService: (service: string) => `Todo sobre ${service}`,
  only: (severity: string, service: string) => `Solo ${severity} de ${service}`,
  readOnSite: 'Leer en el sitio',
  leaveList: 'Dejar esta lista',
  ofPostmortemDescription:
    'Una entrada para este postmortem, una para cada una de sus revisiones y una para cada compromiso suyo que se cumple, se aplaza o se abandona.',
  taggedDescription: (tag: string) => `Una entrada para cada postmortem con la etiqueta «${tag}».`,
  followIncident: 'Seguir este incidente por su propia fuente',
  onTheirPages: 'Cada postmortem y cada etiqueta tiene su propia fuente, que su lector encuentra en la página.',
  moreWays: 'Otras maneras',
  whichFormat:
    'Atom, RSS y JSON contienen las mismas entradas. Las direcciones de arriba son Atom; todos los lectores lo conocen. Los programas encuentran lo demás en «Datos».',
  formats: { atom: 'Atom', rss: 'RSS', json: 'JSON' },
  opml: 'Todas las fuentes en un archivo, para importarlas en un lector (OPML)',
  agreementsOnPage: 'La página dice qué se sigue para cada acuerdo y cómo se calculó.',
  corrections:
    'Una corrección cambia el texto de la entrada en su sitio, cosa que la mayoría de los lectores no anuncia. Para saber de las correcciones, siga también las actualizaciones.',
};
