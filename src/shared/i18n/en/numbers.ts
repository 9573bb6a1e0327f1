/** Words around computed figures: the numbers and the promises. */
import type { detectors } from '../../incident/postmortem-schema.ts';
import type { promiseStates } from '../../incident/promises.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('en');

export const promises = {
  title: 'Promises',
  lede: 'Every change that a postmortem promised, and what became of it.',
  asOf: (date: string) => `As of ${date}.`,
  none: 'No postmortem has promised anything yet.',
  state: {
    overdue: 'Overdue',
    open: 'Open',
    late: 'Done late',
    kept: 'Done on time',
    dropped: 'Dropped',
  } satisfies Record<(typeof promiseStates)[number], string>,
  meaning: {
    overdue: 'Not done, and the day has passed.',
    open: 'Not done, and not due yet.',
    late: 'Done after the day that was promised.',
    kept: 'Done by the day that was promised.',
    dropped: 'Will not be done; the reason is given.',
  } satisfies Record<(typeof promiseStates)[number], string>,
  byService: 'By service',
  byYear: 'By the year they are due',
  narrow: 'Other lists of promises',
  current: 'Open promises and the most recent of the rest',
  ofService: (service: string) => `Promises about ${service}`,
  aboutService: (service: string) => `${service}: what we agreed, and what went wrong`,
  ofYear: (year: string) => `Promises for ${year}`,
  count: (count: number, formatted: string) => `${formatted} ${plural(count, { one: 'promise', other: 'promises' })}.`,
  shortened: (shown: string, all: string) => `Showing ${shown} of ${all}. See all by service or year below.`,
  from: 'Promised in',
  calendar: 'The due dates of open promises as a calendar (iCalendar)',
  calendarName: (site: string) => `${site}: promises`,
  moved: 'Due date moved',
  movedOn: 'Moved on',
  dueBefore: 'Due before',
  dueNow: 'Due now',
  movedFrom: (date: string, from: string) => `Moved on ${date}; it was due on ${from}.`,
  column: 'Promise',
  details: 'Details',
  difference: 'Early or late',
  early: (days: string) => `${days} early`,
  late: (days: string) => `${days} late`,
  onTheDay: 'On the day',
  overdueBy: (days: string) => `${days} overdue`,
  bar: 'All promises by state',
  share: (kept: number, formatted: string, due: string) =>
    `Of ${due} promises that are done or were due, ${formatted} ${plural(kept, { one: 'was', other: 'were' })} done on time. Dropped promises are counted separately.`,
};

export const numbers = {
  title: 'Numbers',
  lede: 'The published incidents in figures. We show no averages, because incidents vary too much.',
  readingLede: 'Where the numbers on this site come from, and what “about” and “unknown” mean.',
  caveatsTitle: 'What these figures can and cannot tell',
  caveats: [
    'They count postmortems that were published, not everything that went wrong. More postmortems can mean more incidents, or more honesty.',
    'A time to detect begins when the incident is known to have begun. Incidents nobody noticed are not counted.',
    'Incidents are few and unlike each other. With fewer than about twenty, a difference between two medians says nothing.',
    'A short time to resolve is not a goal in itself, and nobody is measured by it.',
  ],
  incidents: 'Incidents',
  total: (count: number, formatted: string) =>
    `${formatted} ${plural(count, { one: 'incident has', other: 'incidents have' })} a public postmortem.`,
  ofYear: (year: string) => `Numbers of ${year}`,
  byYear: 'By year',
  bySeverity: 'By severity',
  byService: 'By service affected',
  byServiceNote: 'An incident that affected two services counts for both.',
  byDetector: 'By who detected it',
  detector: {
    customer: 'A customer',
    monitoring: 'Monitoring',
    employee: 'An employee',
    partner: 'A partner',
    unknown: 'Not known',
  } satisfies Record<(typeof detectors)[number], string>,
  group: 'Group',
  count: 'Incidents',
  detect: 'Time to detect',
  detectNote: 'From the start to detection.',
  resolve: 'Time to resolve',
  resolveNote: 'From the start to the resolution.',
  distribution: (count: number, formatted: string) =>
    `${formatted} ${plural(count, { one: 'incident', other: 'incidents' })}, a dot for each, on a logarithmic scale.`,
  gathered: (all: string, each: string) =>
    `${all} incidents, a dot for about every ${each} of a similar length, on a logarithmic scale.`,
  leftOut: (count: number, formatted: string) =>
    `${formatted} ${plural(count, { one: 'is', other: 'are' })} left out, because a time is unknown or the incident is not over.`,
  aboutNote: (count: number, formatted: string) =>
    `${formatted} ${plural(count, { one: 'is an estimate, drawn as a ring.', other: 'are estimates, drawn as rings.' })}`,
  aboutGathered: (formatted: string) => `Estimates among them: ${formatted}.`,
  median: 'Median',
  middleHalf: 'Middle 50%',
  rangeOf: (from: string, to: string) => `${from} to ${to}`,
  shortest: 'Shortest',
  longest: 'Longest',
  sample: 'Incidents (n)',
  boxNote: 'Below the dots: the middle 50% of the incidents, with a line at the median.',
  few: (formatted: string) => `With n = ${formatted}, read these as a list of cases and not as a trend.`,
  none: 'No incident has a known duration of this kind yet.',
  everyValue: 'Every value',
  valuesOfYears: 'Every value is on the page of its year.',
  incident: 'Incident',
  duration: 'Duration',
  people: 'People and requests',
  peopleNote: 'What the records of all published incidents add up to. A user affected twice counts twice.',
  sums: { users: 'Users affected', accounts: 'Accounts affected', supportRequests: 'Support requests' },
  sumLacking: (count: number, formatted: string) =>
    `Not recorded for ${formatted} ${plural(count, { one: 'incident', other: 'incidents' })}.`,
};
