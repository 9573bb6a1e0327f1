/** German words of what stands around postmortems: navigation, lists, search. */
import type { site as englishSite } from '../en/site.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('de');

export const site: typeof englishSite = {
  skipToContent: 'Zum Inhalt springen',
  internalBanner: 'Interne Ausgabe',
  internalBannerNote: 'Enthält vertrauliche Angaben. Nicht außerhalb des Unternehmens weitergeben.',
  internalTitle: (title: string) => `[Interne Ausgabe] ${title}`,
  internalLabel: 'Intern',
  pageOf: (title: string, site: string) => `${title} · ${site}`,

  table: 'Tabelle',

  nav: {
    label: 'Hauptmenü',
    archive: 'Archiv',
    services: 'Dienste',
    tags: 'Schlagwörter',
    numbers: 'Zahlen',
    promises: 'Zusagen',
    search: 'Suche',
    readingTheFigures: 'Wie wir messen',
    footer: 'Über diese Website',
  },

  /** Of one site in several languages. */
  translation: {
    languages: 'Sprachen',
    missing:
      'Dieses Postmortem ist noch nicht übersetzt. Sein Bericht steht hier in der Sprache, in der er geschrieben wurde.',
    original: (language: string) => `Zum Original (${language})`,
    corrected: (date: string) => `Das Original wurde am ${date} berichtigt, nach dieser Übersetzung.`,
    changed: (date: string) => `Das Original wurde am ${date} geändert, nach dieser Übersetzung.`,
  },

  home: {
    intro: (organisation: string) =>
      `Hier stehen die Postmortems von ${organisation}. Jedes sagt, was geschehen ist, wer wie lange betroffen war und was getan wird, damit es nicht wieder geschieht.`,
    searchLabel: 'Postmortems durchsuchen',
    searchButton: 'Suchen',
    latest: 'Neueste Postmortems',
    all: (count: string) => `Alle ${count} Postmortems`,
    byService: 'Nach Dienst',
    byYear: 'Nach Jahr',
    bySeverity: 'Nach Schweregrad',
  },

  list: {
    pages: 'Seiten dieser Liste',
    none: 'Hier gibt es noch keine Postmortems.',
    count: (count: number, formatted: string) =>
      plural(count, { one: `${formatted} Postmortem`, other: `${formatted} Postmortems` }),
    lasted: (duration: string) => `Dauer: ${duration}`,
    logged: (date: string) => `Entdeckt am ${date}`,
    published: (date: string) => `Veröffentlicht am ${date}`,
  },

  archive: {
    title: 'Archiv',
    lede: 'Alle Postmortems nach dem Jahr, in dem die Störung begann.',
    year: (year: string) => `Postmortems aus ${year}`,
    allOfYear: (count: string, year: string) => `Alle ${count} aus ${year}`,
    otherYears: 'Andere Jahre',
  },

  services: {
    title: 'Dienste',
    lede: 'Was wir betreiben, was wir dafür zusagen und was schiefging.',
    agreements: 'Servicelevel (SLA)',
    noAgreements: 'Für diesen Dienst ist kein SLA veröffentlicht.',
    postmortems: 'Postmortems',
    since: (date: string) => `In Betrieb seit ${date}.`,
    internal: 'Interner Dienst',
    months: 'Auswirkung nach Monat',
    noImpact: 'Keine Auswirkung',
    withoutImpact: (clean: string, all: string) => `Keine Auswirkung in ${clean} von ${all} Monaten.`,
    notBegun: 'Vor dem Start',
    otherGroup: 'Weitere Dienste',
    openPromises: (count: number, n: string) =>
      plural(count, { one: `${n} offene Zusage`, other: `${n} offene Zusagen` }),
  },

  tags: {
    title: 'Schlagwörter',
    lede: 'Postmortems nach Thema.',
    tagged: (tag: string) => `Schlagwort „${tag}“`,
    none: 'Noch trägt kein Postmortem ein Schlagwort.',
  },

  severity: {
    label: 'Schweregrad',
    title: (name: string) => `Schweregrad: ${name}`,
  },

  notFound: {
    title: 'Seite nicht gefunden',
    lede: 'Unter dieser Adresse gibt es keine Seite. Vielleicht ist sie umgezogen, oder die Adresse enthält einen Tippfehler.',
    suggestion: 'Das Archiv führt alle Postmortems auf.',
  },

  moved: {
    title: 'Diese Seite ist umgezogen',
    to: 'Sie steht jetzt hier:',
  },

  card: {
    alt: ({ title, severity, rest, site }) => `${title}. ${severity}, ${rest}. ${site}.`,
  },

  search: {
    title: 'Suche',
    button: 'Suchen',
    filters: 'Filter',
    moreFilters: 'Weitere Filter',
    any: 'Alle',
    sort: 'Sortieren nach',
    noScript:
      'Die Suche braucht JavaScript, das hier ausgeschaltet ist. Jedes Postmortem ist auch ohne sie erreichbar:',
    noScriptArchive: 'das Archiv, nach Jahren',
    noScriptTags: 'die Schlagwörter',
    noScriptServices: 'die Dienste',
    more: 'Mehr anzeigen',
    older: 'In älteren Postmortems suchen',
    clear: 'Filter zurücksetzen',
    filterNames: {
      service: 'Dienst',
      severity: 'Schweregrad',
      year: 'Jahr',
      tag: 'Schlagwort',
      agreement: 'SLA',
      detection: 'Entdeckt durch',
    },
    keys: 'Mit / suchen Sie auf jeder Seite, mit ↓ gelangen Sie zu den Treffern.',
    useKey: 'Taste / verwenden',
    sortNames: { relevance: 'Beste Treffer', newest: 'Neueste', longest: 'Längste', users: 'Meiste Betroffene' },
    found: { one: '# Postmortem gefunden.', other: '# Postmortems gefunden.' },
    notOlder: 'Ältere wurden noch nicht durchsucht.',
    none: 'Keine Treffer für „#“. Prüfen Sie die Schreibweise, oder setzen Sie die Filter zurück.',
    closest: 'Kein genauer Treffer. Am nächsten kommt: „#“.',
    empty: 'Noch sind keine Postmortems veröffentlicht.',
    searching: 'Suche läuft …',
    failed: 'Die Suche konnte nicht geladen werden. Das Archiv führt alle Postmortems auf.',
  },
};
