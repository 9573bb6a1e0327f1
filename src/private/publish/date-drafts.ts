/** Drafts as if they were published now: the day that their authors did not give is that of the run. */
import type { ListedPublication } from './listed-publication.ts';
import type { Publication } from './types.ts';

/** The same where there is a date. */
export function dateDraft<P extends Publication | ListedPublication>(publication: P, now: string): P {
  const { postmortem, translations, publishedAt } = publication;
  if (!postmortem || publishedAt !== undefined) return publication;
  const dated = <T extends object>(shown: T): T => ({ ...shown, publishedAt: now });
  return {
    ...publication,
    publishedAt: now,
    postmortem: dated(postmortem),
    ...(translations
      ? {
          translations: Object.fromEntries(
            Object.entries(translations).map(([language, each]) => [
              language,
              { ...each, postmortem: dated(each.postmortem) },
            ]),
          ),
        }
      : {}),
  };
}
