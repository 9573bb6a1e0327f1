/** What the search page filters and sorts by, in the order in which it shows them. */
export const filterNames = ['service', 'severity', 'year', 'tag', 'agreement', 'detection'] as const;
/** Those that are always in sight; the others are behind a button. */
export const firstFilterNames = filterNames.slice(0, 3);
export const sortNames = ['newest', 'longest', 'users'] as const;
/** What is known of a result beside its text, and searched with it. */
export const metadataNames = [
  'date',
  'severity',
  'id',
  'earlier',
  'tags',
  'services',
  'grade',
  'lasted',
  'state',
] as const;
/** Orders other than that in which the shards of a large site stand. */
export const figureNames = ['longest', 'users'] as const;
