/** The look of a site: files that settings name, and the places that an owner fills. */
import { error } from './catalogue-entry.ts';

export const themeProblems = {
  'theme/no-file': error<{ path: string }>(
    ({ path }) => `There is no file \`${path}\`.`,
    () => 'Add the file itself, not a link to it, or correct the path.',
  ),
  'theme/wrong-file': error<{ path: string; reason: string }>(
    ({ path, reason }) => `\`${path}\` cannot be used: ${reason}.`,
    () => 'Save the file again in the format of its extension, or name another.',
  ),
  'theme/elsewhere': error(
    () => 'The stylesheet names another host, imports another stylesheet, or holds data in an address.',
    () => 'Put the file into `public/` and refer to it by its path: browsers of readers load nothing from other sites.',
  ),
  'theme/not-in-a-place': error<{ what: string }>(
    ({ what }) => `A theme slot is shown on many pages, and cannot contain ${what}.`,
    () => 'Write plain paragraphs, lists, links and pictures here, and put the rest on a page in `content/pages/`.',
  ),
  'theme/unknown-place': error<{ name: string; known: readonly string[] }>(
    ({ name }) => `\`${name}\` is not a theme slot.`,
    ({ known }) => `Slots are ${known.map((place) => `\`${place}.mdx\``).join(', ')}; pictures go next to them.`,
  ),
};
