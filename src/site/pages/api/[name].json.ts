/** Lists as data: postmortems, services, agreements, promises; further pages of a list end in their number. */
import type { APIRoute } from 'astro';
import { addressOf } from '../../components/address.ts';
import { respondWithJson } from '../../components/respond-with-data.ts';
import { getPostmortemsPage, getPromisesPage } from '../../data/page-data.ts';
import { getSite, listServices } from '../../data/site-data.ts';
import {
  agreementsDocument,
  postmortemsDocument,
  promisesDocument,
  servicesDocument,
} from '../../documents/documents.ts';

const documents: Readonly<Record<string, (page: string) => unknown>> = {
  postmortems: (number) => {
    const page = getPostmortemsPage(number);
    return page && postmortemsDocument(page, getSite(), addressOf);
  },
  promises: (number) => {
    const page = getPromisesPage(number);
    return page && promisesDocument(page, getSite(), addressOf);
  },
  services: (number) => (number === '' ? servicesDocument(listServices(), getSite(), addressOf) : undefined),
  agreements: (number) => (number === '' ? agreementsDocument(listServices(), getSite()) : undefined),
};

export const GET: APIRoute = ({ params }) => {
  const [, name = '', number = ''] = /^([a-z]+)(?:-(\d+))?$/.exec(params['name'] ?? '') ?? [];
  const document = Object.hasOwn(documents, name) ? documents[name]?.(number) : undefined;
  return document ? respondWithJson(document) : new Response(null, { status: 404 });
};
