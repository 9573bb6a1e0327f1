/** The words of the interface in English; every other language has the same keys. */
import type {
  actionKinds,
  actionStates,
  detectors,
  impactLevels,
  revisionKinds,
  timelineKinds,
} from '../incident/postmortem-schema.ts';
import { availability, numbers, promises, verdict } from './en-figures.ts';

type WordFor<Names extends readonly string[]> = Record<Names[number], string>;

/** A sentence for each plural category that the language tells apart. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const en = {
  skipToContent: 'Skip to the content',
  internalBanner: 'Internal edition',
  internalBannerNote: 'It holds private text. Share it with staff only.',
  internalTitle: (title: string) => `[Internal edition] ${title}`,
  internalLabel: 'Internal',
  pageOf: (title: string, site: string) => `${title} · ${site}`,

  table: 'Table',

  nav: {
    label: 'Main',
    archive: 'Archive',
    services: 'Services',
    tags: 'Tags',
    numbers: 'Numbers',
    promises: 'Promises',
    search: 'Search',
    readingTheFigures: 'How to read the figures',
    footer: 'About this site',
  },

  home: {
    intro: (organisation: string) =>
      `These are the postmortems of ${organisation}. Each says what happened, who was affected and for how long, and what is being done so that it does not happen again.`,
    searchLabel: 'Search the postmortems',
    searchButton: 'Search',
    latest: 'Latest postmortems',
    all: (count: string) => `All ${count} postmortems`,
    byService: 'By service',
    byYear: 'By year',
    bySeverity: 'By severity',
  },

  list: {
    none: 'There are no postmortems here yet.',
    count: (count: number, formatted: string) => `${formatted} ${plural(count, 'postmortem', 'postmortems')}`,
    lasted: (duration: string) => `Lasted ${duration}`,
    /** Beside a postmortem of which it is not known when its incident began. */
    logged: (date: string) => `Logged ${date}`,
    published: (date: string) => `Published ${date}`,
  },

  archive: {
    title: 'Archive',
    lede: 'Every postmortem, by the year in which the incident began.',
    year: (year: string) => `Postmortems of ${year}`,
    allOfYear: (count: string, year: string) => `All ${count} of ${year}`,
    otherYears: 'Other years',
  },

  services: {
    title: 'Services',
    lede: 'What we run, what we promise about it, and what went wrong.',
    agreements: 'Agreements',
    noAgreements: 'No agreement about this service is published.',
    postmortems: 'Postmortems',
    since: (date: string) => `In service since ${date}.`,
    internal: 'Internal service',
  },

  tags: {
    title: 'Tags',
    lede: 'Postmortems by topic.',
    tagged: (tag: string) => `Tagged “${tag}”`,
    none: 'No postmortem has a tag yet.',
  },

  severity: {
    label: 'Severity',
    title: (name: string) => `Severity: ${name}`,
  },

  notFound: {
    title: 'Page not found',
    lede: 'There is no page at this address. It may have been moved, or the address may be mistyped.',
    suggestion: 'The archive lists every postmortem.',
  },

  moved: {
    title: 'This page has moved',
    to: 'It is now here:',
  },

  card: {
    alt: ({ title, severity, rest, site }: Record<'title' | 'severity' | 'rest' | 'site', string>) =>
      `${title}. ${severity}, ${rest}. ${site}.`,
  },

  search: {
    title: 'Search',
    label: 'Words to look for',
    button: 'Search',
    filters: 'Narrow down',
    any: 'Any',
    sort: 'Order',
    noScript: 'Searching needs JavaScript, which is switched off here. Every postmortem can be reached without it:',
    noScriptArchive: 'the archive, by year',
    noScriptTags: 'the tags',
    noScriptServices: 'the services',
    more: 'Show more',
    clear: 'Clear all',
    filterNames: { service: 'Service', severity: 'Severity', year: 'Year', tag: 'Tag' },
    sortNames: { relevance: 'Best match', newest: 'Newest', longest: 'Longest', users: 'Most users affected' },
    /** By plural category of the number, for which `#` stands. */
    found: { one: '# postmortem found.', other: '# postmortems found.' } as PluralForms,
    none: 'Nothing was found. Try fewer or other words, or clear a filter.',
    searching: 'Searching …',
    failed: 'The search could not be loaded. The archive lists every postmortem.',
  },

  time: {
    utc: (time: string) => `${time} UTC`,
    at: (date: string, time: string) => `${date}, ${time} UTC`,
    about: (moment: string) => `about ${moment}`,
    unknown: 'time unknown',
    dayUnknown: 'Day unknown',
    ongoing: 'ongoing',
    range: (from: string, to: string) => `${from} to ${to}`,
    localNote: 'Times are UTC; the smaller ones are in your time zone.',
  },

  duration: {
    underAMinute: 'under a minute',
    about: (duration: string) => `about ${duration}`,
    unknown: 'unknown',
    afterStart: (duration: string) => `${duration} after the start`,
    afterFirstLog: (duration: string) => `${duration} after the first log`,
    sinceStartUnknown: 'how long after the start is unknown',
  },

  count: {
    about: (count: string) => `about ${count}`,
    atLeast: (count: string) => `at least ${count}`,
    range: (from: string, to: string) => `${from} to ${to}`,
    unknown: 'unknown',
    share: (percent: string) => `${percent} of all`,
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
    preliminary: 'This is a preliminary account. It will change as more is known.',
    nextUpdateBy: (moment: string) => `The next update will be published by ${moment}.`,
    corrected: (date: string) => `Corrected on ${date}:`,
    internalState: (state: string) => `State: ${state}. The public edition does not hold this postmortem.`,
    embargoed: (moment: string) => `Embargoed until ${moment}. The public edition does not hold it before then.`,
  },

  postmortem: {
    kicker: 'Postmortem',
    published: (date: string) => `Published ${date}`,
    updated: (date: string) => `Updated ${date}`,
    publishedLabel: 'Published',
    updatedLabel: 'Updated',
    advice: 'What you can do',
    keyFacts: 'Key facts',
    contents: 'On this page',
    started: 'Started',
    firstLogged: 'First logged',
    acknowledged: 'Acknowledged',
    mitigated: 'Impact ended',
    resolved: 'Resolved',
    notResolved: 'Not yet',
    users: 'Users affected',
    accounts: 'Accounts affected',
    supportRequests: 'Support requests',
    dataLoss: 'Data lost',
    dataLossNone: 'none',
    regions: 'Regions',
    services: 'Services',
    noServices: 'No service was affected.',
    impactCaption: 'When each service was affected, and how far',
    service: 'Service',
    degree: 'Degree',
    from: 'From',
    to: 'To',
    lasted: 'Lasted',
    team: 'Team',
    teamDid: (team: string, did: string) => `${team}: ${did}`,
    reviewHeld: (date: string) => `The incident review was held on ${date}.`,
    customerAttended: 'A customer took part.',
    noCustomerAttended: 'No customer took part.',
    wentWell: 'What went well',
    wentBadly: 'What went badly',
    gotLucky: 'Where we were lucky',
    actionOwner: 'Team',
    actionDue: 'Due',
    actionDoneWhen: 'Done when',
    actionDoneOn: 'Done',
    actionDroppedOn: 'Dropped',
    actionDroppedBecause: 'Dropped because',
    because: 'Because',
    actionTicket: 'Ticket',
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
    mitigations: 'What ended the impact',
    lessons: 'Lessons',
    agreements: 'Agreements',
    actions: 'What we are changing',
    revisions: 'Revisions',
    references: 'References',
    related: 'Related postmortems',
    internal: 'Internal details',
  },

  phase: {
    title: 'The phases of the incident, to scale',
    caption:
      'To scale, in UTC. Strokes on the ground are the events below; a dashed outline is an estimate or lasts still.',
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

  phaseUntil: {
    firstLogged: (duration: string) => `${duration} until it was first logged`,
    mitigated: (duration: string) => `${duration} until the impact ended`,
    resolved: (duration: string) => `${duration} until it was resolved`,
  },

  detectedBy: {
    customer: 'by a customer',
    monitoring: 'by monitoring',
    employee: 'by an employee',
    partner: 'by a partner',
    unknown: 'it is not known by whom',
  } satisfies WordFor<typeof detectors>,
  detectedByTeam: (by: string, team: string) => `${by}, ${team}`,

  level: { down: 'Down', partial: 'Partly failing', degraded: 'Degraded' } satisfies WordFor<typeof impactLevels>,

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

  revisionKind: {
    correction: 'Correction',
    update: 'Update',
    final: 'Made final',
  } satisfies WordFor<typeof revisionKinds>,

  verdict,
  availability,
  numbers,
  promises,

  agreement: {
    availability: (target: string, window: string) => `Available at least ${target} of each ${window}.`,
    window: {
      'calendar-month': 'calendar month',
      'calendar-quarter': 'calendar quarter',
      'rolling-30-days': '30 days',
    },
    timezone: (zone: string) => `Months and quarters begin at midnight, ${zone}.`,
    weight: (level: string, weight: string) => `${level}: ${weight}`,
    weights: (weights: string) => `How each minute counts: ${weights}.`,
    weightFull: 'in full',
    weightNone: 'not at all',
    weightShare: 'by the share affected',
    excludesMaintenance: 'Announced maintenance is left out.',
    credit: (below: string, percent: string) => `Below ${below}, ${percent} of the fee is credited.`,
    acknowledge: (severity: string, within: string) =>
      `${severity} incidents are acknowledged within ${within} of the first log.`,
    resolve: (severity: string, within: string) =>
      `${severity} incidents are resolved within ${within} of the first log.`,
    publish: (within: string) => `A postmortem is published within ${within} of the resolution.`,
    publishSeverity: (severity: string, within: string) =>
      `A postmortem of a ${severity} incident is published within ${within} of the resolution.`,
    aroundTheClock: 'The clock runs day and night.',
    hours: (hours: string) => `The clock runs ${hours}.`,
    holidays: (dates: string) => `It stands still on ${dates}.`,
    since: (date: string) => `In force since ${date}.`,
    sinceUntil: (from: string, until: string) => `In force from ${from} to ${until}.`,
  },
};
