/** The whole look of a site: what its settings name, and the places that it fills. */

import type { EncodedImage } from '../../disk/images/image-outcome.ts';
import type { SiteSource } from '../../disk/source/read-site.ts';
import type { Problem } from '../../shared/problem/problem.ts';
import type { PublicTheme } from '../../shared/theme/public-theme.ts';
import type { SlotPublication } from './publish-slot.ts';
import type { Publisher } from './publisher.ts';
import { readTheme } from './read-theme.ts';

export interface FilledTheme {
  theme: PublicTheme;
  /** Pictures in the places. */
  images: EncodedImage[];
  problems: Problem[];
  /** What was published of the places. */
  published: readonly SlotPublication[];
}

export async function fillTheme({ settings, slots }: SiteSource, publisher: Publisher): Promise<FilledTheme> {
  const { site, base } = publisher.context;
  const { theme, problems } = await readTheme(site, settings, base);
  const published = await publisher.publishSlots(slots);
  const filled = slots.flatMap((name, index) => {
    const html = published[index]?.html;
    return html === undefined ? [] : [[name, html] as const];
  });
  return {
    theme: { ...theme, slots: Object.fromEntries(filled) },
    images: published.flatMap(({ images }) => images),
    problems: [...problems, ...published.flatMap((slot) => slot.problems)],
    published,
  };
}
