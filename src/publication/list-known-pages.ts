/** What a link may lead to, beside postmortems. */
import { join } from 'node:path';
import { listEntries } from '../files/list-entries.ts';
import type { SiteSource } from '../source/read-site.ts';
import type { KnownPages } from './check-links.ts';
import type { PublicationContext } from './publication-context.ts';

export function listKnownPages(
  { pages }: SiteSource,
  { site, services, settings, edition }: PublicationContext,
): Omit<KnownPages, 'slugs'> {
  const shown = Object.keys(services).filter((id) => edition === 'internal' || !services[id]?.internal);
  return {
    services: new Set(shown),
    severities: new Set(settings.severities.map(({ id }) => id)),
    pages: new Set(pages),
    publicFiles: new Set(listEntries(join(site, 'public')).map(({ file }) => file)),
  };
}
