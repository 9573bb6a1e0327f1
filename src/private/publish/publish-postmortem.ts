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
import type { LocatedClaim } from './check-claims.ts';
import { outsideReport } from './check-publishing.ts';
import { checkReferences, describeReference } from './check-references.ts';
import { checkStyle } from './check-style.ts';
import { countWithheld } from './count-withheld.ts';
import { findOpenTodos } from './find-open-todos.ts';
import { internalValuesOf } from './internal-values.ts';
import { lintFacts } from './lint-facts.ts';
import { maskOutcome, passLocks } from './pass-locks.ts';
import { prepareAttachments } from './prepare-attachments.ts';
import type { PublicationContext } from './publication-context.ts';
import { publishTranslations, type TranslationsOutcome } from './publish-translations.ts';
import { readAuthored } from './read-authored.ts';
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
  const { edition, settings } = context;
  const refuse = (...problems: Problem[]): Publication => ({ slug, problems, images: [] });
  const { authored, refused } = readAuthored(source, { context, findPrivateText });
  if (refused) return refuse(...refused);
  const { document, story } = authored;
  const checked = checkSchema(document, postmortemSchema, { describeWrong: describeReference(document, context) });
  // Where something does not fit the schema, the rest is checked all the same, so that an author hears of all at once.
  const lenient = checked.value ? undefined : parseRecordLeniently(document.value, settings.severities[0]?.id ?? '');
  const postmortem = checked.value ?? lenient?.postmortem;
  if (!postmortem) return refuse(...checked.problems, ...story.problems);
  const texts = createTextReader(document, { ...context, people: context.policy.people, findPrivateText });
  const assembled = assemblePostmortem(postmortem, {
    slug,
    edition,
    services: context.services,
    internalTags: context.policy.redaction.tags,
    texts,
  });
  const attachments = await prepareAttachments(postmortem, { source, document, context, findPrivateText });
  assembled.attachments = attachments.rows;
  // The folder's name becomes an address; its place is the begin of the file.
  texts.plain(slug, ['slug']);
  const locks = { source, context, findPrivateText, texts };
  const { resources, problems: locked, shown } = await passLocks(authored, { ...locks, postmortem: assembled });
  const found = [
    ...checkRecord(postmortem, document.locationOf),
    ...checkReferences(postmortem, document, context),
    ...findOpenTodos(document),
    ...(postmortem.state === 'final' ? checkSections(story, settings.requiredSections, document) : []),
    ...locked,
    ...attachments.problems,
  ];
  const minutes = await readMinutes(postmortem, { document, source });
  if (minutes.problem) found.push(minutes.problem);
  const facts = lintFacts({ postmortem, document, context, lint: lintPostmortem });
  const checkedStyle = checkStyle(found, { authored, texts, context, findPrivateText, ...facts });
  const attached = attachments.files.length === 0 ? {} : { attached: attachments.files };
  const show = async (translations: Pick<TranslationsOutcome, 'published' | 'images'>) => ({
    ...(await showPostmortem({
      ...locks,
      postmortem,
      document,
      authored,
      assembled,
      resources,
      attachments: attachments.internal,
      translated: translations,
    })),
    ...attached,
  });
  if (lenient) {
    const told = checkedStyle.problems.filter((problem) => !followsFrom(problem, lenient));
    const { state, publishedAt } = postmortem;
    const outcome: Publication = {
      ...refuse(...checked.problems, ...told),
      ...(lenient.replaced.has('state') ? {} : { state }),
      ...(publishedAt ? { publishedAt } : {}),
    };
    if (!context.whileWriting) return outcome;
    return { ...outcome, ...(await show({ published: {}, images: [] })), problems: outcome.problems };
  }
  const translated = await publishTranslations({
    source,
    postmortem,
    original: assembled,
    isInternal: texts.isInternal,
    hasStory: authored.written.trim() !== '',
    context,
    findPrivateText,
  });
  const problems = [...checkedStyle.problems, ...translated.problems];
  const common = {
    slug,
    id: postmortem.id,
    state: postmortem.state,
    ...(postmortem.publishedAt ? { publishedAt: postmortem.publishedAt } : {}),
    claims: locateClaims(postmortem, document, context),
    withheld: countWithheld(postmortem, {
      story: authored.written + translated.marks.text,
      fields: JSON.stringify(document.value),
      comments: document.comments.length + translated.marks.comments,
      services: context.services,
      internalTags: context.policy.redaction.tags,
    }),
    suppressions: [...checkedStyle.suppressions, ...translated.suppressions],
    ...locationsAcross(postmortem, document),
    links: [...checkedStyle.links, ...translated.links],
    ...(edition === 'public'
      ? {
          internalValues: [
            ...internalValuesOf(postmortem, {
              document,
              parts: [...texts.internal, ...story.internal],
              people: context.policy.people,
            }),
            ...translated.internalValues,
          ],
          shown: [...shown, ...attachments.shown, ...translated.shown],
        }
      : {}),
  };
  const isPublic = postmortem.state === 'final' || postmortem.state === 'preliminary' || context.asIfPublished === true;
  const isShowable = !hasErrors(problems) && story.tree && resources;
  if (!isShowable && !context.whileWriting) return { ...common, problems, images: [] };
  if (edition === 'public' && !isPublic) return { ...common, problems, images: [] };
  const shownNow = await show(translated);
  return { ...common, ...shownNow, problems: [...problems, ...shownNow.problems] };
}

function locationsAcross(
  postmortem: Postmortem,
  document: YamlDocument,
): Pick<Publication, 'locations' | 'report' | 'promisedUpdate'> {
  const { locationOf } = document;
  const { nextUpdateBy, state } = postmortem;
  const report = outsideReport(postmortem, locationOf(['detection', 'by']));
  const each = (key: 'redirectFrom' | 'related') => (postmortem[key] ?? []).map((_, index) => locationOf([key, index]));
  return {
    locations: { id: locationOf(['id']), redirectFrom: each('redirectFrom'), related: each('related') },
    ...(report ? { report } : {}),
    ...(nextUpdateBy !== undefined && state === 'preliminary'
      ? { promisedUpdate: { by: nextUpdateBy, location: locationOf(['nextUpdateBy']) } }
      : {}),
  };
}

function locateClaims(
  { agreements }: Postmortem,
  document: YamlDocument,
  { services, edition }: PublicationContext,
): LocatedClaim[] {
  return (agreements ?? [])
    .map((claim, index) => ({ ...claim, location: document.locationOf(['agreements', index]) }))
    .filter(({ service }) => edition === 'internal' || !services[service]?.internal);
}

function checkSections({ tree }: ReadStory, required: string[], document: YamlDocument): Problem[] {
  const missing = tree ? missingSections(tree, required) : [];
  return missing.map((heading) => createProblem('record/missing-section', document.locationOf(['state']), { heading }));
}
