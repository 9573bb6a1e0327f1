/** One translation of a postmortem: its texts pass the same locks as those of the original, and take the original's facts. */

import type { TranslationFile } from '../../disk/source/read-postmortem.ts';
import { type Postmortem, postmortemSchema } from '../../shared/incident/postmortem-schema.ts';
import { publicPostmortemSchema } from '../../shared/incident/public-postmortem.ts';
import { translationSchema } from '../../shared/incident/translation-schema.ts';
import { createProblem, hasErrors, type Problem } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import { checkSchema, knownKeysAt } from '../../shared/yaml/schema-problems.ts';
import type { YamlDocument } from '../../shared/yaml/yaml-document.ts';
import { lintTranslation } from '../lint/lint-postmortem.ts';
import type { AssembledPostmortem } from './assemble-postmortem.ts';
import { checkStyle } from './check-style.ts';
import { contextInLanguage } from './context-in-language.ts';
import { internalSentences } from './internal-values.ts';
import { lintFacts } from './lint-facts.ts';
import { passLocks } from './pass-locks.ts';
import type { PublicationContext } from './publication-context.ts';
import { readAuthored } from './read-authored.ts';
import { renderAuthored } from './render-authored.ts';
import { createTextReader } from './text-checks.ts';
import { translateTexts } from './translate-texts.ts';
import type { PostmortemSource, TranslationOutcome } from './types.ts';

export interface TranslationOptions {
  source: PostmortemSource;
  /** The original as its author wrote it, and what is public of it. */
  postmortem: Postmortem;
  original: AssembledPostmortem;
  /** Whether all of a text of the original is internal. */
  isInternal(path: readonly PropertyKey[]): boolean;
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
    suppressions: [],
    links: [],
    internalValues: [],
    shown: [],
    marks: { text: '', comments: 0 },
    images: [],
  });
  const context = contextInLanguage(options.context, language);
  const { authored, refused } = readAuthored({ file, text }, { context, findPrivateText });
  if (refused) return refuse(...refused);
  const { document, story } = authored;
  const checked = checkSchema(document, translationSchema, { describeUnknown: describeFact(document) });
  if (!checked.value) return refuse(...checked.problems, ...story.problems);
  const texts = createTextReader(document, { ...context, people: context.policy.people, findPrivateText });
  const { translated, problems: unmatched } = translateTexts(checked.value, {
    original,
    written: postmortem,
    isInternal: options.isInternal,
    language: options.context.settings.language,
    texts,
    locationOf: document.locationOf,
  });
  const locks = { source, context, findPrivateText, texts, postmortem: translated };
  const { resources, problems: found, shown } = await passLocks(authored, locks);
  const isStoryMissing = options.hasStory && authored.written.trim() === '';
  const missing = { file, line: authored.bodyLine, column: 1 };
  const all = [...unmatched, ...(isStoryMissing ? [createProblem('translation/no-story', missing)] : []), ...found];
  const facts = lintFacts({ postmortem, document, context, lint: lintTranslation });
  const { problems, suppressions, links } = checkStyle(all, { authored, texts, context, findPrivateText, ...facts });
  const outcome = {
    problems,
    suppressions,
    links,
    internalValues: context.edition === 'public' ? internalSentences([...texts.internal, ...story.internal]) : [],
    shown,
    marks: { text: authored.written + JSON.stringify(document.value), comments: document.comments.length },
  };
  const isShowable = !hasErrors(problems) || context.whileWriting;
  if (!isShowable || !story.tree || !resources) return { ...outcome, images: [] };
  const rendered = context.checksOnly
    ? { segments: [], headings: [] }
    : await renderAuthored(story.tree, resources, context);
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
function describeFact({ value, locationOfKey }: YamlDocument) {
  return (key: string, path: readonly PropertyKey[]) =>
    knownKeysAt(postmortemSchema, path, value).includes(key)
      ? createProblem('translation/fact', locationOfKey([...path, key]), { key })
      : undefined;
}
