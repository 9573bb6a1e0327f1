/** A severity among the words of a search: `Severity 1` means the severity, and not every page with a 1. */

/** Takes the name of one of `severities` out of `words`, in any case; the longest where several stand in them. */
export function readSeverity(
  words: string,
  severities: readonly string[],
): { words: string; severity: string | undefined } {
  const spaced = ` ${words.toLowerCase()} `;
  const [severity] = severities
    .filter((name) => name !== '' && spaced.includes(` ${name.toLowerCase()} `))
    .sort((a, b) => b.length - a.length);
  if (severity === undefined) return { words, severity };
  const at = spaced.indexOf(` ${severity.toLowerCase()} `);
  const rest = `${words.slice(0, at)} ${words.slice(at + severity.length)}`;
  return { words: rest.trim().replace(/\s+/g, ' '), severity };
}
