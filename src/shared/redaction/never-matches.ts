/** Regular expressions that can find nothing in normal form, which is one line of lower-case text with single spaces. */

export interface Never {
  /** Completes "This pattern can never match, for …". */
  because: string;
  remedy: string;
}

/** Told by how `pattern` is written, in RE2 syntax; `undefined` where it may match, or nobody can tell. */
export function neverMatches(pattern: string): Never | undefined {
  const affirmed = pattern.replace(/\\\\/g, 'x').replace(/\[\^[^\]]*\]/g, 'x');
  if (/\\[nrtfv]|\\x0[0-9a-f]|\\x\{0*[0-9a-f]\}| {2}/.test(affirmed))
    return {
      because: 'text is compared with single spaces, and without line ends and tabs',
      remedy: 'Write one space, or `\\s`, for white space of any kind.',
    };
  const bare = withoutDetails(pattern);
  if (/\(\?[a-z]*-[a-z]*i/i.test(pattern) && /[A-Z]/.test(pattern.replace(/\\.|\(\?[A-Za-z-]+[:)]/g, '')))
    return { because: 'text is compared in lower case', remedy: 'Leave `-i` out: case is ignored.' };
  if (/[^(|^*?]\^|\$[^)|$*?{]/.test(bare))
    return {
      because: 'something stands before its begin or behind its end',
      remedy: 'Write `^` first and `$` last, or `\\^` and `\\$` for the signs themselves.',
    };
  if (/^(?:[\^$()|]|[^\\]\{0(?:,0)?\})*$/.test(bare))
    return { because: 'nothing of it stands for a character', remedy: 'Write what is to be found.' };
  return undefined;
}

/** Classes and escapes as one letter, groups as brackets alone, borders of words as nothing. */
function withoutDetails(pattern: string): string {
  return pattern
    .replace(/\\(?:[pPx]\{[^{}]*\}|[\s\S])/g, (written) => (/^\\[bBAz]$/.test(written) ? '' : 'x'))
    .replace(/\[\^?\]?[^\]]*\]/g, 'x')
    .replace(/\(\?(?:P?<\w*>|[A-Za-z-]*:|[A-Za-z-]+\))/g, (group) => (group.endsWith(')') ? '' : '('));
}
