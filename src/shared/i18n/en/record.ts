/** Words around what a postmortem records: times, counts, states, parts and kinds. */
import type {
  actionKinds,
  actionStates,
  detectors,
  impactLevels,
  revisionKinds,
  timelineKinds,
} from '../../incident/postmortem-schema.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('en');

type WordFor<Names extends readonly string[]> = Record<Names[number], string>;

export const record = {
  /** Before a value that a space sets off. */
  label: (name: string) => `${name}:`,
  /** Between parts of a line that are no sentence. */
  comma: ', ',

  time: {
    at: (date: string, clock: string) => `${date}, ${clock}`,
    aboutAt: (date: string, clock: string) => `${date}, about ${clock}`,
    since: (from: string) => `since ${from}, ongoing`,
    about: (moment: string) => `about ${moment}`,
    unknown: 'time unknown',
    dayUnknown: 'Day unknown',
    ongoing: 'ongoing',
    range: (from: string, to: string) => `${from} to ${to}`,
    localNote: (zone: string) => `Times are in ${zone}, with your local time beside them.`,
  },

  duration: {
    underAMinute: 'under a minute',
    about: (duration: string) => `about ${duration}`,
    unknown: 'unknown',
    afterStart: (duration: string) => `${duration} after the start`,
    afterFirstLog: (duration: string) => `${duration} after detection`,
  },

  count: {
    about: (count: string) => `about ${count}`,
    atLeast: (count: string) => `at least ${count}`,
    range: (from: string, to: string) => `${from} to ${to}`,
    unknown: 'unknown',
    shareOf: {
      users: (percent: string) => `${percent} of users`,
      accounts: (percent: string) => `${percent} of accounts`,
      supportRequests: (percent: string) => `${percent} of requests`,
      window: (percent: string) => `${percent} affected`,
    },
  },

  state: {
    draft: 'Draft',
    review: 'In review',
    embargoed: 'Embargoed',
    preliminary: 'Preliminary',
    ongoing: 'Not resolved yet',
    mitigated: 'Impact ended',
    resolved: 'Resolved',
  },

  notice: {
    preliminary: 'This is a preliminary report. We will update it as we learn more.',
    nextUpdateBy: (moment: string) => `The next update will be published by ${moment}.`,
    nextUpdateLate: (moment: string, day: string) =>
      `The next update was due by ${moment}, and is late (as of ${day}).`,
    corrected: (date: string) => `Corrected on ${date}:`,
    internalState: (state: string) => `State: ${state}. The public edition does not hold this postmortem.`,
    embargoed: (moment: string) => `Embargoed until ${moment}. The public edition does not hold it before then.`,
  },

  postmortem: {
    kicker: 'Postmortem',
    reportError: 'Report an error in this postmortem',
    published: (date: string) => `Published ${date}`,
    updated: (date: string) => `Updated ${date}`,
    publishedLabel: 'Published',
    updatedLabel: 'Updated',
    advice: 'What you can do',
    keyFacts: 'Key facts',
    contents: 'On this page',
    started: 'Started',
    firstLogged: 'Detected',
    acknowledged: 'Acknowledged',
    mitigated: 'Impact ended',
    resolved: 'Resolved',
    notResolved: 'Not yet',
    nextUpdate: 'Next update by',
    users: 'Users affected',
    accounts: 'Accounts affected',
    supportRequests: 'Support requests',
    dataLoss: 'Data lost',
    dataLossNone: 'none',
    regions: 'Regions',
    services: 'Services',
    noServices: 'No service was affected.',
    impactCaption: 'When and how badly each service was affected',
    service: 'Service',
    degree: 'Impact',
    from: 'From',
    to: 'To',
    lasted: 'Duration',
    team: 'Team',
    teamDid: (team: string, did: string) => `${team}: ${did}`,
    reviewHeld: (date: string) => `The incident review was held on ${date}.`,
    customerAttended: 'A customer took part.',
    noCustomerAttended: 'No customer took part.',
    wentWell: 'What went well',
    wentBadly: 'What went wrong',
    gotLucky: 'Where we got lucky',
    actionOwner: 'Team',
    actionDue: 'Due',
    actionDoneWhen: 'How we will know it is done',
    actionDoneOn: 'Completed',
    actionDroppedOn: 'Dropped',
    actionDroppedBecause: 'Dropped because',
    because: 'Because',
    actionTicket: 'Ticket',
    headingLink: 'Link to this section',
    copyCode: 'Copy this code',
    fullSize: 'Open in full size',
    archivedCopy: 'archived copy',
    archivedCopyOf: (title: string) => `${title}, archived copy`,
    older: 'Older',
    newer: 'Newer',
    neighbours: 'Other postmortems',
    internalAttendees: 'Attendees of the review',
    internalMinutes: 'Minutes of the review',
    internalServices: 'Internal services',
    internalTags: 'Internal tags',
    internalNotes: 'Notes',
  },

  part: {
    impact: 'Impact',
    timeline: 'Timeline',
    responders: 'Who responded',
    trigger: 'Trigger',
    factors: 'Contributing factors',
    mitigations: 'How we fixed it',
    lessons: 'Lessons',
    agreements: 'Service levels (SLA)',
    actions: 'What we are changing',
    revisions: 'Revisions',
    attachments: 'Files to download',
    references: 'References',
    related: 'Related postmortems',
    internal: 'Internal details',
  },

  phase: {
    title: 'The phases of the incident, to scale',
    caption: (zone: string) =>
      `To scale, in ${zone}. Dots are the events of the timeline and lead to them. A dashed outline means estimated or still ongoing.`,
    events: 'Events',
    name: {
      undetected: 'Undetected',
      detected: 'Detected',
      mitigated: 'Mitigated',
      resolved: 'Resolved',
    },
    lasted: (phase: string, from: string, to: string, duration: string) =>
      `${phase} from ${from} to ${to}, ${duration}.`,
    lasting: (phase: string, from: string) => `${phase} since ${from}.`,
    moment: (phase: string, at: string) => `${phase} at ${at}.`,
  },

  detectedBy: {
    customer: 'by a customer',
    monitoring: 'by monitoring',
    employee: 'by an employee',
    partner: 'by a partner',
    unknown: 'it is not known by whom',
  } satisfies WordFor<typeof detectors>,
  detectedByTeam: (by: string, team: string) => `${by} (${team})`,

  level: { down: 'Down', partial: 'Partial outage', degraded: 'Degraded' } satisfies WordFor<typeof impactLevels>,

  timeline: { at: 'Time', kind: 'Kind', what: 'What happened' },
  timelineKind: {
    trigger: 'Trigger',
    detection: 'Detection',
    escalation: 'Escalation',
    response: 'Response',
    diagnosis: 'Diagnosis',
    mitigation: 'Mitigation',
    communication: 'Communication',
    recovery: 'Recovery',
    note: 'Note',
  } satisfies WordFor<typeof timelineKinds>,

  actionKind: {
    fix: 'Fix',
    mitigation: 'Mitigation',
    observability: 'Observability',
    process: 'Process',
  } satisfies WordFor<typeof actionKinds>,

  actionState: { open: 'Open', done: 'Done', dropped: 'Dropped' } satisfies WordFor<typeof actionStates>,
  actionDoneLate: (days: number, formatted: string) =>
    plural(days, { one: `Done, ${formatted} day late`, other: `Done, ${formatted} days late` }),

  revisionKind: {
    correction: 'Correction',
    update: 'Update',
    final: 'Final version',
  } satisfies WordFor<typeof revisionKinds>,
};
