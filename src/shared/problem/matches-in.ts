/** All matches of a global expression, in order. */

/** The same as `[...text.matchAll(pattern)]`, several times faster where there is none, as nearly everywhere. */
export function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  return text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)];
}
