/** The postmortem as the world may see it. Deny by default: what these strict schemas do not name is not published. */
import { z } from 'zod';
import { storyParts } from './postmortem-parts.ts';
import {
  actionKinds,
  actionStates,
  detectors,
  impactLevels,
  publicStates,
  revisionKinds,
  timelineKinds,
} from './postmortem-schema.ts';
import { publicCountSchema } from './recorded-count.ts';
import { publicTimeSchema } from './recorded-time.ts';

/** Inline prose after redaction: `text` without markup, `html` sanitised. */
export const proseSchema = z.strictObject({ text: z.string(), html: z.string() });
const prose = proseSchema;
const proses = z.array(prose);
/** A string that is no text: a moment, a day, a name of a file. Every other one is words of the author, and read as such. */
export const factSchema = z.string();
const fact = factSchema;

const storySchema = z.strictObject({
  /** The story in order: finished HTML, and the parts placed between. */
  segments: z.array(z.union([z.strictObject({ html: z.string() }), z.strictObject({ part: z.enum(storyParts) })])),
  headings: z.array(z.strictObject({ depth: z.number().int(), slug: z.string(), text: z.string() })),
});

export const publicPostmortemSchema = z.strictObject({
  id: z.string(),
  slug: fact,
  title: z.string(),
  summary: prose,
  state: z.enum(publicStates),
  publishedAt: fact,
  severity: z.string(),
  tags: z.array(z.string()),
  times: z.strictObject({
    started: publicTimeSchema,
    firstLogged: publicTimeSchema,
    acknowledged: publicTimeSchema.optional(),
    mitigated: publicTimeSchema.optional(),
    resolved: publicTimeSchema.optional(),
  }),
  detection: z.strictObject({ by: z.enum(detectors), team: z.string().optional() }),
  impact: z.strictObject({
    users: publicCountSchema,
    accounts: publicCountSchema,
    supportRequests: publicCountSchema,
    dataLoss: z.string().optional(),
    regions: z.array(z.string()),
    services: z.array(
      z.strictObject({
        service: fact,
        windows: z.array(
          z.strictObject({
            from: publicTimeSchema,
            to: publicTimeSchema.optional(),
            level: z.enum(impactLevels),
            share: z.number().min(0).max(1).optional(),
          }),
        ),
      }),
    ),
  }),
  responders: z.array(z.strictObject({ team: z.string(), did: z.array(z.string()) })),
  review: z.strictObject({ held: fact, customerAttended: z.boolean().optional() }).optional(),
  advice: prose.optional(),
  nextUpdateBy: fact.optional(),
  trigger: prose.optional(),
  contributingFactors: proses,
  mitigations: proses,
  timeline: z.array(z.strictObject({ at: publicTimeSchema, kind: z.enum(timelineKinds), what: prose })),
  lessons: z.strictObject({ wentWell: proses, wentBadly: proses, gotLucky: proses }),
  actions: z.array(
    z.strictObject({
      id: z.string(),
      what: prose,
      kind: z.enum(actionKinds),
      owner: z.string(),
      due: fact,
      moved: z.array(z.strictObject({ at: fact, from: fact, because: prose })).optional(),
      doneWhen: prose,
      state: z.enum(actionStates),
      doneOn: fact.optional(),
      droppedOn: fact.optional(),
      droppedBecause: prose.optional(),
    }),
  ),
  revisions: z.array(z.strictObject({ at: fact, kind: z.enum(revisionKinds), note: prose })),
  related: z.array(z.string()),
  references: z.array(z.strictObject({ title: z.string(), url: z.string(), archived: z.string().optional() })),
  /** Files for download, `digest` (of the bytes, hexadecimal, cut) and `file` making their addresses. */
  attachments: z.array(
    z.strictObject({ title: z.string(), file: fact, digest: fact, bytes: z.number().int().nonnegative() }),
  ),
  redirectFrom: z.array(z.string()),
  story: storySchema,
});

export type Prose = z.output<typeof proseSchema>;
export type Story = z.output<typeof storySchema>;
export type PublicPostmortem = z.output<typeof publicPostmortemSchema>;

/** What only the internal edition holds beside a postmortem; the public schema has no place for it. */
export interface InternalDetails {
  state: 'draft' | 'review' | 'preliminary' | 'final';
  /** Embargoed at the build's instant. */
  embargoed: boolean;
  responders: { team: string; people: string[] }[];
  attendees: string[];
  /** Rendered minutes of the review, HTML. */
  minutes?: string;
  tickets: { action: string; ticket: string }[];
  timeline: PublicPostmortem['timeline'];
  /** Files for download. */
  attachments: PublicPostmortem['attachments'];
  internalServices: string[];
  internalTags: string[];
  /** The `internal:` field as YAML text. */
  notes?: string;
}

/** What the projection holds for one postmortem: `internal` in the internal edition only. */
export type ProjectedPostmortem = PublicPostmortem & { internal?: InternalDetails };
