/** German words of what a postmortem records: times, counts, states, parts and kinds. */
import type { record as englishRecord } from '../en/record.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('de');

export const record: typeof englishRecord = {
  label: (name: string) => `${name}:`,
  comma: ', ',

  time: {
    at: (date: string, clock: string) => `${date}, ${clock}`,
    aboutAt: (date: string, clock: string) => `${date}, etwa ${clock}`,
    since: (from: string) => `seit ${from}, andauernd`,
    about: (moment: string) => `etwa ${moment}`,
    unknown: 'Zeit unbekannt',
    dayUnknown: 'Tag unbekannt',
    ongoing: 'andauernd',
    range: (from: string, to: string) => `${from} bis ${to}`,
    localNote: (zone: string) => `Zeiten in ${zone}, daneben Ihre Ortszeit.`,
  },

  duration: {
    underAMinute: 'unter einer Minute',
    about: (duration: string) => `etwa ${duration}`,
    unknown: 'unbekannt',
    afterStart: (duration: string) => `${duration} nach dem Beginn`,
    afterFirstLog: (duration: string) => `${duration} nach der Entdeckung`,
  },

  count: {
    about: (count: string) => `etwa ${count}`,
    atLeast: (count: string) => `mindestens ${count}`,
    range: (from: string, to: string) => `${from} bis ${to}`,
    unknown: 'unbekannt',
    shareOf: {
      users: (percent: string) => `${percent} der Nutzer`,
      accounts: (percent: string) => `${percent} der Konten`,
      supportRequests: (percent: string) => `${percent} der Anfragen`,
      window: (percent: string) => `${percent} betroffen`,
    },
  },

  state: {
    draft: 'Entwurf',
    review: 'In Durchsicht',
    embargoed: 'Gesperrt',
    preliminary: 'Vorläufig',
    ongoing: 'Noch nicht behoben',
    mitigated: 'Auswirkung beendet',
    resolved: 'Behoben',
  },

  notice: {
    preliminary: 'Dies ist ein vorläufiger Bericht. Wir ergänzen ihn, sobald wir mehr wissen.',
    nextUpdateBy: (moment: string) => `Die nächste Aktualisierung erscheint spätestens: ${moment}.`,
    nextUpdateLate: (moment: string, day: string) =>
      `Die nächste Aktualisierung war fällig bis ${moment} und ist überfällig (Stand: ${day}).`,
    corrected: (date: string) => `Berichtigt am ${date}:`,
    internalState: (state: string) => `Stand: ${state}. Die öffentliche Ausgabe enthält dieses Postmortem nicht.`,
    embargoed: (moment: string) => `Gesperrt bis ${moment}. Vorher steht es nicht in der öffentlichen Ausgabe.`,
  },

  postmortem: {
    kicker: 'Postmortem',
    reportError: 'Einen Fehler in diesem Postmortem melden',
    published: (date: string) => `Veröffentlicht am ${date}`,
    updated: (date: string) => `Aktualisiert am ${date}`,
    publishedLabel: 'Veröffentlicht',
    updatedLabel: 'Aktualisiert',
    advice: 'Was Sie tun können',
    keyFacts: 'Eckdaten',
    contents: 'Auf dieser Seite',
    started: 'Beginn',
    firstLogged: 'Entdeckt',
    acknowledged: 'Angenommen',
    mitigated: 'Auswirkung beendet',
    resolved: 'Behoben',
    notResolved: 'Noch nicht',
    nextUpdate: 'Nächste Aktualisierung bis',
    users: 'Betroffene Personen',
    accounts: 'Betroffene Konten',
    supportRequests: 'Supportanfragen',
    dataLoss: 'Datenverlust',
    dataLossNone: 'keiner',
    regions: 'Regionen',
    services: 'Dienste',
    noServices: 'Kein Dienst war betroffen.',
    impactCaption: 'Wann und wie stark jeder Dienst betroffen war',
    service: 'Dienst',
    degree: 'Auswirkung',
    from: 'Von',
    to: 'Bis',
    lasted: 'Dauer',
    team: 'Team',
    teamDid: (team: string, did: string) => `${team}: ${did}`,
    reviewHeld: (date: string) => `Die Nachbesprechung fand am ${date} statt.`,
    customerAttended: 'Kundschaft nahm teil.',
    noCustomerAttended: 'Kundschaft nahm nicht teil.',
    wentWell: 'Was gut lief',
    wentBadly: 'Was schiefging',
    gotLucky: 'Wo wir Glück hatten',
    actionOwner: 'Team',
    actionDue: 'Fällig',
    actionDoneWhen: 'Woran wir erkennen, dass es erledigt ist',
    actionDoneOn: 'Erledigt am',
    actionDroppedOn: 'Aufgegeben am',
    actionDroppedBecause: 'Aufgegeben, weil',
    because: 'Grund',
    actionTicket: 'Ticket',
    headingLink: 'Link zu diesem Abschnitt',
    copyCode: 'Diesen Code kopieren',
    fullSize: 'In voller Größe öffnen',
    archivedCopy: 'archivierte Kopie',
    archivedCopyOf: (title: string) => `${title}, archivierte Kopie`,
    older: 'Älter',
    newer: 'Neuer',
    neighbours: 'Weitere Postmortems',
    internalAttendees: 'Teilnehmende der Nachbesprechung',
    internalMinutes: 'Protokoll der Nachbesprechung',
    internalServices: 'Interne Dienste',
    internalTags: 'Interne Schlagwörter',
    internalNotes: 'Notizen',
  },

  part: {
    impact: 'Auswirkung',
    timeline: 'Zeitleiste',
    responders: 'Wer reagiert hat',
    trigger: 'Auslöser',
    factors: 'Beitragende Faktoren',
    mitigations: 'Wie wir es behoben haben',
    lessons: 'Lehren',
    agreements: 'Servicelevel (SLA)',
    actions: 'Was wir ändern',
    revisions: 'Änderungen am Bericht',
    attachments: 'Dateien zum Herunterladen',
    references: 'Quellen',
    related: 'Verwandte Postmortems',
    internal: 'Interne Einzelheiten',
  },

  phase: {
    title: 'Die Phasen der Störung, maßstäblich',
    caption: (zone: string) =>
      `Maßstäblich, in ${zone}. Punkte sind die Ereignisse im Zeitverlauf und führen dorthin. Ein gestrichelter Rand heißt geschätzt oder noch andauernd.`,
    events: 'Ereignisse',
    name: {
      undetected: 'Unentdeckt',
      detected: 'Entdeckt',
      mitigated: 'Entschärft',
      resolved: 'Behoben',
    },
    lasted: (phase: string, from: string, to: string, duration: string) => `${phase}: ${from} bis ${to}, ${duration}.`,
    lasting: (phase: string, from: string) => `${phase} seit: ${from}.`,
    moment: (phase: string, at: string) => `${phase}: ${at}.`,
  },

  detectedBy: {
    customer: 'durch Kundschaft',
    monitoring: 'durch das Monitoring',
    employee: 'durch Beschäftigte',
    partner: 'durch einen Partner',
    unknown: 'durch wen, ist nicht bekannt',
  },
  detectedByTeam: (by: string, team: string) => `${by} (${team})`,

  level: { down: 'Ausgefallen', partial: 'Teilausfall', degraded: 'Beeinträchtigt' },

  timeline: { at: 'Zeit', kind: 'Art', what: 'Was geschah' },
  timelineKind: {
    trigger: 'Auslöser',
    detection: 'Entdeckung',
    escalation: 'Eskalation',
    response: 'Reaktion',
    diagnosis: 'Diagnose',
    mitigation: 'Entschärfung',
    communication: 'Mitteilung',
    recovery: 'Wiederherstellung',
    note: 'Anmerkung',
  },

  actionKind: {
    fix: 'Behebung',
    mitigation: 'Entschärfung',
    observability: 'Beobachtbarkeit',
    process: 'Abläufe',
  },

  actionState: { open: 'Offen', done: 'Erledigt', dropped: 'Aufgegeben' },
  actionDoneLate: (days, formatted) =>
    plural(days, { one: `Erledigt, ${formatted} Tag zu spät`, other: `Erledigt, ${formatted} Tage zu spät` }),

  revisionKind: {
    correction: 'Berichtigung',
    update: 'Aktualisierung',
    final: 'Endgültige Fassung',
  },
};
