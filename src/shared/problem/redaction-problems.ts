/** Private text. No sentence here may carry it: kind, place and length only. */
import { error, warning } from './catalogue-entry.ts';

/** Kinds of finds that are not private themselves: what stands beside them is. */
export const saidInternal = {
  mark: 'a mark for internal text that means nothing here',
  words: 'words that say that it is internal',
} as const;
const besideInternal: ReadonlySet<string> = new Set(Object.values(saidInternal));

export const redactionProblems = {
  'redaction/unaccounted': error<{ name: string }>(
    ({ name }) =>
      `This \`<${name}>\` has no effect here: it is in code, in an attribute, in the text of an image, in a file that is published unchanged, or overlaps another element.`,
    () => 'Open and close it around complete words or blocks. If you only mean the word, write it without `<`.',
  ),
  'redaction/other-mark': error<{ what: string }>(
    ({ what }) => `This ${what} makes nothing internal: the text beside it is published.`,
    () => 'Put what is internal between `<Internal>` and `</Internal>`.',
  ),
  'redaction/reaches-inside': error<{ what: string }>(
    ({ what }) => `Public text uses ${what} that is only defined in internal text.`,
    () => 'Move the definition out of the internal text, or the use into it.',
  ),
  'redaction/interferes': error(
    () => 'The internal text here changes how the public text around it is read.',
    () =>
      'Keep pairs such as `*…*`, `~~…~~` and `[…]` completely inside the internal text or completely outside, and do not put links within links.',
  ),
  'redaction/private-text': error<{ kind: string; length: number }>(
    ({ kind, length }) => `Private text: ${kind}, ${length} characters.`,
    ({ kind }) =>
      besideInternal.has(kind)
        ? 'Put what it is about between `<Internal>` and `</Internal>`. If that is public, leave these words out, or allow them with a reason in `content/redaction.yaml`.'
        : 'Remove it, mark it with `<Internal>`, write `@handle` for a person, or allow it with a reason in `content/redaction.yaml`.',
  ),
  'redaction/internal-elsewhere': error<{ kind: string; length: number }>(
    ({ kind, length }) => `This text is internal elsewhere: ${kind}, ${length} characters.`,
    () =>
      'Remove it here, mark it with `<Internal>`, or, if it may be public, allow it with a reason in `content/redaction.yaml`.',
  ),
  'redaction/perhaps-internal': warning<{ kind: string; length: number }>(
    ({ kind, length }) => `These words are also in internal text elsewhere: ${kind}, ${length} characters.`,
    () =>
      'If they mean the same, mark them with `<Internal>`. If they may be public, allow them with a reason in `content/redaction.yaml`.',
  ),
  'redaction/ordinary-name': warning<{ length: number }>(
    ({ length }) => `A word of ${length} characters is also part of the name of a person who must not be named.`,
    () =>
      'If you mean the person, write `@handle`. If you mean the word, add `match: full` and `because: …` to that person in `content/people.yaml`: then only the full name counts.',
  ),
  'public/refused': error(
    () => 'This file cannot be copied: it is a link or a device, or has the name of a file that Candor writes.',
    () => 'Rename it, or replace the link by the file itself.',
  ),
  'public/hidden': error(
    () => 'A file or folder whose name begins with a dot is not published.',
    () => 'Rename or remove it. Only `.well-known/`, `.nojekyll` and `.htaccess` are published.',
  ),
  'public/unknown-kind': error<{ sha256: string }>(
    () => 'Candor cannot read files of this kind, and so cannot search them for private text.',
    ({ sha256 }) =>
      `Use a format that it can read (docs/site.md lists them), or review the file yourself and list it under \`files\` in \`content/redaction.yaml\`, with \`sha256: ${sha256}\`.`,
  ),
  'public/unreadable': error<{ reason: string }>(
    ({ reason }) => `This file cannot be searched for private text: ${reason}.`,
    () =>
      'Save it again without anything unnecessary, or review it yourself and list it under `files` in `content/redaction.yaml`.',
  ),
  'public/too-much': error<{ characters: number; limit: number; largest: readonly string[] }>(
    ({ characters, limit, largest }) =>
      `The texts in \`public/\` have more than ${characters} characters in total; the limit is ${limit}. The largest are ${largest.map((file) => `\`${file}\``).join(', ')}.`,
    () => 'Put large files on another host and link to them.',
  ),
  'public/other-bytes': error<{ path: string; sha256: string }>(
    ({ path }) => `\`${path}\` has changed since this exception was written.`,
    ({ sha256 }) => `Review the file again, then write \`sha256: ${sha256}\`.`,
  ),
  'public/no-file': error<{ path: string }>(
    ({ path }) => `There is no \`${path}\`, which this exception names.`,
    () => 'Remove the exception, or correct its path.',
  ),
  'gate/leak': error<{ kind: string; origin: string }>(
    ({ kind, origin }) => `This file would publish private text from ${origin}: ${kind}.`,
    () =>
      'Remove it from the public text, mark it as internal, or allow the exact words with a reason in `content/redaction.yaml`. Nothing was published.',
  ),
  'gate/unreadable': error<{ reason: string }>(
    ({ reason }) => `This file cannot be checked for private text: ${reason}.`,
    () => 'Remove the file, or replace it with one that can be read. Nothing was published.',
  ),
  'redaction/policy': error<{ reason: string }>(
    ({ reason }) => `The redaction policy cannot be used: ${reason}.`,
    () => 'Correct it: nothing is published without a policy.',
  ),
  'export/differs': error(
    () => 'The exported copy of this would not publish the same text as the original.',
    () => 'Simplify the passage around the internal text. Nothing was exported.',
  ),
};
