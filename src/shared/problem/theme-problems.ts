/** The look of a site: files that settings name, and the places that an owner fills. */
import { error } from './catalogue-entry.ts';

export const themeProblems = {
  'theme/no-file': error<{ path: string }>(
    ({ path }) => `There is no plain file \`${path}\`.`,
    () => 'Add the file itself, no link to it, or mend the path.',
  ),
  'theme/wrong-file': error<{ path: string; reason: string }>(
    ({ path, reason }) => `\`${path}\` cannot be used: ${reason}.`,
    () => 'Save the file again in the form that its ending says, or name another.',
  ),
  'theme/elsewhere': error(
    () => 'The stylesheet names another host, imports another stylesheet, or holds data in an address.',
    () => 'Put the file into `public/` and name it by its path; readers’ browsers ask nobody but your site.',
  ),
  'theme/not-in-a-place': error<{ what: string }>(
    ({ what }) => `A place of the theme stands on many pages, and cannot hold ${what}.`,
    () => 'Write plain paragraphs, lists, links and pictures here, and put the rest on a page in `content/pages/`.',
  ),
  'theme/unknown-place': error<{ name: string; known: readonly string[] }>(
    ({ name }) => `\`${name}\` is no place of the theme.`,
    ({ known }) => `Places are ${known.map((place) => `\`${place}.mdx\``).join(', ')}; pictures lie beside them.`,
  ),
};
