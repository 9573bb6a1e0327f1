/** A site as one edition shows it at one instant: what two commits are compared by. */
import type { ProjectedPostmortem } from '../../shared/incident/public-postmortem.ts';
import type { PublicService } from '../../shared/incident/service-schema.ts';
import type { PublicSite } from '../../shared/incident/site-schema.ts';
import type { PublicTheme } from '../../shared/theme/public-theme.ts';
import type { Withheld } from './count-withheld.ts';
import type { PagePublication } from './publish-page.ts';
import type { PublishedTranslation } from './types.ts';

export interface SiteSnapshot {
  settings: PublicSite;
  theme: PublicTheme;
  services: PublicService[];
  /** The owner's pages. */
  pages: NonNullable<PagePublication['page']>[];
  translatedPages: NonNullable<PagePublication['page']>[];
  /** In order of their folders. */
  postmortems: ProjectedPostmortem[];
  /** Their translations, by slug and language. */
  translations: Record<string, Record<string, PublishedTranslation>>;
  /** By slug, how much of each stays internal. */
  withheld: Record<string, Withheld>;
  /** How many are not public at all: drafts and reviews, and those whose moment has not come. */
  drafts: number;
  embargoed: number;
  /** Slugs of postmortems with errors: what of them is public cannot be said. */
  unreadable: string[];
}
