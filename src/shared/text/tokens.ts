/** Tokens of a text: words, and what is written without spaces, such as ids, hosts, paths and numbers. */
import { wordsOf } from './word-scanner.ts';

/** Words, and words joined by signs that ids, hosts, paths and addresses are made of. */
export function tokensOf(normal: string): string[] {
  const joined =
    normal.match(/(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}]+(?:[-._@:/#+=~$%&]+[\p{L}\p{N}\p{M}]+)+/gu) ?? [];
  // A long token holds shorter ones: `a-1.b.corp/x` also `a-1.b.corp` and `a-1`.
  const parts = joined.flatMap((token) => [token, ...token.split(/[/:=&#@]+/), ...token.split(/[/:=&#@.]+/)]);
  return [...new Set([...parts, ...wordsOf(normal)])].filter((token) => token !== '');
}

/** Ids, hosts, addresses, long numbers: not a word of any language. */
export function isRare(token: string): boolean {
  const hasDigit = /\p{N}/u.test(token);
  const hasLetter = /\p{L}/u.test(token);
  if (hasDigit && !hasLetter) return token.replace(/[^\p{N}]/gu, '').length >= 5 && !isDateOrTime(token);
  if (hasDigit)
    return (
      token.length >= 5 && !isDateOrTime(token) && !/^\d+(?:px|em|rem|ms|kb|mb|gb|min|rd|th|st|nd|am|pm)$/.test(token)
    );
  return token.length >= 6 && /[._@]/.test(token);
}

/** Moments are written in every timeline. */
function isDateOrTime(token: string): boolean {
  return (
    /^\d{4}-\d{2}(?:-\d{2})?(?:t[\d:.]*(?:z|[+-][\d:]*)?)?$/.test(token) ||
    /^\d{1,2}:\d{2}(?::\d{2})?z?$/.test(token) ||
    /^\d{2}t\d{2}/.test(token)
  );
}

/** A single word long enough to be recognised, in a script that writes words apart. */
export function isWord(token: string): boolean {
  return (
    token.length >= 5 && /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]+(?:-[\p{L}\p{N}]+)*$/u.test(token)
  );
}
