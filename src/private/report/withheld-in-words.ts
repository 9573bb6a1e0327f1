/** How much of a postmortem stays internal, in words: kinds and counts, never what. */
import type { Withheld } from '../publish/count-withheld.ts';

const kindsInWords: Record<keyof Withheld, [one: string, many: string]> = {
  internalParts: ['internal part', 'internal parts'],
  redactedWords: ['redacted passage', 'redacted passages'],
  comments: ['comment', 'comments'],
  timelineRows: ['internal timeline row', 'internal timeline rows'],
  people: ['name in lists of people', 'names in lists of people'],
  minutes: ['file of minutes', 'files of minutes'],
  files: ['file', 'files'],
  tickets: ['ticket', 'tickets'],
  services: ['internal service', 'internal services'],
  tags: ['internal tag', 'internal tags'],
  notes: ['field of internal notes', 'fields of internal notes'],
};

/** One sentence; `nothing` where nothing was withheld. */
export function withheldText(withheld: Withheld | undefined): string {
  const counts = Object.entries(kindsInWords).flatMap(([kind, [one, many]]) => {
    const count = withheld?.[kind as keyof Withheld] ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return `Withheld: ${counts.length === 0 ? 'nothing' : new Intl.ListFormat('en').format(counts)}.`;
}
