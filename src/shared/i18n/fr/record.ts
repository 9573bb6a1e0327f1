/** French words of what a postmortem records: times, counts, states, parts and kinds. */
import type { record as englishRecord } from '../en/record.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('fr');

export const record: typeof englishRecord = {
  label: (name: string) => `${name} :`,
  comma: ', ',

  time: {
    at: (date: string, clock: string) => `${date}, ${clock}`,
    aboutAt: (date: string, clock: string) => `${date}, environ ${clock}`,
    since: (from: string) => `depuis ${from}, en cours`,
    about: (moment: string) => `environ ${moment}`,
    unknown: 'heure inconnue',
    dayUnknown: 'Jour inconnu',
    ongoing: 'en cours',
    range: (from: string, to: string) => `${from} – ${to}`,
    localNote: (zone: string) => `Les heures sont en ${zone}, avec votre heure locale à côté.`,
  },

  duration: {
    underAMinute: 'moins d’une minute',
    about: (duration: string) => `environ ${duration}`,
    unknown: 'inconnue',
    afterStart: (duration: string) => `${duration} après le début`,
    afterFirstLog: (duration: string) => `${duration} après la détection`,
  },

  count: {
    about: (count: string) => `environ ${count}`,
    atLeast: (count: string) => `au moins ${count}`,
    range: (from: string, to: string) => `${from} à ${to}`,
    unknown: 'inconnu',
    shareOf: {
      users: (percent: string) => `${percent} des utilisateurs`,
      accounts: (percent: string) => `${percent} des comptes`,
      supportRequests: (percent: string) => `${percent} des demandes`,
      window: (percent: string) => `${percent} touché`,
    },
  },

  state: {
    draft: 'Brouillon',
    review: 'En relecture',
    embargoed: 'Sous embargo',
    preliminary: 'Provisoire',
    ongoing: 'Pas encore résolu',
    mitigated: 'Impact terminé',
    resolved: 'Résolu',
  },

  notice: {
    preliminary: 'Ce compte rendu est provisoire. Nous le mettrons à jour à mesure que nous en saurons plus.',
    nextUpdateBy: (moment: string) => `La prochaine mise à jour sera publiée au plus tard : ${moment}.`,
    nextUpdateLate: (moment: string, day: string) =>
      `La prochaine mise à jour était attendue au plus tard : ${moment} ; elle est en retard (au ${day}).`,
    corrected: (date: string) => `Corrigé le ${date} :`,
    internalState: (state: string) => `État : ${state}. L’édition publique ne contient pas ce post-mortem.`,
    embargoed: (moment: string) => `Sous embargo jusqu’à : ${moment}. L’édition publique ne le contient pas avant.`,
  },

  postmortem: {
    kicker: 'Post-mortem',
    reportError: 'Signaler une erreur dans ce post-mortem',
    published: (date: string) => `Publié le ${date}`,
    updated: (date: string) => `Mis à jour le ${date}`,
    publishedLabel: 'Publication',
    updatedLabel: 'Mise à jour',
    advice: 'Ce que vous pouvez faire',
    keyFacts: 'L’essentiel',
    contents: 'Sur cette page',
    started: 'Début',
    firstLogged: 'Détecté',
    acknowledged: 'Prise en charge',
    mitigated: 'Fin de l’impact',
    resolved: 'Résolution',
    notResolved: 'Pas encore',
    nextUpdate: 'Prochaine mise à jour au plus tard',
    users: 'Personnes touchées',
    accounts: 'Comptes touchés',
    supportRequests: 'Demandes d’assistance',
    dataLoss: 'Données perdues',
    dataLossNone: 'aucune',
    regions: 'Régions',
    services: 'Services',
    noServices: 'Aucun service n’a été touché.',
    impactCaption: 'Quand et à quel point chaque service a été touché',
    service: 'Service',
    degree: 'Impact',
    from: 'De',
    to: 'À',
    lasted: 'Durée',
    team: 'Équipe',
    teamDid: (team: string, did: string) => `${team} : ${did}`,
    reviewHeld: (date: string) => `La revue de l’incident a eu lieu le ${date}.`,
    customerAttended: 'Un client y a pris part.',
    noCustomerAttended: 'Aucun client n’y a pris part.',
    wentWell: 'Ce qui a bien marché',
    wentBadly: 'Ce qui n’a pas marché',
    gotLucky: 'Où nous avons eu de la chance',
    actionOwner: 'Équipe',
    actionDue: 'Échéance',
    actionDoneWhen: 'Comment nous saurons que c’est fait',
    actionDoneOn: 'Fait le',
    actionDroppedOn: 'Abandonné le',
    actionDroppedBecause: 'Raison de l’abandon',
    because: 'Raison',
    actionTicket: 'Ticket',
    headingLink: 'Lien vers cette section',
    copyCode: 'Copier ce code',
    fullSize: 'Ouvrir en taille réelle',
    archivedCopy: 'copie archivée',
    archivedCopyOf: (title: string) => `${title}, copie archivée`,
    older: 'Plus ancien',
    newer: 'Plus récent',
    neighbours: 'Autres post-mortems',
    internalAttendees: 'Participants à la revue',
    internalMinutes: 'Compte rendu de la revue',
    internalServices: 'Services internes',
    internalTags: 'Thèmes internes',
    internalNotes: 'Notes',
  },

  part: {
    impact: 'Impact',
    timeline: 'Chronologie',
    responders: 'Qui est intervenu',
    trigger: 'Déclencheur',
    factors: 'Facteurs contributifs',
    mitigations: 'Comment nous l’avons résolu',
    lessons: 'Enseignements',
    agreements: 'Niveaux de service (SLA)',
    actions: 'Ce que nous changeons',
    revisions: 'Révisions',
    attachments: 'Fichiers à télécharger',
    references: 'Références',
    related: 'Post-mortems liés',
    internal: 'Détails internes',
  },

  phase: {
    title: 'Les phases de l’incident, à l’échelle',
    caption: (zone: string) =>
      `À l’échelle, en ${zone}. Les points sont les événements de la chronologie et y mènent. Un contour en tirets indique une estimation ou une phase encore en cours.`,
    events: 'Événements',
    name: {
      undetected: 'Non détecté',
      detected: 'Détecté',
      mitigated: 'Atténué',
      resolved: 'Résolu',
    },
    lasted: (phase: string, from: string, to: string, duration: string) => `${phase} : ${from} – ${to}, ${duration}.`,
    lasting: (phase: string, from: string) => `${phase}, depuis : ${from}.`,
    moment: (phase: string, at: string) => `${phase} : ${at}.`,
  },

  detectedBy: {
    customer: 'par un client',
    monitoring: 'par la supervision',
    employee: 'par un membre du personnel',
    partner: 'par un partenaire',
    unknown: 'on ne sait pas par qui',
  },
  detectedByTeam: (by: string, team: string) => `${by} (${team})`,

  level: { down: 'Hors service', partial: 'Panne partielle', degraded: 'Dégradé' },

  timeline: { at: 'Heure', kind: 'Type', what: 'Ce qui s’est passé' },
  timelineKind: {
    trigger: 'Déclencheur',
    detection: 'Détection',
    escalation: 'Escalade',
    response: 'Intervention',
    diagnosis: 'Diagnostic',
    mitigation: 'Atténuation',
    communication: 'Communication',
    recovery: 'Rétablissement',
    note: 'Note',
  },

  actionKind: {
    fix: 'Correctif',
    mitigation: 'Atténuation',
    observability: 'Observabilité',
    process: 'Processus',
  },

  actionState: { open: 'En cours', done: 'Fait', dropped: 'Abandonné' },
  actionDoneLate: (days, formatted) =>
    plural(days, { one: `Fait, avec ${formatted} jour de retard`, other: `Fait, avec ${formatted} jours de retard` }),

  revisionKind: {
    correction: 'Correction',
    update: 'Mise à jour',
    final: 'Version définitive',
  },
};
