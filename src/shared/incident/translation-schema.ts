/**
 * A translation of a postmortem as its author writes it, `index.<language>.mdx`: texts only. Facts are recorded once, in
 * `index.mdx`; a row of a list names the original's row by a fact that identifies it.
 */
import { z } from 'zod';
import { postmortemSchema } from './postmortem-schema.ts';

const { shape } = postmortemSchema;
const timelineRow = shape.timeline.unwrap().element.shape;
const action = shape.actions.unwrap().element.shape;
const move = action.moved.unwrap().element.shape;
const revision = shape.revisions.unwrap().element.shape;
const reference = shape.references.unwrap().element.shape;
const attachment = shape.attachments.unwrap().element.shape;
const responder = shape.responders.unwrap().element.shape;

export const translationSchema = z.strictObject({
  title: shape.title,
  summary: shape.summary,
  translatedAt: revision.at.describe('When the original was as this translation says; readers hear of later changes.'),
  advice: shape.advice,
  trigger: shape.trigger,
  contributingFactors: shape.contributingFactors,
  mitigations: shape.mitigations,
  impact: z
    .strictObject({ dataLoss: shape.impact.shape.dataLoss, regions: shape.impact.shape.regions })
    .optional()
    .describe('Words about the impact; its figures are those of the original.'),
  responders: z
    .array(z.strictObject({ team: responder.team, did: z.array(z.string().trim().min(1)).describe('What it did.') }))
    .optional()
    .describe('What teams did; the team as the original names it.'),
  timeline: z
    .array(z.strictObject({ at: timelineRow.at, what: timelineRow.what }))
    .optional()
    .describe("Rows of the original's timeline, by their time."),
  lessons: shape.lessons,
  actions: z
    .array(
      z.strictObject({
        id: action.id,
        what: action.what.optional(),
        doneWhen: action.doneWhen.optional(),
        droppedBecause: action.droppedBecause,
        moved: z
          .array(z.strictObject({ at: move.at, because: move.because }))
          .optional()
          .describe('Why due dates were moved, by the day on which they were.'),
      }),
    )
    .optional()
    .describe('Action items of the original, by their id.'),
  revisions: z
    .array(z.strictObject({ at: revision.at, note: revision.note }))
    .optional()
    .describe('Revisions of the original, by their time.'),
  references: z
    .array(z.strictObject({ url: reference.url, title: reference.title }))
    .optional()
    .describe('References of the original, by their address.'),
  attachments: z
    .array(z.strictObject({ file: attachment.file, title: attachment.title }))
    .optional()
    .describe('Titles of the files for download, by the name of the file.'),
});

/** A translation as read from its file: it may hold private text. */
export type Translation = z.output<typeof translationSchema>;
