/**
 * The one door: private source in, public bytes or problems out. What leaves here has passed every lock but the gate:
 * internal nodes and fields removed, the rest searched for private text, the result held against the strict public schema.
 */

import { checkRecord } from '../../shared/incident/check-record.ts';
import { followsFrom, parseRecordLeniently } from '../../shared/incident/parse-record-leniently.ts';
import { type Postmortem, postmortemSchema } from '../../shared/incident/postmortem-schema.ts';
import { createProblem, hasErrors, type Problem } from '../../shared/problem/problem.ts';
import type { PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import { checkSchema } from '../../shared/yaml/schema-problems.ts';
import type { YamlDocument } from '../../shared/yaml/yaml-document.ts';
import { lintPostmortem } from '../lint/lint-postmortem.ts';
import { missingSections } from '../lint/missing-sections.ts';
import type { ReadStory } from '../markdown/read-story.ts';
import { assemblePostmortem } from './assemble-postmortem.ts';
import { checkReferences, describeReference } from './check-references.ts';
import { checkStyle } from './check-style.ts';
import { describePublication } from './describe-publication.ts';
import { findOpenTodos } from './find-open-todos.ts';
import { lintFacts } from './lint-facts.ts';
import { maskOutcome, passLocks } from './pass-locks.ts';
import { prepareAttachments } from './prepare-attachments.ts';
import type { PublicationContext } from './publication-context.ts';
import { publishTranslations, type TranslationsOutcome } from './publish-translations.ts';
import { type Authored, readAuthored } from './read-authored.ts';
import { readMinutes } from './read-minutes.ts';
import { showPostmortem } from './show-postmortem.ts';
import { createTextReader } from './text-checks.ts';
import type { PostmortemSource, Publication } from './types.ts';

/** Publishes one postmortem. Author mistakes come back as problems; throws only when the machine fails. */
export function publishPostmortem(
  source: PostmortemSource,
  context: PublicationContext,
  findPrivateText: PrivateTextFinder,
): Promise<Publication> {
  return maskOutcome(publishUnmasked(source, context, findPrivateText), findPrivateText);
}

async function publishUnmasked(
  source: PostmortemSource,
  context: PublicationContext,
  findPrivateText: PrivateTextFinder,
): Promise<Publication> {
  const { slug } = source;
  const { authored, refused } = readAuthored(source, { context, findPrivateText });
  if (refused) return refuse(slug, refused);
  const { document, story } = authored;
  const { postmortem, lenient, problems: unfit } = readRecord(document, context);
  if (!postmortem) return refuse(slug, [...unfit, ...story.problems]);
  const passed = await passAll(postmortem, { source, authored, context, findPrivateText });
  const { own, show } = passed;
  if (lenient) return tellUnfit({ slug, postmortem, lenient, unfit, own, ...(context.whileWriting ? { show } : {}) });
  const translated = await publishTranslations({
    source,
    postmortem,
    original: passed.assembled,
    isInternal: passed.texts.isInternal,
    hasStory: authored.written.trim() !== '',
    context,
    findPrivateText,
  });
  const problems = [...own.problems, ...translated.problems];
  const described = describePublication(postmortem, { slug, authored, passed, translated, context });
  const isPublic = postmortem.state === 'final' || postmortem.state === 'preliminary' || context.asIfPublished === true;
  const isShowable = !hasErrors(problems) && story.tree && passed.resources;
  if (!isShowable && !context.whileWriting) return { ...described, problems, images: [] };
  if (context.edition === 'public' && !isPublic) return { ...described, problems, images: [] };
  const shownNow = await show(translated);
  return { ...described, ...shownNow, problems: [...problems, ...shownNow.problems] };
}

function refuse(slug: string, problems: Problem[]): Publication {
  return { slug, problems, images: [] };
}

type Lenient = ReturnType<typeof parseRecordLeniently>;

/** The record as the schema has it; where something does not fit, what can be read, so that an author hears of all at once. */
function readRecord(
  document: YamlDocument,
  context: PublicationContext,
): { postmortem?: Postmortem | undefined; lenient?: Lenient | undefined; problems: Problem[] } {
  const { value, problems } = checkSchema(document, postmortemSchema, {
    describeWrong: describeReference(document, context),
  });
  if (value) return { postmortem: value, problems };
  const lenient = parseRecordLeniently(document.value, context.settings.severities[0]?.id ?? '');
  return { postmortem: lenient?.postmortem, lenient, problems };
}

type Show = (translations: Pick<TranslationsOutcome, 'published' | 'images'>) => Promise<ShownNow>;
type ShownNow = Awaited<ReturnType<typeof showPostmortem>> & Pick<Publication, 'attached'>;

interface PassOptions {
  source: PostmortemSource;
  authored: Authored;
  context: PublicationContext;
  findPrivateText: PrivateTextFinder;
}

/** The original's own locks and checks, and what shows it once the translations are known. */
async function passAll(postmortem: Postmortem, { source, authored, context, findPrivateText }: PassOptions) {
  const { document, story } = authored;
  const texts = createTextReader(document, { ...context, people: context.policy.people, findPrivateText });
  const assembled = assemblePostmortem(postmortem, {
    slug: source.slug,
    edition: context.edition,
    services: context.services,
    internalTags: context.policy.redaction.tags,
    texts,
  });
  const attachments = await prepareAttachments(postmortem, { source, document, context, findPrivateText });
  assembled.attachments = attachments.rows;
  // The folder's name becomes an address; its place is the begin of the file.
  texts.plain(source.slug, ['slug']);
  const locks = { source, context, findPrivateText, texts };
  const { resources, problems: locked, shown } = await passLocks(authored, { ...locks, postmortem: assembled });
  const minutes = await readMinutes(postmortem, { document, source });
  const found = [
    ...checkRecord(postmortem, document.locationOf),
    ...checkReferences(postmortem, document, context),
    ...findOpenTodos(document),
    ...(postmortem.state === 'final' ? checkSections(story, context.settings.requiredSections, document) : []),
    ...locked,
    ...attachments.problems,
    ...(minutes.problem ? [minutes.problem] : []),
  ];
  const facts = lintFacts({ postmortem, document, context, lint: lintPostmortem });
  const show: Show = async (translated) => ({
    ...(await showPostmortem({
      ...locks,
      postmortem,
      document,
      authored,
      assembled,
      resources,
      attachments: attachments.internal,
      translated,
    })),
    ...(attachments.files.length === 0 ? {} : { attached: attachments.files }),
  });
  return {
    texts,
    assembled,
    resources,
    shown: [...shown, ...attachments.shown],
    own: checkStyle(found, { authored, texts, context, findPrivateText, ...facts }),
    show,
  };
}

/** What does not fit the schema, and what else is wrong that does not follow from it; shown all the same while it is written. */
async function tellUnfit({
  slug,
  postmortem: { state, publishedAt },
  lenient,
  unfit,
  own,
  show,
}: {
  slug: string;
  postmortem: Postmortem;
  lenient: NonNullable<Lenient>;
  unfit: Problem[];
  own: { problems: readonly Problem[] };
  show?: Show;
}): Promise<Publication> {
  const problems = [...unfit, ...own.problems.filter((problem) => !followsFrom(problem, lenient))];
  const shown = await show?.({ published: {}, images: [] });
  return {
    ...refuse(slug, problems),
    ...(lenient.replaced.has('state') ? {} : { state }),
    ...(publishedAt ? { publishedAt } : {}),
    ...shown,
    problems,
  };
}

function checkSections({ tree }: ReadStory, required: string[], document: YamlDocument): Problem[] {
  const missing = tree ? missingSections(tree, required) : [];
  return missing.map((heading) => createProblem('record/missing-section', document.locationOf(['state']), { heading }));
}
