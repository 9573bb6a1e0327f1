import { escapeUTF8 } from 'entities';
import type { Address } from '../../shared/addresses/list-addresses.ts';
import { baseOf, languagesOf } from '../data/languages.ts';
import { getSite, listContentPages } from '../data/site-data.ts';
import { listAddresses } from '../data/site-map.ts';

export function GET(): Response {
  const { origin } = getSite();
  const own = new Map(listContentPages().map(({ id, languages }) => [id, languages]));
  const entries = listAddresses()
    .filter(({ type }) => type === 'page')
    .flatMap((address) => {
      const { path, updatedAt } = address;
      const changed = updatedAt ? `<lastmod>${updatedAt}</lastmod>` : '';
      return languagesWith(address, own).map(
        (language) => `<url><loc>${escapeUTF8(`${origin}${baseOf(language)}${path.slice(1)}`)}</loc>${changed}</url>\n`,
      );
    });
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('')}</urlset>
`;
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}

/** Languages in which the page is more than the original under another address. */
function languagesWith(
  { kind, parts: { slug = '', id = '' } }: Address,
  contentPages: ReadonlyMap<string, string[]>,
): string[] {
  if (kind === 'postmortem') return languagesOf(slug);
  return (kind === 'ownPage' ? contentPages.get(id) : undefined) ?? getSite().languages;
}
