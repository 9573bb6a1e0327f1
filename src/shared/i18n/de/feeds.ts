/** German words of the feeds and of the page that explains them. */
import type { feeds as englishFeeds } from '../en/feeds.ts';

export const feeds: typeof englishFeeds = {
  all: (site: string) => site,
  allDescription: (organisation: string) => `Ein Eintrag für jedes Postmortem von ${organisation}.`,
  updates: (site: string) => `${site}: Aktualisierungen`,
  updatesDescription: 'Ein Eintrag für jedes Postmortem und einer für jede Berichtigung und Aktualisierung.',
  promises: (site: string) => `${site}: Zusagen`,
  promisesDescription: 'Ein Eintrag, wenn eine Zusage erfüllt oder aufgegeben oder ihre Fälligkeit verschoben wird.',
  promiseTitle: (event: string, what: string) => `${event}: ${what}`,
  ofService: (site: string, service: string) => `${site}: ${service}`,
  ofSeverity: (site: string, severity: string) => `${site}: ${severity}`,
  severityOfService: (severity: string, service: string) => `${service}, ${severity}`,
  narrowedDescription: (name: string) => `Ein Eintrag für jedes Postmortem zu: ${name}.`,
  revisionTitle: (kind: string, title: string) => `${kind}: ${title}`,
  subscribe: 'Abonnieren',
  lede: 'Mit einem Feedreader folgen: nichts verpasst, nichts doppelt, der ganze Text in Ihrem Reader.',
  explain:
    'Ein Feed ist eine Adresse, die man einem Feedreader gibt, etwa NetNewsWire, Feedly, newsboat oder Thunderbird. Er fragt die Adresse hin und wieder ab und zeigt, was neu ist. Man muss sich nirgends anmelden, und niemand erfährt, wer mitliest.',
  steps: [
    'Wählen Sie unten, wem Sie folgen möchten, und kopieren Sie die Adresse.',
    'Wählen Sie in Ihrem Reader „Feed hinzufügen“ oder „Abonnieren“ und fügen Sie die Adresse ein.',
    'Das ist alles. Was es schon gibt, kommt sofort, Neues von selbst.',
  ],
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyAddress: (feed: string) => `Adresse kopieren: ${feed}`,
  copyCalendar: 'Adresse des Kalenders der Zusagen kopieren',
  everything: 'Alles',
  bySeverity: 'Nur ein Schweregrad',
  byService: 'Nur ein Dienst',
  byServiceNote: 'Öffnen Sie einen Dienst, um seinen Feed und die für je einen Schweregrad zu sehen.',
  allOfService: (service: string) => `Alles zu ${service}`,
  only: (severity: string, service: string) => `Nur ${severity}, ${service}`,
  readOnSite: 'Auf der Website lesen',
  leaveList: 'Diese Liste verlassen',
  ofPostmortemDescription:
    'Ein Eintrag zu diesem Postmortem, einer zu jeder Revision davon und einer zu jeder Zusage daraus, die erfüllt, verschoben oder aufgegeben wird.',
  taggedDescription: (tag: string) => `Ein Eintrag zu jedem Postmortem mit dem Schlagwort „${tag}“.`,
  followIncident: 'Diesem Vorfall mit einem eigenen Feed folgen',
  onTheirPages:
    'Jedes Postmortem und jedes Schlagwort hat einen eigenen Feed, den Ihr Feedreader auf der Seite findet.',
  beTold: 'Neues erfahren:',
  byEmail: 'Per E-Mail',
  inChat: 'In einem Chat',
  byFeed: 'Per Feed',
  withoutReader: 'Ohne Feedreader',
  moreWays: 'Weitere Wege',
  whichFormat:
    'Atom, RSS und JSON enthalten dieselben Einträge. Die Adressen oben sind Atom; jeder Reader kennt es. Programme finden das Übrige unter „Daten“.',
  formats: { atom: 'Atom', rss: 'RSS', json: 'JSON' },
  opml: 'Alle Feeds in einer Datei, zum Einlesen in einen Reader (OPML)',
  agreementsOnPage: 'Auf der Seite steht, was für jede Vereinbarung folgt und wie es berechnet wurde.',
  corrections:
    'Eine Berichtigung ändert den Text des Eintrags an Ort und Stelle, was die meisten Reader nicht melden. Wer von Berichtigungen erfahren will, folgt auch den Aktualisierungen.',
};
