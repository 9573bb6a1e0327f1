/** Guesses a severity from words that name none. */
import type { SeverityChoice } from '../../shared/incident/match-severity.ts';

/** Words for the gravest and the mildest, which suggest one and say none. */
const gravest = /\b(?:critical|blocker|highest|major[_ ]?outage|sev(?:erity)?[-_ ]?0|p0)\b/i;
const mildest = /\b(?:low|lowest|minor|trivial|notice|cosmetic)\b/i;

/** The likeliest, for a person to confirm; `undefined` where the words say neither the gravest nor the mildest. */
export function suggestSeverity(written: string, severities: readonly SeverityChoice[]): string | undefined {
  const ranked = severities.filter(({ id }) => id !== 'unclassified');
  if (gravest.test(written)) return ranked[0]?.id;
  return mildest.test(written) ? ranked.at(-1)?.id : undefined;
}
