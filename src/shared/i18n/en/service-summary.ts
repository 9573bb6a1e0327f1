/** Words of badges and embeds: how a service stands. */
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('en');

export const serviceSummary = {
  available: (percent: string, year: string) => `${percent} available in ${year}`,
  availableSince: (percent: string, date: string) => `${percent} available since ${date}`,
  notKnown: (year: string) => `availability in ${year} not known`,
  daysSince: (count: number, n: string, severity: string) =>
    plural(count, { one: `${n} day since ${severity}`, other: `${n} days since ${severity}` }),
  ongoing: (severity: string) => `${severity} ongoing`,
  never: (severity: string) => `No ${severity} on record`,
  note: 'Counted from the published postmortems alone.',
  latest: 'Latest postmortem',
  none: 'None so far.',
  elsewhere: 'Embed this',
  elsewhereNote: 'A badge and an embeddable widget. Both update when this site is rebuilt, and show the date.',
  badgeSource: 'Badge, in Markdown',
  frameSource: 'Frame, in HTML',
  title: (service: string) => `${service}: current standing`,
};
