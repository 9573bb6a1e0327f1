/** Lists as data: postmortems, services, agreements, promises. */
import type { APIRoute } from 'astro';
import { addressOf } from '../../components/address.ts';
import { respondWithJson } from '../../components/respond-with-data.ts';
import {
  agreementsDocument,
  postmortemsDocument,
  promisesDocument,
  servicesDocument,
} from '../../open-data/documents.ts';
import { getSite, listPostmortems, listServices } from '../../site-data.ts';
import { listPromisesOfYear, listPromiseYears } from '../../site-figures.ts';

const documents: Readonly<Record<string, () => unknown>> = {
  postmortems: () => postmortemsDocument(listPostmortems(), getSite(), addressOf),
  services: () => servicesDocument(listServices(), getSite(), addressOf),
  agreements: () => agreementsDocument(listServices(), getSite()),
  promises: () => {
    const promises = listPromiseYears().flatMap(({ name }) => listPromisesOfYear(name));
    return promisesDocument(promises, getSite(), addressOf);
  },
};

export const GET: APIRoute = ({ params }) => {
  const name = params['name'] ?? '';
  const document = Object.hasOwn(documents, name) ? documents[name] : undefined;
  return document ? respondWithJson(document()) : new Response(null, { status: 404 });
};
