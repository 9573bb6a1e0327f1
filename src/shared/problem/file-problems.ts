/** Files, YAML and the schema. */
import { error } from './catalogue-entry.ts';

export const fileProblems = {
  // Files
  'file/not-found': error<{ path: string }>(
    ({ path }) => `There is no \`${path}\`.`,
    () => 'Add the file, or correct the path.',
  ),
  'file/empty': error(
    () => 'The file is empty.',
    () =>
      'A postmortem begins with frontmatter between two lines of `---`. Write `{}` into a YAML file that has no content.',
  ),
  'file/too-large': error<{ bytes: number; limit: number }>(
    ({ bytes, limit }) => `The file has ${bytes} bytes; the limit is ${limit}.`,
    () => 'Shorten the text, or move long logs to an attachment.',
  ),
  'file/not-text': error(
    () => 'The file is not UTF-8 text.',
    () => 'Save it as UTF-8 text, unpack it if it is an archive, or give it the right file extension.',
  ),
  'file/outside': error(
    () => 'The path leads out of its folder, or through a symbolic link.',
    () => 'Put the file itself next to `index.mdx`, and write its name without a folder.',
  ),
  'file/unexpected': error<{ name: string }>(
    ({ name }) => `\`${name}\` is not a file that Candor reads here.`,
    () =>
      'A postmortem is a folder with `index.mdx`, and its images (png, jpg, webp, gif, avif, svg), CSV files, minutes and files for download in it.',
  ),
  'file/line-too-long': error<{ limit: number }>(
    ({ limit }) => `A line is longer than ${limit} characters.`,
    () => 'Break the line.',
  ),
  'import/nothing-found': error<{ format: string }>(
    ({ format }) => `This file contains no incident in the format \`${format}\`.`,
    () => 'Choose another format, or export the file again; `docs/importing.md` describes each format.',
  ),
  'import/empty-folder': error(
    () => 'This folder holds no files of the kind that the format is read from.',
    () => 'Choose the folder that holds the documents, or another format; `docs/importing.md` describes each format.',
  ),
  'import/unreadable': error(
    () =>
      'The file cannot be read: it is damaged, has a password, contains only pictures of text, is not what its extension says, or is too large when unpacked.',
    () => 'Open it with the program that made it, and export it as Markdown or HTML.',
  ),
  // YAML
  'yaml/no-frontmatter': error(
    () => 'The file does not begin with frontmatter.',
    () => 'Begin it with a line `---`, then YAML, then another line `---`.',
  ),
  'yaml/unclosed-frontmatter': error(
    () => 'The frontmatter has no end.',
    () => 'Close it with a line `---`.',
  ),
  'yaml/malformed': error<{ reason: string }>(
    ({ reason }) => `This is not YAML: ${reason}.`,
    () =>
      'Correct the line. Text needs quotes when it begins with `@`, `*` or a quote, contains `: ` or ` #`, or, within `[…]` and `{…}`, a comma.',
  ),
  'yaml/duplicate-key': error<{ key: string }>(
    ({ key }) => `The key \`${key}\` is given twice.`,
    () => 'Keep one of the two.',
  ),
  'yaml/not-allowed': error<{ what: string }>(
    ({ what }) => `Candor does not read YAML ${what}.`,
    () => 'Write the value out in full.',
  ),
  // Schema
  'schema/missing': error<{ key: string; meaning?: string | undefined }>(
    ({ key, meaning }) => `\`${key}\` is missing${meaning ? `: ${lowerFirst(meaning)}` : '.'}`,
    ({ key }) => `Add \`${key}\`.`,
  ),
  'schema/unknown-key': error<{ key: string; nearest?: string | undefined; known: string[] }>(
    ({ key }) => `There is no key \`${key}\` here.`,
    ({ nearest, known }) =>
      nearest
        ? `Did you mean \`${nearest}\`?`
        : `Known keys: ${known.join(', ')}. Text with a comma within \`{…}\` needs quotes; private notes of any kind go under \`internal:\` at the top level.`,
  ),
  'schema/wrong-type': error<{ key: string; expected: string; found: string; remedy?: string | undefined }>(
    ({ key, expected, found }) => `\`${key}\` is ${found}, but must be ${expected}.`,
    ({ expected, remedy }) => remedy ?? `Write ${expected}.`,
  ),
  'schema/wrong-value': error<{ key: string; reason: string; remedy?: string | undefined }>(
    ({ key, reason }) => `\`${key}\`: ${reason}`,
    ({ remedy }) => remedy ?? 'Correct the value.',
  ),
};

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
