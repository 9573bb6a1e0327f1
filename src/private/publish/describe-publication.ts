/** What is known of a postmortem whether it is shown or not; in the public edition also the texts that others are held against. */
import type { Postmortem } from '../../shared/incident/postmortem-schema.ts';
import type { YamlDocument } from '../../shared/yaml/yaml-document.ts';
import type { LocatedClaim } from './check-claims.ts';
import { outsideReport } from './check-publishing.ts';
import type { StyleCheck } from './check-style.ts';
import { countWithheld } from './count-withheld.ts';
import { internalValuesOf } from './internal-values.ts';
import type { PublicationContext } from './publication-context.ts';
import type { TranslationsOutcome } from './publish-translations.ts';
import type { Authored } from './read-authored.ts';
import type { ShownText } from './shown-texts.ts';
import type { TextReader } from './text-checks.ts';
import type { Publication } from './types.ts';

interface Described {
  slug: string;
  authored: Authored;
  passed: { own: StyleCheck; texts: Pick<TextReader, 'internal'>; shown: readonly ShownText[] };
  translated: TranslationsOutcome;
  context: PublicationContext;
}

export function describePublication(
  postmortem: Postmortem,
  { slug, authored, passed, translated, context }: Described,
): Omit<Publication, 'problems' | 'images'> {
  const { document, story, written } = authored;
  const { own, texts, shown } = passed;
  return {
    slug,
    id: postmortem.id,
    state: postmortem.state,
    ...(postmortem.publishedAt ? { publishedAt: postmortem.publishedAt } : {}),
    claims: locateClaims(postmortem, document, context),
    withheld: countWithheld(postmortem, {
      story: written + translated.marks.text,
      fields: JSON.stringify(document.value),
      comments: document.comments.length + translated.marks.comments,
      services: context.services,
      internalTags: context.policy.redaction.tags,
    }),
    suppressions: [...own.suppressions, ...translated.suppressions],
    ...locationsAcross(postmortem, document),
    links: [...own.links, ...translated.links],
    ...(context.edition === 'public'
      ? {
          internalValues: [
            ...internalValuesOf(postmortem, {
              document,
              parts: [...texts.internal, ...story.internal],
              people: context.policy.people,
            }),
            ...translated.internalValues,
          ],
          shown: [...shown, ...translated.shown],
        }
      : {}),
  };
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
