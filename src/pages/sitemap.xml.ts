import { addressOf } from '../components/address.ts';
import { listAddresses } from '../site-map.ts';

export function GET(): Response {
  const entries = listAddresses()
    .filter(({ kind }) => kind === 'page')
    .map(({ path, updatedAt }) => {
      const changed = updatedAt ? `<lastmod>${updatedAt}</lastmod>` : '';
      return `<url><loc>${escapeXml(addressOf(path))}</loc>${changed}</url>\n`;
    });
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('')}</urlset>
`;
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
