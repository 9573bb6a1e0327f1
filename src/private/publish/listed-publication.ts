/**
 * A publication as a whole site is put together of: what lists and checks across postmortems ask for stays in memory, the
 * texts stay in the cache. A site of ten thousand fits so.
 */
import type { ProjectedPostmortem } from '../../shared/incident/public-postmortem.ts';
import { pickKeys } from './pick-keys.ts';
import type { AttachedFile, Publication, PublishedTranslation } from './types.ts';

const listed = [
  'id',
  'slug',
  'title',
  'summary',
  'state',
  'publishedAt',
  'severity',
  'tags',
  'times',
  'detection',
  'impact',
  'redirectFrom',
  'related',
  'revisions',
  'actions',
  'internal',
] as const satisfies readonly (keyof ProjectedPostmortem)[];

/** What is asked of a postmortem without its own page. */
export type ListedPostmortem = Pick<ProjectedPostmortem, (typeof listed)[number]>;

export interface ListedPublication
  extends Omit<Publication, 'postmortem' | 'translations' | 'images' | 'attached' | 'shown'> {
  /** Digest of all that decided it: the same key stands for the same publication. */
  key: string;
  postmortem?: ListedPostmortem;
  translations?: Record<string, Omit<PublishedTranslation, 'postmortem'> & { postmortem: ListedPostmortem }>;
  /** Names of its pictures. */
  images: string[];
  /** Paths of its files for download, below their folder. */
  attached?: string[];
}

export function listPublication(publication: Publication, key: string): ListedPublication {
  const { postmortem, translations, images, attached, shown: _, ...rest } = publication;
  return {
    ...rest,
    key,
    ...(postmortem ? { postmortem: pickKeys(postmortem, listed) } : {}),
    ...(translations
      ? {
          translations: Object.fromEntries(
            Object.entries(translations).map(([language, translation]) => [
              language,
              { ...translation, postmortem: pickKeys(translation.postmortem, listed) },
            ]),
          ),
        }
      : {}),
    images: images.map(({ name }) => name),
    ...(attached ? { attached: attached.map(attachedPath) } : {}),
  };
}

/** Below the folder of attachments. */
export function attachedPath({ digest, file }: Pick<AttachedFile, 'digest' | 'file'>): string {
  return `${digest}/${file}`;
}
