/** Translations of postmortems: `index.<language>.mdx` beside `index.mdx`. */
import { error } from './catalogue-entry.ts';

export const translationProblems = {
  'translation/not-listed': error<{ name: string; known: readonly string[] }>(
    ({ name }) => `\`${name}\` looks like a translation, but the site does not have that language.`,
    ({ known }) =>
      known.length > 0
        ? `Name it ${known.map((language) => `\`index.${language}.mdx\``).join(' or ')}, or add its language to \`translations\` in \`content/site.yaml\`.`
        : 'Add its language to `translations` in `content/site.yaml`, or give it a name that does not begin with `index.`.',
  ),
  'translation/fact': error<{ key: string }>(
    ({ key }) => `\`${key}\` is a fact; a translation contains only texts.`,
    () => 'Remove it: facts are recorded once, in `index.mdx`, and shown in every language.',
  ),
  'translation/no-counterpart': error<{ key: string }>(
    ({ key }) => `There is nothing in the public postmortem that \`${key}\` could translate.`,
    () =>
      'Remove it, or identify the row as in `index.mdx`: by `at`, `id`, `url` or `team`. Internal text needs no translation.',
  ),
  'translation/count': error<{ key: string; original: number; translated: number }>(
    ({ key, original, translated }) =>
      `\`${key}\` has ${translated} items here and ${original} in the public original, so they cannot be matched.`,
    ({ key }) =>
      `Translate all of them, or none: without \`${key}\`, readers see those of the original, marked as such.`,
  ),
  'translation/unused': error<{ known: readonly string[] }>(
    () => 'These words are in a language that this site does not have.',
    ({ known }) =>
      known.length > 0
        ? `Use ${known.join(' or ')}, or add the language to \`translations\` in \`content/site.yaml\`.`
        : 'Add the language to `translations` in `content/site.yaml`, or remove the words.',
  ),
  'translation/no-story': error(
    () => 'The original has a story, but this translation has none.',
    () => 'Translate it too, or remove the file: readers then see the original, with a note.',
  ),
};
