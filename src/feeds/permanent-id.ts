/** Ids that never change, whatever the slug, the title or the address do (RFC 4151, the `tag` URI scheme). */
import type { PublicSite } from '../incident/site-schema.ts';

/** `tag:status.example.org,2024-01-01:PM-2026-003`; parts behind are joined by slashes. */
export function permanentId(site: IdAuthority, ...parts: string[]): string {
  return `${idPrefix(site)}${parts.map(encodeURIComponent).join('/')}`;
}

/** What every id of the site begins with: `tag:status.example.org,2024-01-01:`. */
export function idPrefix({ origin, established, idDomain }: IdAuthority): string {
  return `tag:${idDomain ?? new URL(origin).hostname},${established}:`;
}

type IdAuthority = Pick<PublicSite, 'origin' | 'established' | 'idDomain'>;
