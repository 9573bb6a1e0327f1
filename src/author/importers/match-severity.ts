/** Which severity of the site a source means. */

export interface SeverityChoice {
  id: string;
  name: string;
}

/** Words for the gravest and the mildest, which suggest one and say none. */
const gravest = /\b(?:critical|blocker|highest|major[_ ]?outage|sev(?:erity)?[-_ ]?0|p0)\b/i;
const mildest = /\b(?:low|lowest|minor|trivial|notice|cosmetic)\b/i;

/** The severity whose id or name the source names, also by its number alone: `SEV-1`, `P1`, `1`. */
export function matchSeverity(written: string | undefined, severities: readonly SeverityChoice[]): string | undefined {
  const wanted = plain(written ?? '');
  if (wanted === '') return undefined;
  const exact = severities.find(({ id, name }) => plain(id) === wanted || plain(name) === wanted);
  const digits = /^(?:sev(?:erity)?|s|p|prio(?:rity)?|level|impact)?(\d+)/.exec(wanted)?.[1];
  return (exact ?? severities.find(({ id }) => digits !== undefined && /\d+/.exec(id)?.[0] === digits))?.id;
}

/** The likeliest, for a person to confirm; `undefined` where the words say neither the gravest nor the mildest. */
export function suggestSeverity(written: string, severities: readonly SeverityChoice[]): string | undefined {
  const ranked = severities.filter(({ id }) => id !== 'unclassified');
  if (gravest.test(written)) return ranked[0]?.id;
  return mildest.test(written) ? ranked.at(-1)?.id : undefined;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
