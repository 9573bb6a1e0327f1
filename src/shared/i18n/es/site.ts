/** Spanish words of what stands around postmortems: navigation, lists, search. */
import type { site as englishSite } from '../en/site.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('es');

export const site: typeof englishSite = {
  skipToContent: 'Saltar al contenido',
  internalBanner: 'Edición interna',
  internalBannerNote: 'Contiene información confidencial. No la comparta fuera de la empresa.',
  internalTitle: (title: string) => `[Edición interna] ${title}`,
  internalLabel: 'Interno',
  pageOf: (title: string, site: string) => `${title} · ${site}`,

  table: 'Tabla',

  nav: {
    label: 'Menú principal',
    archive: 'Archivo',
    services: 'Servicios',
    tags: 'Etiquetas',
    numbers: 'Cifras',
    promises: 'Compromisos',
    search: 'Buscar',
    readingTheFigures: 'Cómo medimos',
    footer: 'Acerca de este sitio',
  },

  /** Of one site in several languages. */
  translation: {
    languages: 'Idiomas',
    missing: 'Este postmortem aún no está traducido. Su relato se muestra en el idioma en que se escribió.',
    original: (language: string) => `Leer el original (${language})`,
    corrected: (date: string) => `El original se corrigió el ${date}, después de esta traducción.`,
    changed: (date: string) => `El original se modificó el ${date}, después de esta traducción.`,
  },

  home: {
    intro: (organisation: string) =>
      `Estos son los postmortems de ${organisation}. Cada uno dice qué ocurrió, a quién afectó y por cuánto tiempo, y qué se está haciendo para que no vuelva a ocurrir.`,
    searchLabel: 'Buscar en los postmortems',
    searchButton: 'Buscar',
    latest: 'Últimos postmortems',
    all: (count: string) => `Todos los postmortems (${count})`,
    byService: 'Por servicio',
    byYear: 'Por año',
    bySeverity: 'Por gravedad',
  },

  list: {
    pages: 'Páginas de esta lista',
    none: 'Aquí todavía no hay postmortems.',
    count: (count: number, formatted: string) =>
      plural(count, { one: `${formatted} postmortem`, other: `${formatted} postmortems` }),
    lasted: (duration: string) => `Duración: ${duration}`,
    logged: (date: string) => `Detectado el ${date}`,
    published: (date: string) => `Publicado el ${date}`,
  },

  archive: {
    title: 'Archivo',
    lede: 'Todos los postmortems, por el año en que empezó el incidente.',
    year: (year: string) => `Postmortems de ${year}`,
    allOfYear: (count: string, year: string) => `Todos los de ${year} (${count})`,
    otherYears: 'Otros años',
  },

  services: {
    title: 'Servicios',
    lede: 'Qué operamos, qué prometemos al respecto y qué salió mal.',
    agreements: 'Niveles de servicio (SLA)',
    noAgreements: 'Este servicio no tiene ningún SLA publicado.',
    postmortems: 'Postmortems',
    since: (date: string) => `En servicio desde el ${date}.`,
    internal: 'Servicio interno',
    months: 'Impacto por mes',
    noImpact: 'Sin impacto',
    withoutImpact: (clean: string, all: string) => `Sin impacto en ${clean} de ${all} meses.`,
    notBegun: 'Antes de empezar',
    otherGroup: 'Otros servicios',
    openPromises: (count: number, n: string) =>
      plural(count, { one: `${n} compromiso pendiente`, other: `${n} compromisos pendientes` }),
  },

  tags: {
    title: 'Etiquetas',
    lede: 'Los postmortems por tema.',
    tagged: (tag: string) => `Etiqueta «${tag}»`,
    none: 'Ningún postmortem tiene etiquetas todavía.',
  },

  severity: {
    label: 'Gravedad',
    title: (name: string) => `Gravedad: ${name}`,
  },

  notFound: {
    title: 'Página no encontrada',
    lede: 'No hay ninguna página en esta dirección. Puede que se haya movido o que la dirección esté mal escrita.',
    suggestion: 'El archivo enumera todos los postmortems.',
  },

  moved: {
    title: 'Esta página se ha movido',
    to: 'Ahora está aquí:',
  },

  card: {
    alt: ({ title, severity, rest, site }) => `${title}. ${severity}, ${rest}. ${site}.`,
  },

  search: {
    title: 'Buscar',
    button: 'Buscar',
    filters: 'Filtros',
    moreFilters: 'Más filtros',
    any: 'Todos',
    sort: 'Ordenar por',
    noScript:
      'La búsqueda necesita JavaScript, que aquí está desactivado. Se puede llegar a todos los postmortems sin ella:',
    noScriptArchive: 'el archivo, por años',
    noScriptTags: 'las etiquetas',
    noScriptServices: 'los servicios',
    more: 'Mostrar más',
    older: 'Buscar en postmortems más antiguos',
    clear: 'Borrar filtros',
    filterNames: {
      service: 'Servicio',
      severity: 'Gravedad',
      year: 'Año',
      tag: 'Etiqueta',
      agreement: 'SLA',
      detection: 'Detectado por',
    },
    keys: 'Pulse / en cualquier página para buscar, ↓ para ir a los resultados.',
    useKey: 'Usar la tecla /',
    sortNames: {
      relevance: 'Más pertinentes',
      newest: 'Más recientes',
      longest: 'Más largos',
      users: 'Más personas afectadas',
    },
    found: {
      one: '# postmortem encontrado.',
      many: '# de postmortems encontrados.',
      other: '# postmortems encontrados.',
    },
    notOlder: 'Aún no se ha buscado en los más antiguos.',
    none: 'Sin resultados para «#». Revise la ortografía o borre los filtros.',
    closest: 'Ninguna coincidencia exacta. Lo más parecido: «#».',
    empty: 'Todavía no se ha publicado ningún postmortem.',
    searching: 'Buscando…',
    failed: 'No se pudo cargar la búsqueda. El archivo enumera todos los postmortems.',
  },
};
