/** Guesses which words of the site a reader meant. */
import leven from 'leven';

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
  const meant = new Map(unknown.map((word) => [word, nearest(fold(word), terms)]));
  const replaced = words.split(/\s+/).map((word) => (meant.has(word) ? meant.get(word) : word));
  return replaced.includes(undefined) ? undefined : replaced.join(' ');
}

function nearest(word: string, terms: readonly string[]): string | undefined {
  const most = word.length < 3 ? 0 : word.length < 5 ? 1 : 2;
  let best: { term: string; distance: number } | undefined;
  for (const term of terms) {
    const folded = fold(term);
    if (Math.abs(folded.length - word.length) > most || folded.length < 3) continue;
    const distance = leven(word, folded);
    if (distance <= most && distance < (best?.distance ?? most + 1)) best = { term, distance };
  }
  return best?.term;
}
