/** All postmortems as one table. */
import type { APIRoute } from 'astro';
import { addressOf } from '../components/address.ts';
import { listPostmortems } from '../data/site-data.ts';
import { postmortemsCsv } from '../documents/postmortems-csv.ts';

export const GET: APIRoute = () =>
  new Response(postmortemsCsv(listPostmortems(), addressOf), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
