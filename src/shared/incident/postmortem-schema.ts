/**
 * The postmortem as its author writes it: YAML frontmatter, one sentence a key. Every key not named here is refused.
 * Keys with `.meta({ audience: 'internal' })` never leave the source in the public edition; see `public-postmortem.ts`.
 */
import { z } from 'zod';
import { addressName } from './address-name.ts';
import { faultOfInstant, parseCalendarDate, parseInstant } from './instant.ts';
import { recordedCountSchema, shareSchema } from './recorded-count.ts';
import { recordedTimeSchema } from './recorded-time.ts';

/** A moment that must be known exactly. */
const instant = z.string().transform((text, context) => {
  const value = parseInstant(text);
  if (value !== undefined) return value;
  context.addIssue({
    code: 'custom',
    message: faultOfInstant(text),
    params: { remedy: 'Write it like `2026-03-14T09:12Z` or `2026-03-14T10:12+01:00`.' },
  });
  return z.NEVER;
});

const calendarDate = z.string().transform((text, context) => {
  const value = parseCalendarDate(text);
  if (value !== undefined) return value;
  context.addIssue({
    code: 'custom',
    message: `\`${text}\` is not a day of the calendar.`,
    params: { remedy: 'Write it like `2026-03-14`.' },
  });
  return z.NEVER;
});

const text = z.string().trim().min(1);
/** Inline Markdown: emphasis, code, links, `@person`, `<Internal>` and `<Redacted>`. */
const prose = text;
const documentId = z.string().regex(/^[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*$/, 'letters, digits and single hyphens');

/** True for http and https addresses without a user name or password in them. */
export function isWebAddress(address: string): boolean {
  if (!/^https?:\/\//i.test(address)) return false;
  const url = URL.parse(address);
  return url !== null && url.hostname !== '' && url.username === '' && url.password === '';
}

const webAddress = z.string().refine(isWebAddress, {
  error: 'an address that begins with https:// or http://, without a user name',
});

export const impactLevels = ['down', 'partial', 'degraded'] as const;
export const detectors = ['customer', 'monitoring', 'employee', 'partner', 'unknown'] as const;
export const actionKinds = ['fix', 'mitigation', 'observability', 'process'] as const;
export const actionStates = ['open', 'done', 'dropped'] as const;
export const timelineKinds = [
  'trigger',
  'detection',
  'escalation',
  'response',
  'diagnosis',
  'mitigation',
  'communication',
  'recovery',
  'note',
] as const;
export const agreementKinds = ['availability', 'acknowledge', 'resolve', 'publish'] as const;
export const outcomes = ['met', 'breached', 'unknown'] as const;
export const revisionKinds = ['correction', 'update', 'final'] as const;
export const postmortemStates = ['draft', 'review', 'preliminary', 'final'] as const;
export const publicStates = ['preliminary', 'final'] as const;

const timesSchema = z.strictObject({
  started: recordedTimeSchema.describe('When the incident began to affect anyone.'),
  firstLogged: recordedTimeSchema.describe('When somebody or something first recorded it.'),
  acknowledged: recordedTimeSchema.optional().describe('When a responder took it on.'),
  mitigated: recordedTimeSchema.optional().describe('When the impact ended, though the cause may have remained.'),
  resolved: recordedTimeSchema.optional().describe('When it was fixed; may be absent while preliminary.'),
});

const windowSchema = z.strictObject({
  from: recordedTimeSchema.describe('When this degree of impact began.'),
  to: recordedTimeSchema.optional().describe('When it ended; absent while it lasts.'),
  level: z.enum(impactLevels).describe('Whether the service was down, partly failing, or degraded.'),
  share: shareSchema.optional().describe('Share of requests or users affected, as a percentage.'),
});

const impactSchema = z.strictObject({
  users: recordedCountSchema.describe('People affected.'),
  accounts: recordedCountSchema.describe('Customer accounts affected.'),
  supportRequests: recordedCountSchema.describe('Support requests raised about it.'),
  dataLoss: text.optional().describe('What data was lost, or `none`.'),
  regions: z.array(text).optional().describe('Regions affected.'),
  services: z
    .array(
      z.strictObject({
        service: addressName.describe('A service by the name of its file in `content/services/`.'),
        windows: z.array(windowSchema).describe('When and how far it was affected.'),
      }),
    )
    .describe('Services affected; an empty list when none was.'),
});

const actionSchema = z.strictObject({
  id: documentId.describe('Permanent name of this action item within the postmortem.'),
  what: prose.describe('What will be done, beginning with a verb.'),
  kind: z.enum(actionKinds).describe('Whether it fixes, mitigates, improves observability or changes a process.'),
  owner: text.describe('The team that promised it.'),
  due: calendarDate.describe('The day by which it will be done.'),
  moved: z
    .array(
      z.strictObject({
        at: calendarDate.describe('The day on which the due date was moved.'),
        from: calendarDate.describe('The day by which it was to be done until then.'),
        because: prose.describe('Why it was moved.'),
      }),
    )
    .optional()
    .describe('Earlier due dates, in order of time; `due` is the present one.'),
  doneWhen: prose.describe('How one will know that it is done.'),
  state: z.enum(actionStates).describe('Whether it is open, done or dropped.'),
  doneOn: calendarDate.optional().describe('The day it was done.'),
  droppedOn: calendarDate.optional().describe('The day it was decided not to do it.'),
  droppedBecause: prose.optional().describe('Why it will not be done.'),
  ticket: text.optional().meta({ audience: 'internal', description: 'Where it is tracked.' }),
});

const claimSchema = z.strictObject({
  service: addressName.describe('The service.'),
  kind: z.enum(agreementKinds).describe('Which of its agreements.'),
  verdict: z.enum(outcomes).describe('What the author expects to be computed.'),
});

/** What an author says of an agreement; it is checked and never shown. */
export type AgreementClaim = z.output<typeof claimSchema>;

/** The frontmatter of `content/postmortems/<slug>/index.mdx`. */
export const postmortemSchema = z.strictObject({
  id: documentId.describe('Permanent and unique; feed ids come from it.'),
  title: text.max(200).describe('What happened, in plain text.'),
  summary: prose.describe("One to three sentences in a reader's words."),
  state: z.enum(postmortemStates).describe('Draft and review are never public.'),
  publishedAt: instant.optional().describe('When it became or becomes public; embargoed until then.'),
  severity: addressName.describe('One of the severities of `site.yaml`.'),
  tags: z.array(addressName).optional().describe('Topics, for browsing.'),
  times: timesSchema.describe('The phases of the incident.'),
  detection: z
    .strictObject({
      by: z.enum(detectors).describe('Who logged it first.'),
      team: text.optional().describe('The team that logged it or took the report.'),
    })
    .describe('How the incident was first logged.'),
  impact: impactSchema.describe('Who and what was affected.'),
  responders: z
    .array(
      z.strictObject({
        team: text.describe('The team.'),
        did: z.array(text).optional().describe('What it did: diagnosed, fixed, communicated.'),
        people: z.array(text).optional().meta({ audience: 'internal', description: 'Who responded.' }),
      }),
    )
    .optional()
    .describe('Teams that responded.'),
  review: z
    .strictObject({
      held: calendarDate.describe('The day of the incident review.'),
      attendees: z.array(text).optional().meta({ audience: 'internal', description: 'Who attended.' }),
      customerAttended: z.boolean().optional().describe('Whether a customer took part.'),
      minutes: text
        .optional()
        .meta({ audience: 'internal', description: 'File with the minutes, beside the postmortem.' }),
    })
    .optional()
    .describe('The incident review.'),
  advice: prose.optional().describe('What affected readers can or should do; shown first.'),
  nextUpdateBy: instant.optional().describe('By when a preliminary postmortem will be updated.'),
  trigger: prose.optional().describe('What set the incident off.'),
  contributingFactors: z.array(prose).optional().describe('Conditions that together made it possible.'),
  mitigations: z.array(prose).optional().describe('What ended the impact.'),
  timeline: z
    .array(
      z.strictObject({
        at: recordedTimeSchema.describe('When it happened.'),
        kind: z.enum(timelineKinds).describe('What sort of event it was.'),
        what: prose.describe('What happened, in the past tense.'),
        internal: z.boolean().optional().meta({ audience: 'internal', description: 'Withholds this row.' }),
      }),
    )
    .optional()
    .describe('What happened, in order.'),
  lessons: z
    .strictObject({
      wentWell: z.array(prose).optional().describe('What helped.'),
      wentBadly: z.array(prose).optional().describe('What hindered.'),
      gotLucky: z.array(prose).optional().describe('What could have been worse.'),
    })
    .optional()
    .describe('What the organisation learned.'),
  actions: z.array(actionSchema).optional().describe('What the organisation promises to do.'),
  revisions: z
    .array(
      z.strictObject({
        at: instant.describe('When the change was published.'),
        kind: z.enum(revisionKinds).describe('A correction, an update, or the change to final.'),
        note: prose.describe('What changed.'),
      }),
    )
    .optional()
    .describe('Changes after publication.'),
  agreements: z
    .array(claimSchema)
    .optional()
    .describe('Verdicts that the author expects; one that is computed otherwise is a problem.'),
  related: z.array(documentId).optional().describe('Ids of related postmortems.'),
  references: z
    .array(
      z.strictObject({
        title: text.describe('Its title.'),
        url: webAddress.describe('Its address.'),
        archived: webAddress.optional().describe('Address of a copy that stays when the original is gone.'),
      }),
    )
    .optional()
    .describe('Further reading.'),
  attachments: z
    .array(
      z.strictObject({
        title: text.max(200).describe('What it is, in plain text.'),
        file: text.describe('A log, a table, a text or a PDF in the folder of the postmortem, published as it is.'),
        internal: z.boolean().optional().meta({ audience: 'internal', description: 'Withholds this file.' }),
      }),
    )
    .max(20)
    .optional()
    .describe('Files offered for download beside the postmortem.'),
  redirectFrom: z.array(addressName).optional().describe('Earlier slugs of this postmortem.'),
  internal: z.unknown().optional().meta({ audience: 'internal', description: 'Anything at all, for staff only.' }),
});

/** A postmortem as read from its file, values parsed, nothing removed: it may hold private text. */
export type Postmortem = z.output<typeof postmortemSchema>;
