/** Translations of postmortems: `index.<language>.mdx` beside `index.mdx`. */
import { error } from './catalogue-entry.ts';

export const translationProblems = {
  'translation/not-listed': error<{ name: string; known: readonly string[] }>(
    ({ name }) => `\`${name}\` looks like a translation, and this site has no such language.`,
    ({ known }) =>
      known.length > 0
        ? `Name it ${known.map((language) => `\`index.${language}.mdx\``).join(' or ')}, or add its language to \`translations\` in \`content/site.yaml\`.`
        : 'Add its language to `translations` in `content/site.yaml`, or give it a name that does not begin with `index.`.',
  ),
  'translation/fact': error<{ key: string }>(
    ({ key }) => `\`${key}\` is a fact, and a translation holds texts only.`,
    () => 'Remove it: facts are recorded once, in `index.mdx`, and shown in every language.',
  ),
  'translation/no-counterpart': error<{ key: string }>(
    ({ key }) => `The public postmortem has nothing that \`${key}\` could be the translation of.`,
    () =>
      'Remove it, or name the row as `index.mdx` does: by `at`, `id`, `url` or `team`. What is internal there needs no translation.',
  ),
  'translation/count': error<{ key: string; original: number; translated: number }>(
    ({ key, original, translated }) =>
      `\`${key}\` has ${translated} here, and ${original} in the public original: which is which cannot be said.`,
    ({ key }) => `Translate all of them, or none: without \`${key}\`, readers see the original's, marked as such.`,
  ),
  'translation/unused': error<{ known: readonly string[] }>(
    () => 'These words are in a language that this site does not have.',
    ({ known }) =>
      known.length > 0
        ? `Use ${known.join(' or ')}, or add the language to \`translations\` in \`content/site.yaml\`.`
        : 'Add the language to `translations` in `content/site.yaml`, or remove the words.',
  ),
  'translation/no-story': error(
    () => 'The original has a story, and this translation has none.',
    () => 'Translate it too, or remove the file: readers then see the original, and are told.',
  ),
};
