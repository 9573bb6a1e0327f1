/** The policy: who and what must never be public. `content/people.yaml` and `content/redaction.yaml`. */
import { z } from 'zod';

const text = z.string().trim().min(1);
const reason = text.describe('Why, for the next reader of this file.');

const lastDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day, like 2027-01-31')
  .describe('The last day on which the exception holds.');

/** `content/people.yaml`: a handle each, with the name that is withheld and the role shown instead. */
export const peopleSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/, 'a handle of lower-case letters, digits and hyphens'),
  z.strictObject({
    name: text.describe('Full name; never public.'),
    role: text.describe('Shown instead of the name, "the on-call database engineer".'),
    roles: z.record(z.string(), text).default({}).describe('The role in other languages of the site, by their tags.'),
    aliases: z.array(text).default([]).describe('Nicknames, initials and account names; never public.'),
    public: z
      .boolean()
      .default(false)
      .describe('True for people whose name may appear, such as an executive who signs.'),
  }),
);

/** `content/redaction.yaml`. */
export const redactionSchema = z.strictObject({
  terms: z
    .array(z.strictObject({ term: text.describe('The words.'), because: reason }))
    .default([])
    .describe('Code names, customers, vendors: words that must never be public, in any case and spelling.'),
  hosts: z.array(text).default([]).describe('Internal host names, `*.corp.example.net` for all below a domain.'),
  patterns: z
    .array(
      z.strictObject({
        name: text.describe('What it finds, for the report.'),
        pattern: text.describe('A regular expression in RE2 syntax; case is ignored.'),
        because: reason,
      }),
    )
    .default([])
    .describe('Forms that must never be public, such as ticket numbers.'),
  tags: z.array(text).default([]).describe('Tags for staff only, dropped from the public edition.'),
  allow: z
    .array(
      z.strictObject({
        text: text.describe('The exact words that may be public although a rule finds them.'),
        because: reason,
        until: lastDay,
      }),
    )
    .default([])
    .describe('Exceptions, each with a reason and an end.'),
  files: z
    .array(
      z.strictObject({
        path: text
          .regex(
            /^(?!\/)(?!public\/)(?:(?!\.\.?(?:\/|$))[^/\\]+(?:\/|$))+$/,
            'a file in `public/`, written without `public/`',
          )
          .describe('The file, as it lies in `public/`.'),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits, as `sha256sum` prints them')
          .describe('Of its bytes: with others it is not published.'),
        because: reason,
        until: lastDay,
      }),
    )
    .default([])
    .describe('Files in `public/` of kinds that Candor cannot search, each looked through by a person.'),
});

export type People = z.output<typeof peopleSchema>;
export type RedactionSettings = z.output<typeof redactionSchema>;
/** All that decides what is private, in one value. */
export interface Policy {
  people: People;
  redaction: RedactionSettings;
}
