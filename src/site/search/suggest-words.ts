/** Guesses which words of the site a reader meant. */
import { nearestWithin } from '../../shared/problem/nearest.ts';

/** As words are compared: without case, accents and signs. */
export function fold(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * `words` with each of `unknown` replaced by the nearest of `terms`, of which equals come in their order; `undefined` where
 * one has none that a slip of the pen explains.
 */
export function suggestWords(words: string, unknown: readonly string[], terms: readonly string[]): string | undefined {
  const known = terms
    .map((candidate) => ({ candidate, folded: fold(candidate) }))
    .filter(({ folded }) => folded.length > 2);
  const meant = new Map(unknown.map((word) => [word, nearestWithin(fold(word), known, mostSlips(fold(word)))]));
  const replaced = words.split(/\s+/).map((word) => (meant.has(word) ? meant.get(word) : word));
  return replaced.includes(undefined) ? undefined : replaced.join(' ');
}

/** Few, so that what is suggested is right. */
function mostSlips(word: string): number {
  return word.length < 3 ? 0 : word.length < 5 ? 1 : 2;
}
