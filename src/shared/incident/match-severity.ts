/** Which severity of the site somebody's word means. */

export interface SeverityChoice {
  id: string;
  name: string;
}

/** The severity whose id or name is written, also by its number alone: `SEV-1`, `P1`, `1`. */
export function matchSeverity(written: string | undefined, severities: readonly SeverityChoice[]): string | undefined {
  const wanted = plain(written ?? '');
  if (wanted === '') return undefined;
  const exact = severities.find(({ id, name }) => plain(id) === wanted || plain(name) === wanted);
  const digits = /^(?:sev(?:erity)?|s|p|prio(?:rity)?|level|impact)?(\d+)/.exec(wanted)?.[1];
  return (exact ?? severities.find(({ id }) => digits !== undefined && /\d+/.exec(id)?.[0] === digits))?.id;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
