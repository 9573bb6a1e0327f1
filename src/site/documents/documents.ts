/** The site's data for machines: what each document holds, as a function. Public facts only. */

import type { z } from 'zod';
import { furtherPathTo, pathTo } from '../../shared/addresses/path-to.ts';
import { listDownloads } from '../../shared/documents/list-downloads.ts';
import type { JudgedPromise } from '../../shared/incident/promises.ts';
import { type PublicPostmortem, publicPostmortemSchema } from '../../shared/incident/public-postmortem.ts';
import type { PublicService } from '../../shared/incident/service-schema.ts';
import type { PublicSite } from '../../shared/incident/site-schema.ts';
import type { PostmortemSummary } from '../../shared/projection.ts';
import type { DataPage } from '../data/page-data.ts';
import { type documentSchemas, version } from './document-schemas.ts';

type Document<Name extends keyof typeof documentSchemas> = z.output<(typeof documentSchemas)[Name]>;

/** Makes the full address of a path without base. */
export type AddressOf = (path: string) => string;

export function postmortemDocument(
  postmortem: PublicPostmortem,
  site: PublicSite,
  addressOf: AddressOf,
): Document<'postmortem'> {
  const downloads = listDownloads(postmortem.attachments, site);
  return {
    version,
    organisation: site.organisation,
    url: addressOf(pathTo('postmortem', { slug: postmortem.slug })),
    ...publicPostmortemSchema.parse(postmortem),
    attachments: downloads.map(({ title, file, url, type, bytes }) => ({ title, file, url, type, bytes })),
  };
}

export function postmortemsDocument(
  page: DataPage<PostmortemSummary>,
  site: PublicSite,
  addressOf: AddressOf,
): Document<'postmortems'> {
  return {
    version,
    organisation: site.organisation,
    ...pagingOf(page, 'postmortems', addressOf),
    postmortems: page.rows.map(
      ({ id, slug, title, summary, state, severity, publishedAt, updatedAt, times, services, tags }) => ({
        id,
        title,
        summary: summary.text,
        state,
        severity,
        publishedAt,
        updatedAt,
        started: times.started,
        ...(times.resolved ? { resolved: times.resolved } : {}),
        services,
        tags,
        url: addressOf(pathTo('postmortem', { slug })),
        data: addressOf(pathTo('postmortemData', { slug })),
        markdown: addressOf(pathTo('postmortemText', { slug })),
      }),
    ),
  };
}

export function servicesDocument(
  services: readonly PublicService[],
  site: PublicSite,
  addressOf: AddressOf,
): Document<'services'> {
  return {
    version,
    organisation: site.organisation,
    services: services.map(({ id, name, description, group, since }) => ({
      id,
      name,
      ...(description === undefined ? {} : { description }),
      ...(group === undefined ? {} : { group }),
      ...(since === undefined ? {} : { since }),
      url: addressOf(pathTo('service', { service: id })),
    })),
  };
}

export function agreementsDocument(services: readonly PublicService[], site: PublicSite): Document<'agreements'> {
  return {
    version,
    organisation: site.organisation,
    agreements: services.flatMap(({ id, agreements }) =>
      agreements.map((agreement) => ({ service: id, ...agreement })),
    ),
  };
}

export function promisesDocument(
  page: DataPage<JudgedPromise>,
  site: PublicSite,
  addressOf: AddressOf,
): Document<'promises'> {
  return {
    version,
    organisation: site.organisation,
    ...pagingOf(page, 'promises', addressOf),
    promises: page.rows.map(({ slug, action, state }) => ({
      postmortem: slug,
      id: action.id,
      what: action.what.text,
      kind: action.kind,
      owner: action.owner,
      due: action.due,
      doneWhen: action.doneWhen.text,
      state,
      ...(action.doneOn ? { doneOn: action.doneOn } : {}),
      ...(action.moved
        ? { moved: action.moved.map(({ at, from, because }) => ({ at, from, because: because.text })) }
        : {}),
      ...(action.droppedOn ? { droppedOn: action.droppedOn } : {}),
      ...(action.droppedBecause ? { droppedBecause: action.droppedBecause.text } : {}),
      url: addressOf(`${pathTo('postmortem', { slug })}#action-${action.id}`),
    })),
  };
}

function pagingOf({ total, next }: DataPage<unknown>, name: 'postmortems' | 'promises', addressOf: AddressOf) {
  return {
    ...(total === undefined ? {} : { total }),
    ...(next === undefined ? {} : { next: addressOf(furtherPathTo(`${name}Data`, { number: String(next) })) }),
  };
}
