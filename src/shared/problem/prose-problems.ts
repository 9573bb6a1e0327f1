/** How a text reads: blameless language, leftovers, links, structure, and suppressions. Owners configure all but suppressions. */
import { error, hint, warning } from './catalogue-entry.ts';

interface Words {
  words: string;
}

export const proseProblems = {
  // Blameless language
  'language/counterfactual': warning<Words>(
    ({ words }) => `"${words}" tells of an incident that did not happen.`,
    () => 'Say what did happen and what made it likely: "the alert stayed silent, because…".',
  ),
  'language/judging': warning<Words>(
    ({ words }) => `"${words}" judges instead of telling.`,
    () => 'Say what was done and known at that time, without a verdict on it.',
  ),
  'language/human-error': warning<Words>(
    ({ words }) => `"${words}" ends the search where it becomes useful.`,
    () => 'Say what made the step look right, and what let it have this effect.',
  ),
  'language/culprit': warning<Words>(
    ({ words }) => `"${words}" points at a person.`,
    () => 'Make the system the subject: which screen, default, gap or pressure led there.',
  ),
  'language/root-cause': warning<Words>(
    ({ words }) => `"${words}": incidents have several contributing factors.`,
    () => 'Write "contributing factors", or name the one condition you mean.',
  ),
  // Text
  'text/leftover': error<Words>(
    ({ words }) => `\`${words}\` is left over from a template or a draft.`,
    () => 'Fill it in, or remove it; mark code with backticks.',
  ),
  'text/abbreviation': warning<Words>(
    ({ words }) => `Nobody explains \`${words}\`.`,
    ({ words }) =>
      `Write it out where it stands first, "service level objective (${words})", use \`<abbr title="…">\`, or add it to \`glossary\` in \`content/site.yaml\`.`,
  ),
  'text/reading-ease': hint<{ score: number; least: number }>(
    ({ score, least }) => `The story is hard to read: its Flesch reading ease is ${score}, below ${least}.`,
    () => 'Shorten the longest sentences, and take the shorter word.',
  ),
  'text/split-list': warning<Words>(
    ({ words }) => `"${words}" looks like the end of the sentence before it, cut at a comma.`,
    () => 'Within `[…]` a comma begins a new item: put each item between double quotes, or on a line of its own.',
  ),
  'text/skipped-heading': warning<{ from: number; to: number }>(
    ({ from, to }) => `A heading of level ${to} follows ${from === 1 ? 'the title' : `one of level ${from}`}.`,
    ({ from }) => `Write it with ${'#'.repeat(from + 1)}; screen readers move by levels.`,
  ),
  'text/indented': warning(
    () => 'This line is far to the right: elsewhere that makes it code, here it is an ordinary paragraph.',
    () => 'Put code between two lines of three backticks; begin other text at the margin.',
  ),
  'text/empty-section': warning(
    () => 'Nothing stands below this heading.',
    () => 'Write what belongs there, or remove the heading.',
  ),
  // Links and images
  'links/dead-anchor': warning(
    () => 'This link leads to a heading or part that the page does not have.',
    () =>
      'Behind the `#` write the words of a heading in small letters, joined by hyphens; `timeline` and the like for parts of the page, `action-A1` for an action item.',
  ),
  'links/dead-path': warning(
    () => 'This link leads to a page that the site does not have.',
    () => 'Mend the path; postmortems are at `/postmortems/<folder>/`, services at `/services/<id>/`.',
  ),
  'links/undefined-reference': warning<Words>(
    ({ words }) => `Readers see \`${words}\` as it stands: nothing defines it.`,
    () => 'Add its definition, `[^1]: The note.` or `[label]: https://…`; write `\\[` where you mean the bracket.',
  ),
  'links/vague-text': warning<Words>(
    ({ words }) =>
      words === '' ? 'This link has no words.' : `A link that says "${words}" does not say where it leads.`,
    () => 'Let the words of the link name its target; some readers hear the links alone.',
  ),
  'image/poor-alt': warning<Words>(
    ({ words }) => `"${words}" does not tell what the picture shows.`,
    () => 'Say what a reader would see: "Error rate climbs from 0 to 33 % at 09:12".',
  ),
};

/** What is wrong with a suppression itself. */
export const suppressionProblems = {
  'silence/no-reason': error<{ code: string }>(
    ({ code }) => `This silence of \`${code}\` gives no reason, and is not heard.`,
    () => 'Write the reason behind a colon: `candor-disable-next-line language/judging: the words of a customer`.',
  ),
  'silence/unknown-code': error<{ nearest?: string | undefined }>(
    () => 'This silence names a check that does not exist.',
    ({ nearest }) => (nearest ? `Did you mean \`${nearest}\`?` : '`docs/checks.md` lists all of them.'),
  ),
  'silence/not-allowed': error<{ code: string }>(
    ({ code }) => `\`${code}\` guards more than style, and cannot be silenced on a line.`,
    () => 'Mend what it found, and remove this comment.',
  ),
  'silence/unused': warning<{ code: string }>(
    ({ code }) => `This silence of \`${code}\` silences nothing.`,
    () => 'Remove it, or move it to the line before the one that it is about.',
  ),
};
