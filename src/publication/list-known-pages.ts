/** What a link may lead to, beside postmortems. */
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { SiteSource } from '../source/read-site.ts';
import type { KnownPages } from './check-links.ts';
import type { PublicationContext } from './publication-context.ts';

export async function listKnownPages(
  { pages }: SiteSource,
  { site, services, settings, edition }: PublicationContext,
): Promise<Omit<KnownPages, 'slugs'>> {
  const files = await readdir(join(site, 'public'), { recursive: true }).catch(() => []);
  const shown = Object.keys(services).filter((id) => edition === 'internal' || !services[id]?.internal);
  return {
    services: new Set(shown),
    severities: new Set(settings.severities.map(({ id }) => id)),
    pages: new Set(pages),
    publicFiles: new Set(files.map((name) => name.split(sep).join('/'))),
  };
}
