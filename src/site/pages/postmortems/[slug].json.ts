/** One postmortem as data. */
import type { APIRoute } from 'astro';
import { addressOf } from '../../components/address.ts';
import { respondWithJson } from '../../components/respond-with-data.ts';
import { getPostmortem, getSite } from '../../data/site-data.ts';
import { postmortemDocument } from '../../documents/documents.ts';

export const GET: APIRoute = ({ params }) => {
  const postmortem = getPostmortem(params['slug'] ?? '');
  return postmortem
    ? respondWithJson(postmortemDocument(postmortem, getSite(), addressOf))
    : new Response(null, { status: 404 });
};
