/**
 * Fingerprints of private text, to recognise it in finished files. Two kinds: runs of five words that occur nowhere in
 * public source, and rare tokens (names, hosts, ticket ids, numbers, unusual words) that occur nowhere in it.
 */
import { normalise, normalText } from './normalise.ts';

/** Words in a run. Shorter runs meet ordinary English by chance: 5 gave no false alarm where 3 gave 14 in 275 pages. */
export const runLength = 5;

/** A private text and where it comes from, as `file:line` for the report. */
export interface PrivateText {
  text: string;
  origin: string;
  /** True for names and terms of the policy: they count even as single ordinary words. */
  isTerm?: boolean;
}

export interface Fingerprints {
  /** From a fingerprint to its origin. */
  runs: ReadonlyMap<string, string>;
  tokens: ReadonlyMap<string, string>;
  /** Terms of several words, in normal form. */
  terms: ReadonlyMap<string, string>;
}

export interface Leak {
  kind: 'a run of words' | 'a rare token' | 'a term of the policy';
  origin: string;
}

/**
 * Fingerprints of `privateTexts`, less what `publicTexts` hold. Lower-case words that are in `vocabulary`, the engine's
 * own words, are no tokens; runs and tokens with digits or signs in them count all the same.
 */
export function fingerprint(
  privateTexts: readonly PrivateText[],
  publicTexts: readonly string[],
  vocabulary: ReadonlySet<string>,
): Fingerprints {
  const publicRuns = new Set<string>();
  const publicTokens = new Set<string>();
  for (const text of publicTexts) {
    const normal = normalText(text);
    for (const run of runsOf(wordsOf(normal))) publicRuns.add(run);
    for (const token of tokensOf(normal)) publicTokens.add(token);
  }
  const runs = new Map<string, string>();
  const tokens = new Map<string, string>();
  const terms = new Map<string, string>();
  for (const { text, origin, isTerm } of privateTexts) {
    const normal = normalise(text);
    const words = wordsOf(normal.text);
    for (const run of runsOf(words)) if (!publicRuns.has(run)) add(runs, run, origin);
    for (const token of tokensOf(normal.text)) {
      if (!publicTokens.has(token) && (isRare(token) || (isWord(token) && !vocabulary.has(token))))
        add(tokens, token, origin);
    }
    if (isTerm && words.length > 0 && words.length < runLength) add(terms, words.join(' '), origin);
  }
  return { runs, tokens, terms };
}

/** Leaks in one stretch of visible text; each fingerprint once. */
export function findLeaks(text: string, { runs, tokens, terms }: Fingerprints): Leak[] {
  const normal = normalText(text);
  const words = wordsOf(normal);
  const leaks = new Map<string, Leak>();
  const report = (key: string, kind: Leak['kind'], origin: string | undefined) => {
    if (origin !== undefined) leaks.set(`${kind} ${key}`, { kind, origin });
  };
  for (const run of runsOf(words)) report(run, 'a run of words', runs.get(run));
  for (const token of tokensOf(normal)) report(token, 'a rare token', tokens.get(token));
  for (const run of shortRunsOf(words)) report(run, 'a term of the policy', terms.get(run));
  return [...leaks.values()];
}

/** Words of letters and digits of text in normal form. */
export function wordsOf(normal: string): string[] {
  return normal.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Words, and words joined by signs that ids, hosts, paths and addresses are made of. */
export function tokensOf(normal: string): string[] {
  const joined = normal.match(/[\p{L}\p{N}\p{M}]+(?:[-._@:/#+=~$%&]+[\p{L}\p{N}\p{M}]+)+/gu) ?? [];
  // A long token holds shorter ones: `a-1.b.corp/x` also `a-1.b.corp` and `a-1`.
  const parts = joined.flatMap((token) => [token, ...token.split(/[/:=&#@]+/), ...token.split(/[/:=&#@.]+/)]);
  return [...new Set([...parts, ...wordsOf(normal)])].filter((token) => token !== '');
}

/** Ids, hosts, addresses, long numbers: not a word of any language. */
function isRare(token: string): boolean {
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
function isWord(token: string): boolean {
  return (
    token.length >= 5 && /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]+(?:-[\p{L}\p{N}]+)*$/u.test(token)
  );
}

function* runsOf(words: readonly string[]): Generator<string> {
  for (let index = 0; index + runLength <= words.length; index += 1)
    yield words.slice(index, index + runLength).join(' ');
}

function* shortRunsOf(words: readonly string[]): Generator<string> {
  for (let length = 1; length < runLength; length += 1) {
    for (let index = 0; index + length <= words.length; index += 1) yield words.slice(index, index + length).join(' ');
  }
}

function add(map: Map<string, string>, key: string, origin: string): void {
  if (!map.has(key)) map.set(key, origin);
}
