/** Files for hosts. Their names begin with an underscore, which no page's file may; the site map says where they lie. */
import type { APIRoute } from 'astro';
import { headersFile } from '../../../shared/hosting/headers-file.ts';
import { redirectsFile } from '../../../shared/hosting/redirects-file.ts';
import { baseOf } from '../../data/languages.ts';
import { getSite, listMoves } from '../../data/site-data.ts';
import { listAddresses } from '../../data/site-map.ts';

const files: Readonly<Record<string, () => string>> = {
  headers: () => headersFile(getSite().root, listPages()),
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

/** Paths and files of pages, below the site's address; a translation has the same in a folder of its own. */
function listPages(): string[] {
  const { languages, root } = getSite();
  return [
    ...listAddresses().flatMap(({ type, file, path }) => (type === 'document' ? [] : [file, path.slice(1)])),
    ...languages.slice(1).map((language) => baseOf(language).slice(root.length)),
  ];
}
