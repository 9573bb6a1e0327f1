/** All postmortems as one table. */
import type { APIRoute } from 'astro';
import { addressOf } from '../components/address.ts';
import { postmortemsCsv } from '../open-data/postmortems-csv.ts';
import { listPostmortems } from '../site-data.ts';

export const GET: APIRoute = () =>
  new Response(postmortemsCsv(listPostmortems(), addressOf), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
