/** Guesses the word an author meant. */
import leven from 'leven';

/** The known word nearest to `word`, when a slip of the keyboard explains the difference. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const rows = known.map((candidate) => ({ candidate, distance: leven(word.toLowerCase(), candidate.toLowerCase()) }));
  const best = rows.sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= (word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3)))
    ? best.candidate
    : undefined;
}
