/** Files for hosts. Their names begin with an underscore, which no page's file may; the site map says where they lie. */
import type { APIRoute } from 'astro';
import { headersFile } from '../../hosting/headers-file.ts';
import { redirectsFile } from '../../hosting/redirects-file.ts';
import { getSite, listMoves } from '../../site-data.ts';
import { baseOf } from '../../site-languages.ts';

const files: Readonly<Record<string, () => string>> = {
  headers: () => headersFile(getSite().root),
  redirects: () =>
    getSite()
      .languages.map((language) => redirectsFile(listMoves(), baseOf(language)))
      .join(''),
};

export const GET: APIRoute = ({ params }) => {
  const name = params['file'] ?? '';
  const file = Object.hasOwn(files, name) ? files[name] : undefined;
  return file
    ? new Response(file(), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
    : new Response(null, { status: 404 });
};
