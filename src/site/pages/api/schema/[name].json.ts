/** JSON Schemas of the data. */
import type { APIRoute } from 'astro';
import { respondWithJson } from '../../../components/respond-with-data.ts';
import { documentSchemas, jsonSchemaOf } from '../../../documents/document-schemas.ts';

export const GET: APIRoute = ({ params }) => {
  const name = params['name'] ?? '';
  if (!Object.hasOwn(documentSchemas, name)) return new Response(null, { status: 404 });
  return respondWithJson(jsonSchemaOf(name as keyof typeof documentSchemas), 'application/schema+json');
};
