/** The policy: who and what must never be public. `content/people.yaml` and `content/redaction.yaml`. */
import { z } from 'zod';
import { addressName } from '../incident/address-name.ts';
import { parseCalendarDate } from '../incident/instant.ts';
import { spokenLanguageOf, spokenLanguages } from '../incident/languages.ts';
import { normalText } from '../text/normalise.ts';
import { neverMatches } from './never-matches.ts';

const text = z.string().trim().min(1);

/** A rule that can never match anything is a mistake: it looks like a lock and is none. The sentences quote nothing of the file. */
const rule = (canMatch: (written: string) => boolean, error: string, remedy: string) =>
  text.refine(canMatch, { error, params: { remedy } });

/** Words that are compared in normal form, of which something must be left there. */
const words = rule(
  (written) => /[^\p{White_Space}]/u.test(normalText(written)),
  'can never be found, for nothing of it is drawn.',
  'Write the words as a reader sees them.',
);
const tag = rule(
  (written) => addressName.safeParse(written).success,
  'can never match, for tags are lower-case words joined by hyphens.',
  'Write it as postmortems have it, such as `not-announced`.',
);
const host = rule(
  (written) => /^(?:\*\.)?[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*$/u.test(written),
  'can never match, for it is no host name.',
  'Write the name alone, without scheme, port and path: `db.example.net`, or `*.example.net` for all below it.',
);
const pattern = text.superRefine((written, context) => {
  const never = neverMatches(written);
  if (never)
    context.addIssue({
      code: 'custom',
      message: `can never match, for ${never.because}.`,
      params: { remedy: never.remedy },
    });
});
const lastDay = text
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day, like 2027-01-31')
  .refine((written) => parseCalendarDate(written) !== undefined, {
    error: 'is no day of the calendar.',
    params: { remedy: 'Write a day that exists, like 2027-01-31.' },
  })
  .describe('The last day on which the exception holds.');
const role = z.record(
  rule(
    (written) => spokenLanguageOf(written) !== undefined,
    'is for a language that no site can have.',
    `Use one of: ${spokenLanguages.join(', ')}, or their regions.`,
  ),
  text,
);
const reason = text.describe('Why, for the next reader of this file.');

/** `content/people.yaml`: a handle each, with the name that is withheld and the role shown instead. */
export const peopleSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/, 'a handle of lower-case letters, digits and hyphens'),
  z
    .strictObject({
      name: words.describe('Full name; never public.'),
      role: text.describe('Shown instead of the name, "the on-call database engineer".'),
      roles: role.default({}).describe('The role in other languages of the site, by their tags.'),
      aliases: z.array(words).default([]).describe('Nicknames, initials and account names; never public.'),
      public: z
        .boolean()
        .default(false)
        .describe('True for people whose name may appear, such as an executive who signs.'),
      match: z
        .literal('full')
        .optional()
        .describe('`full`: given and family name alone are words, and only both together count.'),
      because: reason.optional().describe('Why only the full name counts, with `match: full`.'),
    })
    .refine(({ match, because }) => (match === undefined) === (because === undefined), {
      error: '`match: full` and its reason go together.',
      path: ['match'],
      params: { remedy: 'Write both, like `match: full` and `because: April is a month.`, or neither.' },
    }),
);

/** `content/redaction.yaml`. */
export const redactionSchema = z.strictObject({
  terms: z
    .array(z.strictObject({ term: words.describe('The words.'), because: reason }))
    .default([])
    .describe('Code names, customers, vendors: words that must never be public, in any case and spelling.'),
  hosts: z.array(host).default([]).describe('Internal host names, `*.corp.example.net` for all below a domain.'),
  patterns: z
    .array(
      z.strictObject({
        name: text.describe('What it finds, for the report.'),
        pattern: pattern.describe('A regular expression in RE2 syntax; case is ignored.'),
        because: reason,
      }),
    )
    .default([])
    .describe('Forms that must never be public, such as ticket numbers.'),
  tags: z.array(tag).default([]).describe('Tags for staff only, dropped from the public edition.'),
  allow: z
    .array(
      z.strictObject({
        text: words.describe('The exact words that may be public although a rule finds them.'),
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
            'a file in `public/`, written without `public/`, or an attachment with its whole path',
          )
          .describe('The file, as it lies in `public/`; an attachment by its whole path, `content/postmortems/…`.'),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits, as `sha256sum` prints them')
          .describe('Of its bytes: with others it is not published.'),
        because: reason,
        until: lastDay,
      }),
    )
    .default([])
    .describe(
      'Files in `public/` and attachments of kinds that Candor cannot search, each looked through by a person.',
    ),
});

export type People = z.output<typeof peopleSchema>;
export type RedactionSettings = z.output<typeof redactionSchema>;
/** All that decides what is private, in one value. */
export interface Policy {
  people: People;
  redaction: RedactionSettings;
}

/** The policy as it holds on a day, `2026-11-23`: exceptions that ended before it are gone. */
export function policyOn(policy: Policy, day: string): Policy {
  const holds = ({ until }: { until: string }) => until >= day;
  const { allow, files } = policy.redaction;
  return { ...policy, redaction: { ...policy.redaction, allow: allow.filter(holds), files: files.filter(holds) } };
}
