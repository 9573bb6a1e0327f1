/** Portuguese words of what stands around postmortems: navigation, lists, search. */
import type { site as englishSite } from '../en/site.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('pt');

export const site: typeof englishSite = {
  skipToContent: 'Pular para o conteúdo',
  internalBanner: 'Edição interna',
  internalBannerNote: 'Contém informações confidenciais. Não compartilhe fora da empresa.',
  internalTitle: (title: string) => `[Edição interna] ${title}`,
  internalLabel: 'Interno',
  pageOf: (title: string, site: string) => `${title} · ${site}`,

  table: 'Tabela',

  nav: {
    label: 'Menu principal',
    archive: 'Arquivo',
    services: 'Serviços',
    tags: 'Etiquetas',
    numbers: 'Números',
    promises: 'Compromissos',
    search: 'Busca',
    readingTheFigures: 'Como medimos',
    footer: 'Sobre este site',
  },

  /** Of one site in several languages. */
  translation: {
    languages: 'Idiomas',
    missing: 'Este postmortem ainda não foi traduzido. O relato aparece na língua em que foi escrito.',
    original: (language: string) => `Ler o original (${language})`,
    corrected: (date: string) => `O original foi corrigido em ${date}, depois desta tradução.`,
    changed: (date: string) => `O original foi alterado em ${date}, depois desta tradução.`,
  },

  home: {
    intro: (organisation: string) =>
      `Estes são os postmortems de ${organisation}. Cada um diz o que aconteceu, quem foi afetado e por quanto tempo, e o que está sendo feito para que não aconteça de novo.`,
    searchLabel: 'Buscar nos postmortems',
    searchButton: 'Buscar',
    latest: 'Últimos postmortems',
    all: (count: string) => `Todos os postmortems (${count})`,
    byService: 'Por serviço',
    byYear: 'Por ano',
    bySeverity: 'Por gravidade',
  },

  list: {
    pages: 'Páginas desta lista',
    none: 'Ainda não há postmortems aqui.',
    count: (count: number, formatted: string) =>
      plural(count, { one: `${formatted} postmortem`, other: `${formatted} postmortems` }),
    lasted: (duration: string) => `Duração: ${duration}`,
    logged: (date: string) => `Detectado em ${date}`,
    published: (date: string) => `Publicado em ${date}`,
  },

  archive: {
    title: 'Arquivo',
    lede: 'Todos os postmortems, pelo ano em que o incidente começou.',
    year: (year: string) => `Postmortems de ${year}`,
    allOfYear: (count: string, year: string) => `Todos os de ${year} (${count})`,
    otherYears: 'Outros anos',
  },

  services: {
    title: 'Serviços',
    lede: 'O que operamos, o que prometemos a respeito e o que deu errado.',
    agreements: 'Níveis de serviço (SLA)',
    noAgreements: 'Este serviço não tem SLA publicado.',
    postmortems: 'Postmortems',
    since: (date: string) => `Em serviço desde ${date}.`,
    internal: 'Serviço interno',
    months: 'Impacto por mês',
    noImpact: 'Sem impacto',
    withoutImpact: (clean: string, all: string) => `Sem impacto em ${clean} de ${all} meses.`,
    notBegun: 'Antes de começar',
    otherGroup: 'Outros serviços',
    openPromises: (count: number, n: string) =>
      plural(count, { one: `${n} compromisso em aberto`, other: `${n} compromissos em aberto` }),
  },

  tags: {
    title: 'Etiquetas',
    lede: 'Os postmortems por tema.',
    tagged: (tag: string) => `Etiqueta “${tag}”`,
    none: 'Nenhum postmortem tem etiquetas ainda.',
  },

  severity: {
    label: 'Gravidade',
    title: (name: string) => `Gravidade: ${name}`,
  },

  notFound: {
    title: 'Página não encontrada',
    lede: 'Não há página neste endereço. Ela pode ter mudado de lugar, ou o endereço pode ter sido digitado errado.',
    suggestion: 'O arquivo lista todos os postmortems.',
  },

  moved: {
    title: 'Esta página mudou de lugar',
    to: 'Agora ela está aqui:',
  },

  card: {
    alt: ({ title, severity, rest, site }) => `${title}. ${severity}, ${rest}. ${site}.`,
  },

  search: {
    title: 'Busca',
    button: 'Buscar',
    filters: 'Filtros',
    moreFilters: 'Mais filtros',
    any: 'Todos',
    sort: 'Ordenar por',
    noScript:
      'A busca precisa de JavaScript, que está desativado aqui. Todos os postmortems podem ser alcançados sem ela:',
    noScriptArchive: 'o arquivo, por ano',
    noScriptTags: 'as etiquetas',
    noScriptServices: 'os serviços',
    more: 'Mostrar mais',
    older: 'Buscar em postmortems mais antigos',
    clear: 'Limpar filtros',
    filterNames: {
      service: 'Serviço',
      severity: 'Gravidade',
      year: 'Ano',
      tag: 'Etiqueta',
      agreement: 'SLA',
      detection: 'Detectado por',
    },
    keys: 'Pressione / em qualquer página para buscar, ↓ para ir aos resultados.',
    useKey: 'Usar a tecla /',
    sortNames: {
      relevance: 'Mais relevantes',
      newest: 'Mais recentes',
      longest: 'Mais longos',
      users: 'Mais pessoas afetadas',
    },
    found: {
      one: '# postmortem encontrado.',
      many: '# de postmortems encontrados.',
      other: '# postmortems encontrados.',
    },
    notOlder: 'Os mais antigos ainda não foram pesquisados.',
    none: 'Nenhum resultado para “#”. Verifique a ortografia ou limpe os filtros.',
    closest: 'Nenhuma correspondência exata. A mais próxima: “#”.',
    empty: 'Nenhum postmortem foi publicado ainda.',
    searching: 'Buscando…',
    failed: 'Não foi possível carregar a busca. O arquivo lista todos os postmortems.',
  },
};
