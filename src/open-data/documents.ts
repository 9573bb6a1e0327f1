/** The site's data for machines: what each document holds, as a schema and as a function. Public facts only. */
import { z } from 'zod';
import type { JudgedPromise } from '../incident/promises.ts';
import { type PublicPostmortem, publicPostmortemSchema } from '../incident/public-postmortem.ts';
import { publicTimeSchema } from '../incident/recorded-time.ts';
import type { PublicService } from '../incident/service-schema.ts';
import type { PublicSite } from '../incident/site-schema.ts';
import type { PostmortemSummary } from '../site-data.ts';

/** Within a version fields are added, never renamed or removed. */
const version = 1;

const envelope = { version: z.literal(version), organisation: z.string() };

/** Makes the full address of a path without base. */
export type AddressOf = (path: string) => string;

export const postmortemDocumentSchema = publicPostmortemSchema.extend({ ...envelope, url: z.string() });

export const postmortemsDocumentSchema = z.strictObject({
  ...envelope,
  postmortems: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      summary: z.string(),
      state: z.enum(['preliminary', 'final']),
      severity: z.string(),
      publishedAt: z.string(),
      updatedAt: z.string(),
      started: publicTimeSchema,
      resolved: publicTimeSchema.optional(),
      services: z.array(z.string()),
      tags: z.array(z.string()),
      url: z.string(),
      data: z.string(),
      markdown: z.string(),
    }),
  ),
});

export const servicesDocumentSchema = z.strictObject({
  ...envelope,
  services: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      description: z.string().optional(),
      since: z.string().optional(),
      url: z.string(),
    }),
  ),
});

export const agreementsDocumentSchema = z.strictObject({
  ...envelope,
  agreements: z.array(
    z.looseObject({
      service: z.string(),
      kind: z.enum(['availability', 'acknowledge', 'resolve', 'publish']),
      from: z.string(),
      until: z.string().optional(),
    }),
  ),
});

export const promisesDocumentSchema = z.strictObject({
  ...envelope,
  promises: z.array(
    z.strictObject({
      postmortem: z.string(),
      id: z.string(),
      what: z.string(),
      kind: z.string(),
      owner: z.string(),
      due: z.string(),
      moved: z.array(z.strictObject({ at: z.string(), from: z.string(), because: z.string() })).optional(),
      doneWhen: z.string(),
      state: z.enum(['overdue', 'open', 'late', 'kept', 'dropped']),
      doneOn: z.string().optional(),
      droppedOn: z.string().optional(),
      droppedBecause: z.string().optional(),
      url: z.string(),
    }),
  ),
});

export function postmortemDocument(
  postmortem: PublicPostmortem,
  site: PublicSite,
  addressOf: AddressOf,
): z.output<typeof postmortemDocumentSchema> {
  return {
    version,
    organisation: site.organisation,
    url: addressOf(`/postmortems/${postmortem.slug}/`),
    ...publicPostmortemSchema.parse(postmortem),
  };
}

export function postmortemsDocument(
  rows: readonly PostmortemSummary[],
  site: PublicSite,
  addressOf: AddressOf,
): z.output<typeof postmortemsDocumentSchema> {
  return {
    version,
    organisation: site.organisation,
    postmortems: rows.map(
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
        url: addressOf(`/postmortems/${slug}/`),
        data: addressOf(`/postmortems/${slug}.json`),
        markdown: addressOf(`/postmortems/${slug}.md`),
      }),
    ),
  };
}

export function servicesDocument(
  services: readonly PublicService[],
  site: PublicSite,
  addressOf: AddressOf,
): z.output<typeof servicesDocumentSchema> {
  return {
    version,
    organisation: site.organisation,
    services: services.map(({ id, name, description, since }) => ({
      id,
      name,
      ...(description === undefined ? {} : { description }),
      ...(since === undefined ? {} : { since }),
      url: addressOf(`/services/${id}/`),
    })),
  };
}

export function agreementsDocument(
  services: readonly PublicService[],
  site: PublicSite,
): z.output<typeof agreementsDocumentSchema> {
  return {
    version,
    organisation: site.organisation,
    agreements: services.flatMap(({ id, agreements }) =>
      agreements.map((agreement) => ({ service: id, ...agreement })),
    ),
  };
}

export function promisesDocument(
  promises: readonly JudgedPromise[],
  site: PublicSite,
  addressOf: AddressOf,
): z.output<typeof promisesDocumentSchema> {
  return {
    version,
    organisation: site.organisation,
    promises: promises.map(({ slug, action, state }) => ({
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
      url: addressOf(`/postmortems/${slug}/#action-${action.id}`),
    })),
  };
}

/** JSON Schemas (draft 2020-12) of the documents by their names. */
export const documentSchemas = {
  postmortem: postmortemDocumentSchema,
  postmortems: postmortemsDocumentSchema,
  services: servicesDocumentSchema,
  agreements: agreementsDocumentSchema,
  promises: promisesDocumentSchema,
} as const;

export function jsonSchemaOf(name: keyof typeof documentSchemas): unknown {
  return z.toJSONSchema(documentSchemas[name]);
}
