/** French words of what stands around postmortems: navigation, lists, search. */
import type { site as englishSite } from '../en/site.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('fr');

export const site: typeof englishSite = {
  skipToContent: 'Aller au contenu',
  internalBanner: 'Édition interne',
  internalBannerNote: 'Contient des informations confidentielles. Ne pas diffuser hors de l’entreprise.',
  internalTitle: (title: string) => `[Édition interne] ${title}`,
  internalLabel: 'Interne',
  pageOf: (title: string, site: string) => `${title} · ${site}`,

  table: 'Tableau',

  nav: {
    label: 'Menu principal',
    archive: 'Archives',
    services: 'Services',
    tags: 'Thèmes',
    numbers: 'Chiffres',
    promises: 'Engagements',
    search: 'Recherche',
    readingTheFigures: 'Comment nous mesurons',
    footer: 'À propos de ce site',
  },

  /** Of one site in several languages. */
  translation: {
    languages: 'Langues',
    missing: 'Ce post-mortem n’est pas encore traduit. Son récit est affiché dans la langue où il a été écrit.',
    original: (language: string) => `Lire l’original (${language})`,
    corrected: (date: string) => `L’original a été corrigé le ${date}, après cette traduction.`,
    changed: (date: string) => `L’original a été modifié le ${date}, après cette traduction.`,
  },

  home: {
    intro: (organisation: string) =>
      `Voici les post-mortems publiés par ${organisation}. Chacun dit ce qui s’est passé, qui a été touché et pendant combien de temps, et ce qui est fait pour que cela ne se reproduise pas.`,
    searchLabel: 'Rechercher dans les post-mortems',
    searchButton: 'Rechercher',
    latest: 'Derniers post-mortems',
    all: (count: string) => `Tous les post-mortems (${count})`,
    byService: 'Par service',
    byYear: 'Par année',
    bySeverity: 'Par gravité',
  },

  list: {
    pages: 'Pages de cette liste',
    none: 'Il n’y a pas encore de post-mortem ici.',
    count: (count: number, formatted: string) =>
      plural(count, { one: `${formatted} post-mortem`, other: `${formatted} post-mortems` }),
    lasted: (duration: string) => `Durée : ${duration}`,
    logged: (date: string) => `Détecté le ${date}`,
    published: (date: string) => `Publié le ${date}`,
  },

  archive: {
    title: 'Archives',
    lede: 'Tous les post-mortems, par année de début de l’incident.',
    year: (year: string) => `Post-mortems de ${year}`,
    allOfYear: (count: string, year: string) => `Tous ceux de ${year} (${count})`,
    otherYears: 'Autres années',
  },

  services: {
    title: 'Services',
    lede: 'Ce que nous exploitons, ce que nous promettons à son sujet, et ce qui n’a pas marché.',
    agreements: 'Niveaux de service (SLA)',
    noAgreements: 'Ce service n’a pas de SLA publié.',
    postmortems: 'Post-mortems',
    since: (date: string) => `En service depuis le ${date}.`,
    internal: 'Service interne',
    months: 'Impact par mois',
    noImpact: 'Aucun impact',
    withoutImpact: (clean: string, all: string) => `Aucun impact pendant ${clean} mois sur ${all}.`,
    notBegun: 'Avant sa mise en service',
    otherGroup: 'Autres services',
    openPromises: (count: number, n: string) =>
      plural(count, { one: `${n} engagement en cours`, other: `${n} engagements en cours` }),
  },

  tags: {
    title: 'Thèmes',
    lede: 'Les post-mortems par sujet.',
    tagged: (tag: string) => `Thème « ${tag} »`,
    none: 'Aucun post-mortem n’a encore de thème.',
  },

  severity: {
    label: 'Gravité',
    title: (name: string) => `Gravité : ${name}`,
  },

  notFound: {
    title: 'Page introuvable',
    lede: 'Il n’y a pas de page à cette adresse. Elle a peut-être été déplacée, ou l’adresse est mal saisie.',
    suggestion: 'Les archives recensent tous les post-mortems.',
  },

  moved: {
    title: 'Cette page a été déplacée',
    to: 'Elle se trouve maintenant ici :',
  },

  card: {
    alt: ({ title, severity, rest, site }) => `${title}. ${severity}, ${rest}. ${site}.`,
  },

  search: {
    title: 'Recherche',
    button: 'Rechercher',
    filters: 'Filtres',
    moreFilters: 'Plus de filtres',
    any: 'Tous',
    sort: 'Trier par',
    noScript:
      'La recherche a besoin de JavaScript, qui est désactivé ici. Tous les post-mortems restent accessibles sans elle :',
    noScriptArchive: 'les archives, par année',
    noScriptTags: 'les thèmes',
    noScriptServices: 'les services',
    more: 'Afficher plus',
    older: 'Chercher dans les post-mortems plus anciens',
    clear: 'Effacer les filtres',
    filterNames: {
      service: 'Service',
      severity: 'Gravité',
      year: 'Année',
      tag: 'Thème',
      agreement: 'SLA',
      detection: 'Détecté par',
    },
    keys: 'Appuyez sur / sur n’importe quelle page pour chercher, sur ↓ pour aller aux résultats.',
    useKey: 'Utiliser la touche /',
    sortNames: {
      relevance: 'Plus pertinents',
      newest: 'Plus récents',
      longest: 'Plus longs',
      users: 'Plus de personnes touchées',
    },
    found: { one: '# post-mortem trouvé.', many: '# de post-mortems trouvés.', other: '# post-mortems trouvés.' },
    notOlder: 'Les plus anciens n’ont pas encore été parcourus.',
    none: 'Aucun résultat pour « # ». Vérifiez l’orthographe, ou effacez les filtres.',
    closest: 'Aucun résultat exact. Le plus proche : « # ».',
    empty: 'Aucun post-mortem n’a encore été publié.',
    searching: 'Recherche en cours…',
    failed: 'La recherche n’a pas pu être chargée. Les archives recensent tous les post-mortems.',
  },
};
