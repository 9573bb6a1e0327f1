/** How a text reads: blameless language, leftovers, links, structure, and suppressions. Owners configure all but suppressions. */
import { error, hint, warning } from './catalogue-entry.ts';

interface Words {
  words: string;
}

export const proseProblems = {
  // Blameless language
  'language/counterfactual': warning<Words>(
    ({ words }) => `"${words}" describes an incident that did not happen.`,
    () => 'Say what did happen and what made it likely: "the alert stayed silent, because…".',
  ),
  'language/judging': warning<Words>(
    ({ words }) => `"${words}" judges instead of describing.`,
    () => 'Say what was done, and what was known at that time, without judging it.',
  ),
  'language/human-error': warning<Words>(
    ({ words }) => `"${words}" stops the investigation where it becomes useful.`,
    () => 'Say what made the step look right, and why it could have this effect.',
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
    ({ words }) => `\`${words}\` is not explained.`,
    ({ words }) =>
      `Write it out at its first use, "service level objective (${words})", use \`<abbr title="…">\`, or add it to \`glossary\` in \`content/site.yaml\`.`,
  ),
  'text/reading-ease': hint<{ score: number; least: number }>(
    ({ score, least }) => `The story is hard to read: its Flesch reading ease is ${score}, below ${least}.`,
    () => 'Shorten the longest sentences, and choose shorter words.',
  ),
  'text/split-list': warning<Words>(
    ({ words }) => `"${words}" looks like the end of the sentence before it, cut at a comma.`,
    () => 'Within `[…]`, a comma begins a new item: put each item in double quotes, or on its own line.',
  ),
  'text/skipped-heading': warning<{ from: number; to: number }>(
    ({ from, to }) => `A heading of level ${to} follows ${from === 1 ? 'the title' : `one of level ${from}`}.`,
    ({ from }) => `Write it with ${'#'.repeat(from + 1)}; screen reader users navigate by heading levels.`,
  ),
  'text/indented': warning(
    () => 'This line is indented. In Markdown that would make it code; in MDX it is an ordinary paragraph.',
    () => 'Put code between two lines of three backticks; do not indent other text.',
  ),
  'text/empty-section': warning(
    () => 'There is no text below this heading.',
    () => 'Write the section, or remove the heading.',
  ),
  // Links and images
  'links/dead-anchor': warning(
    () => 'This link leads to a heading or part that the page does not have.',
    () =>
      'After the `#`, write the words of a heading in lower case, joined by hyphens; for parts of the page `timeline` and so on, for an action item `action-A1`.',
  ),
  'links/dead-path': warning(
    () => 'This link leads to a page that the site does not have.',
    () => 'Correct the path: postmortems are at `/postmortems/<folder>/`, services at `/services/<id>/`.',
  ),
  'links/undefined-reference': warning<Words>(
    ({ words }) => `Readers will see \`${words}\` literally: it is not defined.`,
    () => 'Add its definition, `[^1]: The note.` or `[label]: https://…`; write `\\[` if you mean the bracket itself.',
  ),
  'links/vague-text': warning<Words>(
    ({ words }) =>
      words === '' ? 'This link has no words.' : `A link that says "${words}" does not say where it leads.`,
    () => 'Name the target in the text of the link: some readers hear only the links of a page.',
  ),
  'image/poor-alt': warning<Words>(
    ({ words }) => `"${words}" does not say what the picture shows.`,
    () => 'Say what a reader would see: "Error rate climbs from 0 to 33 % at 09:12".',
  ),
};

/** What is wrong with a suppression itself. */
export const suppressionProblems = {
  'silence/no-reason': error<{ code: string }>(
    ({ code }) => `This suppression of \`${code}\` gives no reason, and is ignored.`,
    () => 'Write the reason after a colon: `candor-disable-next-line language/judging: the words of a customer`.',
  ),
  'silence/unknown-code': error<{ nearest?: string | undefined }>(
    () => 'This suppression names a check that does not exist.',
    ({ nearest }) => (nearest ? `Did you mean \`${nearest}\`?` : '`docs/checks.md` lists all checks.'),
  ),
  'silence/not-allowed': error<{ code: string }>(
    ({ code }) => `\`${code}\` guards more than style, and cannot be suppressed.`,
    () => 'Fix what it found, and remove this comment.',
  ),
  'silence/unused': warning<{ code: string }>(
    ({ code }) => `This suppression of \`${code}\` suppresses nothing.`,
    () => 'Remove it, or move it to the line before the one it is for.',
  ),
};
