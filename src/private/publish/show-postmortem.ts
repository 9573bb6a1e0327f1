/** What an edition shows of a postmortem that nothing forbids to show. */
import type { Postmortem } from '../../shared/incident/postmortem-schema.ts';
import { publicPostmortemSchema } from '../../shared/incident/public-postmortem.ts';
import type { RenderedStory } from '../markdown/render-story.ts';
import type { AssembledPostmortem } from './assemble-postmortem.ts';
import { type DescribeOptions, describeInternal } from './describe-internal.ts';
import type { PassedLocks } from './pass-locks.ts';
import type { PublicationContext } from './publication-context.ts';
import type { TranslationsOutcome } from './publish-translations.ts';
import type { Authored } from './read-authored.ts';
import { renderAuthored } from './render-authored.ts';
import type { Publication } from './types.ts';

export interface ShowOptions extends DescribeOptions {
  postmortem: Postmortem;
  assembled: AssembledPostmortem;
  authored: Pick<Authored, 'story' | 'bodyLine'>;
  resources: PassedLocks['resources'];
  translated: Pick<TranslationsOutcome, 'published' | 'images'>;
}

/** `problems` are those of what staff alone see. */
export async function showPostmortem(
  options: ShowOptions,
): Promise<Required<Pick<Publication, 'postmortem' | 'images'>> & Pick<Publication, 'translations' | 'problems'>> {
  const { postmortem, assembled, context, resources, translated } = options;
  const projected = publicPostmortemSchema.parse({ ...assembled, story: await renderStory(options) });
  const images = [...(resources?.encoded ?? []), ...translated.images];
  const { published: translations } = translated;
  if (context.edition === 'public') return { postmortem: projected, translations, images, problems: [] };
  const details = await describeInternal(postmortem, options);
  const withDetails = <P>(shown: P) => ({ ...shown, internal: details.internal });
  return {
    postmortem: withDetails(projected),
    translations: Object.fromEntries(
      Object.entries(translations).map(([language, { postmortem: shown, translatedAt }]) => [
        language,
        { postmortem: withDetails(shown), translatedAt },
      ]),
    ),
    images,
    problems: details.problems,
  };
}

async function renderStory({ authored, resources, context }: ShowOptions): Promise<RenderedStory> {
  const { tree } = authored.story;
  if (context.checksOnly) return { segments: [], headings: [] };
  return tree && resources ? renderAuthored(tree, resources, context) : unreadStory(authored, context);
}

/** A place for the source of a story that cannot be read, for the development server alone. */
function unreadStory({ bodyLine }: Pick<Authored, 'bodyLine'>, { whileWriting }: PublicationContext): RenderedStory {
  if (!whileWriting) throw new Error('A story that cannot be read is shown to its author alone.');
  return { segments: [{ html: `<div data-source="${bodyLine}"></div>` }], headings: [] };
}
