/** What each document of the site's data holds, with a sentence a field, which the Data page shows. */
import { z } from 'zod';
import { postmortemSchema } from '../../shared/incident/postmortem-schema.ts';
import { publicPostmortemSchema } from '../../shared/incident/public-postmortem.ts';
import { publicTimeSchema } from '../../shared/incident/recorded-time.ts';

/** Within a version fields are added, never renamed or removed. */
export const version = 1;

const text = (meaning: string) => z.string().describe(meaning);
const texts = (meaning: string) => z.array(z.string()).describe(meaning);

const envelope = {
  version: z.literal(version).describe('Version of the form of this document.'),
  organisation: text('Who publishes it.'),
};

/** Of lists that go on over several pages. */
const paging = {
  total: z
    .int()
    .min(0)
    .optional()
    .describe('How many rows all pages have together. On the first page alone, so that older ones stay as they are.'),
  next: text('Address of the page with what was published before; the last page has none.').optional(),
};

/** Fields keep the sentences that authors know them by. */
const described = Object.fromEntries(
  Object.entries(publicPostmortemSchema.shape).map(([key, field]) => {
    const meaning = (postmortemSchema.shape as Record<string, z.ZodType | undefined>)[key]?.description;
    return [key, meaning === undefined ? field : field.describe(meaning)];
  }),
) as typeof publicPostmortemSchema.shape;

const row = {
  id: text('Permanent and unique.'),
  title: text('What happened, in plain text.'),
  summary: text("One to three sentences in a reader's words."),
  state: z.enum(['preliminary', 'final']).describe('Whether the review is finished.'),
  severity: text('One of the severities of the site, by its id.'),
  publishedAt: text('When it became public; never moves.'),
  updatedAt: text('When it was last revised, else when it became public.'),
  started: publicTimeSchema.describe('When the incident began to affect anyone.'),
  resolved: publicTimeSchema.optional().describe('When it was fixed.'),
  services: texts('Services affected, by their ids.'),
  tags: texts('Topics.'),
  url: text('Address of the page.'),
  data: text('Address of the whole postmortem as JSON.'),
  markdown: text('Address of the whole postmortem as Markdown.'),
};

const service = {
  id: text('Permanent; postmortems name the service by it.'),
  name: text('Shown to readers.'),
  description: text('What it does.').optional(),
  group: text('The services among which it is listed.').optional(),
  since: text('The day it was taken into service.').optional(),
  url: text('Address of its page.'),
};

const agreement = {
  service: text('The service, by its id.'),
  kind: z
    .enum(['availability', 'acknowledge', 'resolve', 'publish'])
    .describe('What is agreed; further fields follow from it.'),
  from: text('The day it came into force.'),
  until: text('The last day it was in force.').optional(),
};

const move = {
  at: text('The day it was moved.'),
  from: text('The day it was due until then.'),
  because: text('Why.'),
};

const promise = {
  postmortem: text('The postmortem that made it, by its slug.'),
  id: text('Permanent within the postmortem.'),
  what: text('What will be done.'),
  kind: text('Whether it fixes, mitigates, improves observability or changes a process.'),
  owner: text('The team that promised it.'),
  due: text('The day by which it will be done.'),
  moved: z.array(z.strictObject(move)).optional().describe('Earlier due dates, in order of time.'),
  doneWhen: text('How one will know that it is done.'),
  state: z.enum(['overdue', 'open', 'late', 'kept', 'dropped']).describe('What became of it by the day of the build.'),
  doneOn: text('The day it was done.').optional(),
  droppedOn: text('The day it was decided not to do it.').optional(),
  droppedBecause: text('Why it will not be done.').optional(),
  url: text('Address of the action item.'),
};

/** By the names of the documents. */
export const documentSchemas = {
  postmortem: z.strictObject({
    ...envelope,
    ...described,
    state: described.state.describe(row.state.description ?? ''),
    severity: text(row.severity.description ?? ''),
    publishedAt: text(row.publishedAt.description ?? ''),
    related: texts('Related postmortems, by their ids.'),
    slug: text('Name of its page; may change.'),
    story: described.story.describe('The story as sanitised HTML, in the order of the page, and its headings.'),
    attachments: z
      .array(
        z.strictObject({
          title: text('What it is.'),
          file: text('Its name.'),
          url: text('Its address, which another content does not have.'),
          type: text('MIME type.'),
          bytes: z.int().min(0).describe('Its size.'),
        }),
      )
      .describe('Files offered for download beside the postmortem.'),
    url: text('Address of the page.'),
  }),
  postmortems: z.strictObject({ ...envelope, ...paging, postmortems: z.array(z.strictObject(row)) }),
  services: z.strictObject({ ...envelope, services: z.array(z.strictObject(service)) }),
  agreements: z.strictObject({ ...envelope, agreements: z.array(z.looseObject(agreement)) }),
  promises: z.strictObject({ ...envelope, ...paging, promises: z.array(z.strictObject(promise)) }),
} as const;

export type DocumentName = keyof typeof documentSchemas;

/** JSON Schema (draft 2020-12). It allows what it does not name: a field that comes later breaks nobody's check. */
export function jsonSchemaOf(name: DocumentName): unknown {
  return z.toJSONSchema(documentSchemas[name], {
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
}

const rows: Readonly<Record<DocumentName, Record<string, z.ZodType>>> = {
  postmortem: documentSchemas.postmortem.shape,
  postmortems: row,
  services: service,
  agreements: agreement,
  promises: promise,
};

/** Name and meaning of each field of a postmortem, or of a row of a list. */
export function listFields(name: DocumentName): { name: string; meaning: string; isOptional: boolean }[] {
  return Object.entries(rows[name])
    .filter(([key]) => !Object.hasOwn(envelope, key))
    .map(([key, field]) => ({ name: key, meaning: meaningOf(field), isOptional: field.safeParse(undefined).success }));
}

function meaningOf(field: z.ZodType): string {
  const inner = field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : field;
  return field.description ?? inner.description ?? '';
}
