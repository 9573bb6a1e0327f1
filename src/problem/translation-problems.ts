/** Translations of postmortems: `index.<language>.mdx` beside `index.mdx`. */
import { error } from './catalogue-entry.ts';

export const translationProblems = {
  'translation/not-listed': error<{ name: string; known: readonly string[] }>(
    ({ name }) => `\`${name}\` looks like a translation, and this site has no language of that name.`,
    ({ known }) =>
      known.length > 0
        ? `Name it ${known.map((language) => `\`index.${language}.mdx\``).join(' or ')}, list the language under \`translations\` in \`content/site.yaml\`, or give it a name that does not begin with \`index.\`.`
        : 'Remove the file, or give it a name that does not begin with `index.`: as it is, nobody would ever see it.',
  ),
};
