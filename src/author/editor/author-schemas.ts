/** JSON Schemas of the files that people write, for completion and hover texts in their editors. */
import { z } from 'zod';
import { pageSchema } from '../../private/publish/publish-page.ts';
import { announceSchema } from '../../shared/announcing/announce-schema.ts';
import { postmortemSchema } from '../../shared/incident/postmortem-schema.ts';
import { serviceSchema } from '../../shared/incident/service-schema.ts';
import { siteSchema } from '../../shared/incident/site-schema.ts';
import { translationSchema } from '../../shared/incident/translation-schema.ts';
import { peopleSchema, redactionSchema } from '../../shared/redaction/policy-schema.ts';

/** What the site offers for a field; internal names of services are not among them, for schemas may be shared. */
export interface Offered {
  severities: string[];
  services: string[];
  /** Handles; left away where the schemas may be shared. */
  people?: string[];
}

type Json = Record<string, unknown>;

/** Schemas by the name of their file. Offers complete a field and do not forbid other values: `candor check` judges. */
export function authorSchemas({ severities, services, people = [] }: Offered): Record<string, Json> {
  const postmortem = jsonSchema(postmortemSchema, 'A postmortem');
  offer(postmortem, ['severity'], severities);
  offer(postmortem, ['impact', 'services', 'service'], services);
  for (const path of [
    ['responders', 'people'],
    ['review', 'attendees'],
  ])
    offer(postmortem, path, people);
  return {
    postmortem,
    translation: jsonSchema(translationSchema, 'A translation of a postmortem'),
    page: jsonSchema(pageSchema, "A page of the owner's"),
    service: jsonSchema(serviceSchema, 'A service and its agreements'),
    site: jsonSchema(siteSchema, 'Settings of the site'),
    people: jsonSchema(peopleSchema, 'Who may be mentioned; never published'),
    announce: jsonSchema(announceSchema, 'Whom to tell of new entries; never published'),
    redaction: jsonSchema(redactionSchema, 'What must never be public; never published'),
  };
}

function jsonSchema(schema: z.ZodType, title: string): Json {
  const written = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override: ({ jsonSchema: field }) => {
      delete field['remedy'];
      if (field['audience'] !== 'internal') return;
      delete field['audience'];
      field.description = `${field.description ?? ''} Internal: never published.`.trim();
    },
  });
  return { title, ...(written as Json) };
}

/** Puts `values` beside what the field takes, or each item of it, as the ones to complete with. */
function offer(schema: Json, path: readonly string[], values: readonly string[]): void {
  if (values.length === 0) return;
  const found = path.reduce<Json>((inner, key) => {
    const properties = (inner['properties'] ?? (inner['items'] as Json | undefined)?.['properties']) as Json;
    return properties[key] as Json;
  }, schema);
  const field = found['type'] === 'array' ? (found['items'] as Json) : found;
  const { description, ...rest } = field;
  for (const key of Object.keys(field)) delete field[key];
  Object.assign(field, { ...(description ? { description } : {}), anyOf: [{ enum: values }, rest] });
}
