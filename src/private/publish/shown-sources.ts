/** For the development server: the sources of the pages that are shown, and what of them is not public yet. */
import { nameOfStory } from '../../disk/source/read-postmortem.ts';
import type { AllPublications } from './publisher.ts';
import type { ProjectionParts } from './write-projection.ts';

/** Paths as authors see them, of postmortems, translations and pages. */
export function sourcesOf({ publications, pages }: Pick<ProjectionParts, 'publications' | 'pages'>): Set<string> {
  return new Set([
    ...publications.flatMap(({ slug, translations = {} }) =>
      [undefined, ...Object.keys(translations)].map(
        (language) => `content/postmortems/${slug}/${nameOfStory(language)}`,
      ),
    ),
    ...pages.flatMap(({ page }) =>
      page ? [`content/pages/${page.id}${page.language === undefined ? '' : `.${page.language}`}.mdx`] : [],
    ),
  ]);
}

/** By folder, when each becomes public that waits for its moment. */
export function embargoesOf({ postmortems }: Pick<AllPublications, 'postmortems'>, now: string): Map<string, string> {
  return new Map(
    postmortems.flatMap(({ slug, state, publishedAt = '' }) =>
      (state === 'final' || state === 'preliminary') && publishedAt > now ? [[slug, publishedAt] as const] : [],
    ),
  );
}
