/** What an edition shows at an instant, with the whole of each postmortem. */
import { hasErrors } from '../../shared/problem/problem.ts';
import { publicSettings } from './create-context.ts';
import type { ListedPublication } from './listed-publication.ts';
import type { AllPublications, Publisher } from './publisher.ts';
import type { SiteSnapshot } from './site-snapshot.ts';
import type { Publication } from './types.ts';
import { publicServices } from './write-projection.ts';

/** Reads all that is visible into memory. `now` decides what is embargoed. */
export async function takeSnapshot(
  { postmortems, pages, translatedPages }: AllPublications,
  visible: readonly ListedPublication[],
  { context, load }: Publisher,
  now: string,
): Promise<Omit<SiteSnapshot, 'theme'>> {
  const shown: Pick<Publication, 'slug' | 'postmortem' | 'translations'>[] = [];
  for (const listed of visible) {
    const { slug, postmortem, translations } = await load(listed);
    shown.push({ slug, ...(postmortem ? { postmortem } : {}), ...(translations ? { translations } : {}) });
  }
  return {
    settings: publicSettings(context),
    services: publicServices(context.services, context.edition === 'internal', context.settings.language),
    pages: pages.flatMap(({ page }) => page ?? []),
    translatedPages: translatedPages.flatMap(({ page }) => page ?? []),
    postmortems: shown.flatMap(({ postmortem }) => postmortem ?? []),
    translations: Object.fromEntries(
      shown.flatMap(({ slug, translations }) => (translations ? [[slug, translations]] : [])),
    ),
    withheld: Object.fromEntries(visible.flatMap(({ slug, withheld }) => (withheld ? [[slug, withheld]] : []))),
    drafts: postmortems.filter(({ state }) => state === 'draft' || state === 'review').length,
    embargoed: postmortems.filter(({ postmortem, publishedAt }) => postmortem && (publishedAt ?? '9') > now).length,
    unreadable: postmortems.filter(({ problems }) => hasErrors(problems)).map(({ slug }) => slug),
  };
}
