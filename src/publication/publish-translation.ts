/** One translation of a postmortem: its texts pass the same locks as those of the original, and take the original's facts. */

import { type Postmortem, postmortemSchema } from '../incident/postmortem-schema.ts';
import { publicPostmortemSchema } from '../incident/public-postmortem.ts';
import { translationSchema } from '../incident/translation-schema.ts';
import { findBadCharacters } from '../markdown/bad-characters.ts';
import { listResources } from '../markdown/list-resources.ts';
import { readStory } from '../markdown/read-story.ts';
import { renderStory } from '../markdown/render-story.ts';
import { createProblem, hasErrors, type Place, type Problem } from '../problem/problem.ts';
import type { PrivateTextFinder } from '../redaction/find-private-text.ts';
import { splitFrontmatter } from '../source/frontmatter.ts';
import type { TranslationFile } from '../source/read-postmortem.ts';
import { checkSchema, knownKeysAt } from '../source/schema-problems.ts';
import { parseYaml, type YamlDocument } from '../source/yaml-document.ts';
import type { AssembledPostmortem } from './assemble-postmortem.ts';
import { checkSecrets } from './check-secrets.ts';
import { checkStyle, linksOf } from './check-style.ts';
import { contextInLanguage } from './context-in-language.ts';
import { prepareResources } from './prepare-resources.ts';
import type { PublicationContext } from './publication-context.ts';
import { createTextReader } from './text-checks.ts';
import { translateTexts } from './translate-texts.ts';
import type { PostmortemSource, TranslationOutcome } from './types.ts';

export interface TranslationOptions {
  source: PostmortemSource;
  /** The original as its author wrote it, and what is public of it. */
  postmortem: Postmortem;
  original: AssembledPostmortem;
  hasStory: boolean;
  context: PublicationContext;
  findPrivateText: PrivateTextFinder;
}

export async function publishTranslation(
  { language, file, text }: TranslationFile,
  options: TranslationOptions,
): Promise<TranslationOutcome> {
  const { source, postmortem, original, findPrivateText } = options;
  const refuse = (...problems: Problem[]): TranslationOutcome => ({
    problems,
    silences: [],
    links: [],
    marks: { text: '', comments: 0 },
    images: [],
  });
  const context = contextInLanguage(options.context, language);
  const { edition, policy, words, base, pageBase } = context;
  const bad = findBadCharacters(text, file);
  if (bad.length > 0) return refuse(...bad);
  const split = splitFrontmatter(text, file);
  if ('code' in split) return refuse(split);
  const yaml = parseYaml(split.yaml, file, split.yamlLine);
  const body = '\n'.repeat(split.bodyLine - 1) + split.body;
  const placeAt = ({ line, column }: { line: number; column: number }): Place => ({ file, line, column });
  const story = readStory(body, { edition, people: policy.people, findPrivateText, placeAt, inline: false });
  if (!yaml.document) return refuse(...yaml.problems, ...story.problems);
  const { document } = yaml;
  const checked = checkSchema(document, translationSchema, { describeUnknown: describeFact(document) });
  if (!checked.value) return refuse(...checked.problems, ...story.problems);
  const texts = createTextReader(document, { edition, people: policy.people, findPrivateText, words, base, pageBase });
  const { translated, problems: unmatched } = translateTexts(checked.value, {
    original,
    language: options.context.settings.language,
    texts,
    placeOf: document.placeOf,
  });
  const resources =
    story.tree &&
    (await prepareResources(listResources(story.tree), {
      source,
      context,
      postmortem: translated,
      findPrivateText,
      placeAt,
    }));
  const shown = [...texts.texts, ...story.texts, ...(resources?.texts ?? [])];
  const isStoryMissing = options.hasStory && split.body.trim() === '';
  const found = [
    ...unmatched,
    ...(isStoryMissing ? [createProblem('translation/no-story', { file, line: split.bodyLine, column: 1 })] : []),
    ...texts.problems,
    ...story.problems,
    ...(edition === 'public' ? await checkSecrets(shown, policy) : []),
    ...(resources?.problems ?? []),
  ];
  const style = { document, story, body, text, texts, context, findPrivateText, placeAt, isTranslation: true };
  const { problems, silences } = checkStyle(postmortem, found, style);
  const outcome = {
    problems,
    silences,
    links: linksOf(style),
    marks: { text: split.body + JSON.stringify(document.value), comments: document.comments.length },
  };
  if (hasErrors(problems) || !story.tree || !resources) return { ...outcome, images: [] };
  const { withLines, checksOnly } = context;
  const rendered = checksOnly
    ? { segments: [], headings: [] }
    : renderStory(story.tree, { edition, resources, words, base, pageBase, withLines });
  return {
    ...outcome,
    published: {
      postmortem: publicPostmortemSchema.parse({ ...translated, story: rendered }),
      translatedAt: checked.value.translatedAt,
    },
    images: resources.encoded,
  };
}

/** A key that a postmortem has and its translation has not is a fact. */
function describeFact({ value, placeOfKey }: YamlDocument) {
  return (key: string, path: readonly PropertyKey[]) =>
    knownKeysAt(postmortemSchema, path, value).includes(key)
      ? createProblem('translation/fact', placeOfKey([...path, key]), { key })
      : undefined;
}
