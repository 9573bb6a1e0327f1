/** Ids that never change, whatever the slug, the title or the address do (RFC 4151, the `tag` URI scheme). */
import type { PublicSite } from './site-schema.ts';

/**
 * `tag:status.example.org,2024-01-01:PM-2026-003`; parts behind are joined by slashes. In another language than that of the
 * originals it ends with the language, for it is another entry: `tag:status.example.org,2024-01-01:PM-2026-003/de`.
 */
export function permanentId(
  site: IdAuthority & Pick<PublicSite, 'language' | 'languages'>,
  ...parts: string[]
): string {
  const own = site.language === site.languages[0] ? parts : [...parts, site.language];
  return `${idPrefix(site)}${own.map(encodeURIComponent).join('/')}`;
}

/** What every id of the site begins with: `tag:status.example.org,2024-01-01:`. */
export function idPrefix({ origin, established, idDomain }: IdAuthority): string {
  return `tag:${idDomain ?? new URL(origin).hostname},${established}:`;
}

type IdAuthority = Pick<PublicSite, 'origin' | 'established' | 'idDomain'>;
