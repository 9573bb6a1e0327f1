/** Private text. No sentence here may carry it: kind, place and length only. */
import { error, warning } from './catalogue-entry.ts';

export const redactionProblems = {
  'redaction/unaccounted': error<{ name: string }>(
    ({ name }) =>
      `A \`<${name}>\` mark stands where it marks nothing: in code, an attribute, an image text, a file that is published as it is, or crossing another element.`,
    () =>
      'Open and close it around whole words or whole blocks; write the name without `<` where you only mean the word.',
  ),
  'redaction/reaches-inside': error<{ what: string }>(
    ({ what }) => `Public text uses ${what} that is defined in internal text only.`,
    () => 'Move the definition out of the internal text, or the use into it.',
  ),
  'redaction/interferes': error(
    () => 'The internal text here changes how the public text around it is read.',
    () =>
      'Put marks that pair, such as `*`, `~~`, `[` and `]`, wholly inside the internal text or wholly outside, and links not within links.',
  ),
  'redaction/private-text': error<{ kind: string; length: number }>(
    ({ kind, length }) => `Here is private text: ${kind}, ${length} characters.`,
    () =>
      'Remove it, mark it with `<Internal>`, write `@handle` for a person, or allow it with a reason in `content/redaction.yaml`.',
  ),
  'redaction/internal-elsewhere': error<{ kind: string; length: number }>(
    ({ kind, length }) => `Here is what is internal elsewhere: ${kind}, ${length} characters.`,
    () =>
      'Remove it here, mark it with `<Internal>`, or, where it may be public, allow it with a reason in `content/redaction.yaml`.',
  ),
  'redaction/perhaps-internal': warning<{ kind: string; length: number }>(
    ({ kind, length }) => `Here are the same words as elsewhere in internal text: ${kind}, ${length} characters.`,
    () =>
      'Where the same is meant, mark it with `<Internal>`; where it may be public, allow it with a reason in `content/redaction.yaml`.',
  ),
  'redaction/ordinary-name': warning<{ length: number }>(
    ({ length }) => `A word here, ${length} characters, is also part of the name of somebody who may not be named.`,
    () =>
      'Where the person is meant, write `@handle`. Where only the word is, write `match: full` and `because: …` at that person in `content/people.yaml`: then the full name alone counts.',
  ),
  'public/refused': error(
    () => 'This file cannot be copied: it is a link or a device, or has the name of a file that Candor writes.',
    () => 'Rename it, or put the file itself in the place of the link.',
  ),
  'public/hidden': error(
    () => 'A file or folder whose name begins with a dot is not published.',
    () => 'Rename it or take it away. Only `.well-known/`, `.nojekyll` and `.htaccess` are published as they are.',
  ),
  'public/unknown-kind': error<{ sha256: string }>(
    () => 'Candor cannot take a file of this kind apart, and so cannot search it.',
    ({ sha256 }) =>
      `Publish a format that it knows (docs/site.md lists them), or look through the file and name it under \`files\` in \`content/redaction.yaml\`, with \`sha256: ${sha256}\`.`,
  ),
  'public/unreadable': error<{ reason: string }>(
    ({ reason }) => `This file cannot be searched for private text: ${reason}.`,
    () =>
      'Save it anew, without what is not needed, or look through it and name it under `files` in `content/redaction.yaml`.',
  ),
  'public/too-much': error<{ characters: number; limit: number; largest: readonly string[] }>(
    ({ characters, limit, largest }) =>
      `The texts in \`public/\` come to ${characters} characters and more; the limit is ${limit}. The largest are ${largest.map((file) => `\`${file}\``).join(', ')}.`,
    () => 'Put large files on another host and link to them.',
  ),
  'public/other-bytes': error<{ path: string; sha256: string }>(
    ({ path }) => `\`${path}\` has other bytes than this exception names.`,
    ({ sha256 }) => `Look through the file again, then write \`sha256: ${sha256}\`.`,
  ),
  'public/no-file': error<{ path: string }>(
    ({ path }) => `There is no \`${path}\`, which this exception names.`,
    () => 'Remove the exception, or mend its path.',
  ),
  'gate/leak': error<{ kind: string; origin: string }>(
    ({ kind, origin }) => `This file would publish private text from ${origin}: ${kind}.`,
    () =>
      'Remove it from what is public, mark it, or allow the exact words with a reason in `content/redaction.yaml`. Nothing was published.',
  ),
  'gate/unreadable': error<{ reason: string }>(
    ({ reason }) => `This file cannot be checked for private text: ${reason}.`,
    () => 'Remove the file, or replace it by one that can be read. Nothing was published.',
  ),
  'redaction/policy': error<{ reason: string }>(
    ({ reason }) => `The policy cannot be used: ${reason}.`,
    () => 'Mend it; nothing is published without a policy.',
  ),
  'export/differs': error(
    () => 'The copy of this would not be published as the original is.',
    () => 'Write the passage around internal text more plainly. Nothing was exported.',
  ),
};
