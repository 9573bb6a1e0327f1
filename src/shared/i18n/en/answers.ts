/** Words of what readers are told first: the way around, how things stand, what it means for them. */
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('en');

export const answers = {
  menu: 'Menu',

  home: {
    title: 'Incident postmortems',
  },

  /** How things stand on the day of the build. */
  status: {
    label: 'Current status',
    open: (count: number, formatted: string) =>
      plural(count, { one: `${formatted} open incident`, other: `${formatted} open incidents` }),
    none: 'No open incidents',
    lastResolved: (date: string) => `last one resolved on ${date}`,
    asOf: (day: string) => `as of ${day}`,
    since: (date: string) => `since ${date}`,
    nextUpdate: (date: string) => `next update by ${date}`,
    nextUpdateLate: (date: string) => `next update was due ${date}`,
    more: (count: string) => `and ${count} more`,
    /** Said by a script; `#` stands for how long. */
    soFar: '# so far',
  },

  /** The card under the title of a postmortem: four questions and what the record answers. */
  answer: {
    label: 'In short',
    over: 'Is it over?',
    affected: 'Was I affected?',
    when: 'When was it?',
    advice: 'What should I do?',
    resolved: 'Yes, resolved',
    resolvedOn: (date: string) => `Yes, resolved on ${date}`,
    mitigated: 'The impact has ended, but it is not resolved yet',
    mitigatedOn: (date: string) => `The impact ended on ${date}, but it is not resolved yet`,
    ongoing: (day: string) => `No, not resolved as of ${day}`,
    lasted: (duration: string) => `The impact lasted ${duration}`,
    lastedUnknown: 'How long the impact lasted is unknown',
    noAdvice: 'This postmortem gives no advice to those affected.',
  },

  share: {
    label: 'Share',
    copyLink: 'Copy link',
    email: 'E-mail',
    print: 'Print',
  },
};
