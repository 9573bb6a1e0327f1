/** Words of what stands around postmortems: navigation, lists, search. */
import { type PluralForms, pluralsOf } from '../plurals.ts';

const plural = pluralsOf('en');

export const site = {
  skipToContent: 'Skip to content',
  internalBanner: 'Internal edition',
  internalBannerNote: 'Contains confidential information. Do not share outside the company.',
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
    readingTheFigures: 'How we measure',
    footer: 'About this site',
  },

  /** Of one site in several languages. */
  translation: {
    languages: 'Languages',
    missing: 'This postmortem has not been translated yet. Its story is shown in the language it was written in.',
    original: (language: string) => `Read the original (${language})`,
    corrected: (date: string) => `The original was corrected on ${date}, after this translation was made.`,
    changed: (date: string) => `The original was changed on ${date}, after this translation was made.`,
  },

  home: {
    intro: (organisation: string) =>
      `These are the postmortems of ${organisation}. Each says what happened, who was affected and for how long, and what is being done so that it does not happen again.`,
    searchLabel: 'Search postmortems',
    searchButton: 'Search',
    latest: 'Latest postmortems',
    all: (count: string) => `All ${count} postmortems`,
    byService: 'By service',
    byYear: 'By year',
    bySeverity: 'By severity',
  },

  list: {
    pages: 'Pages of this list',
    none: 'There are no postmortems here yet.',
    count: (count: number, formatted: string) =>
      `${formatted} ${plural(count, { one: 'postmortem', other: 'postmortems' })}`,
    lasted: (duration: string) => `Lasted ${duration}`,
    /** Beside a postmortem of which it is not known when its incident began. */
    logged: (date: string) => `Detected ${date}`,
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
    agreements: 'Service levels (SLA)',
    noAgreements: 'This service has no published SLA.',
    postmortems: 'Postmortems',
    since: (date: string) => `In service since ${date}.`,
    internal: 'Internal service',
    months: 'Impact by month',
    noImpact: 'No impact',
    withoutImpact: (clean: string, all: string) => `No impact in ${clean} of ${all} months.`,
    notBegun: 'Before it began',
    otherGroup: 'Other services',
    openPromises: (count: number, n: string) =>
      plural(count, { one: `${n} open promise`, other: `${n} open promises` }),
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
    button: 'Search',
    filters: 'Filters',
    moreFilters: 'More filters',
    any: 'Any',
    sort: 'Sort by',
    noScript: 'Searching needs JavaScript, which is switched off here. Every postmortem can be reached without it:',
    noScriptArchive: 'the archive, by year',
    noScriptTags: 'the tags',
    noScriptServices: 'the services',
    more: 'Show more',
    older: 'Search older postmortems',
    clear: 'Clear filters',
    filterNames: {
      service: 'Service',
      severity: 'Severity',
      year: 'Year',
      tag: 'Tag',
      agreement: 'SLA',
      detection: 'Detected by',
    },
    keys: 'Press / on any page to search, ↓ to move to the results.',
    useKey: 'Use the / key',
    sortNames: { relevance: 'Best match', newest: 'Newest', longest: 'Longest', users: 'Most users affected' },
    /** By plural category of the number, for which `#` stands. */
    found: { one: '# postmortem found.', other: '# postmortems found.' } as PluralForms,
    /** Behind the number found, while there is more to search. */
    notOlder: 'Older postmortems not searched yet.',
    /** `#` stands for what was looked for. */
    none: 'No results for “#”. Check the spelling, or clear the filters.',
    /** `#` stands for the word that is searched instead. */
    closest: 'No exact match. Closest: “#”.',
    empty: 'No postmortems have been published yet.',
    searching: 'Searching …',
    failed: 'The search could not be loaded. The archive lists every postmortem.',
  },
};
