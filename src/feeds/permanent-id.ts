/** Ids that never change, whatever the slug, the title or the address do (RFC 4151, the `tag` URI scheme). */
import type { PublicSite } from '../incident/site-schema.ts';

/** `tag:status.example.org,2024-01-01:PM-2026-003`; parts behind are joined by slashes. */
export function permanentId(site: Pick<PublicSite, 'origin' | 'established'>, ...parts: string[]): string {
  return `tag:${new URL(site.origin).hostname},${site.established}:${parts.map(encodeURIComponent).join('/')}`;
}
