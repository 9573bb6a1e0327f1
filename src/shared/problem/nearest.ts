/** Guesses the word that was meant. */
import leven from 'leven';

/** The known word nearest to `word`, when a slip of the keyboard explains the difference. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const rows = known.map((candidate) => ({ candidate, folded: candidate.toLowerCase() }));
  return nearestWithin(word.toLowerCase(), rows, word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3)));
}

/** The candidate whose folded form differs in the fewest letters, `most` at most; of equals the first. */
export function nearestWithin(
  word: string,
  known: readonly { candidate: string; folded: string }[],
  most: number,
): string | undefined {
  let best: { candidate: string; distance: number } | undefined;
  for (const { candidate, folded } of known) {
    if (Math.abs(folded.length - word.length) > most) continue;
    const distance = leven(word, folded);
    if (distance <= most && distance < (best?.distance ?? most + 1)) best = { candidate, distance };
  }
  return best?.candidate;
}
