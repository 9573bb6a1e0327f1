import { pathTo } from '../../shared/addresses/path-to.ts';
import { addressOf } from '../components/address.ts';
import { getSite } from '../data/site-data.ts';

export function GET(): Response {
  const rule =
    getSite().edition === 'internal'
      ? 'User-agent: *\nDisallow: /\n'
      : `User-agent: *\nAllow: /\n\nSitemap: ${addressOf(pathTo('sitemap'))}\n`;
  return new Response(rule, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
