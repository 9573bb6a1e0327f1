/** Atom and RSS: every document of every feed. */
import type { APIRoute } from 'astro';
import { respondWithFeed } from '../components/respond-with-feed.ts';

export const GET: APIRoute = ({ params }) => respondWithFeed(`${params['feed'] ?? ''}.xml`);
