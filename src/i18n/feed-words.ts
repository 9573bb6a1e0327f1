/** Words of the feeds and of the page that explains them. */
export const feedWords = {
  all: (site: string) => site,
  allDescription: (organisation: string) => `One entry for each postmortem of ${organisation}.`,
  updates: (site: string) => `${site}: updates`,
  updatesDescription: 'One entry for each postmortem, and one for each correction and update.',
  ofService: (site: string, service: string) => `${site}: ${service}`,
  ofSeverity: (site: string, severity: string) => `${site}: ${severity}`,
  narrowedDescription: (name: string) => `One entry for each postmortem of ${name}.`,
  revisionTitle: (kind: string, title: string) => `${kind}: ${title}`,
  subscribe: 'Subscribe',
  data: 'Data',
  lede: 'Follow by a feed reader: nothing missed, nothing repeated, the whole text in your reader.',
  explain:
    'A feed is an address that you give to a feed reader, such as NetNewsWire, Feedly, newsboat or Thunderbird. It asks the address now and then and shows what is new. There is nothing to sign up for, and nobody learns who reads.',
  whichFormat: 'All three formats hold the same entries. If your reader does not mind, take Atom.',
  feed: 'Feed',
  holds: 'What it holds',
  formats: { atom: 'Atom', rss: 'RSS', json: 'JSON' },
  opml: 'All feeds in one file, to import into a reader (OPML)',
  corrections:
    'A correction changes the text of the entry in place, which most readers do not announce. To be told of corrections, follow the updates as well.',
} as const;
