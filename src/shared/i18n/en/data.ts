/** Words of what programs read: the page that explains the data, and the list for language models. */
export const data = {
  title: 'Data',
  lede: 'Everything here is also available as data, at stable addresses.',
  field: 'Field',
  meaning: 'What it holds',
  optional: (meaning: string) => `${meaning} May be absent.`,
  /** Above a page that is in English on a site in another language. */
  inEnglish: 'This page is in English.',
  postmortems: 'Postmortems',
  allPostmortems: 'All postmortems',
  fields: 'What the fields mean',
};
