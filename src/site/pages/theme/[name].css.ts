/** The stylesheet of the site's accent and fonts. Its name changes with every byte of it. */
import type { APIRoute } from 'astro';
import { getTheme } from '../../data/site-data.ts';

export const GET: APIRoute = ({ params }) => {
  const { stylesheet } = getTheme();
  return stylesheet?.name === `${params['name']}.css`
    ? new Response(stylesheet.css, { headers: { 'content-type': 'text/css; charset=utf-8' } })
    : new Response(null, { status: 404 });
};
