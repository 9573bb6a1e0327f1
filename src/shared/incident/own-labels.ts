/** The labels of the interface that an owner may word otherwise: `words` in `site.yaml`. Plain text, in one language. */
import { z } from 'zod';

/** What each labels. */
const labels = {
  archive: 'The list of all postmortems by year.',
  services: 'The list of services.',
  numbers: 'The figures over all incidents.',
  promises: 'The list of promised changes.',
  tags: 'The list of topics.',
  search: 'The search.',
  subscribe: 'The page about feeds and other ways to follow.',
  data: 'The page about data for programs.',
  howWeMeasure: 'The page that explains the figures.',
  home: 'The heading of the home page.',
  latest: 'The list on the home page.',
  isItOver: 'The first question below a title.',
  wasIAffected: 'The second question.',
  whenWasIt: 'The third question.',
  whatToDo: 'The fourth question.',
  started: 'When the incident began.',
  detected: 'When it was first logged.',
  acknowledged: 'When a responder took it on.',
  impactEnded: 'When nobody was affected any more.',
  resolved: 'When it was fixed.',
  impact: 'The part on what was affected.',
  timeline: 'The part on what happened when.',
  responders: 'The part on the teams that responded.',
  trigger: 'The part on what set it off.',
  factors: 'The part on contributing factors.',
  mitigations: 'The part on what ended the impact.',
  lessons: 'The part on lessons.',
  agreements: 'The part on service levels.',
  actions: 'The part on promised changes.',
  revisions: 'The part on corrections and updates.',
  attachments: 'The part on files for download.',
  references: 'The part on sources.',
  reportError: 'The link for readers who found an error.',
} as const;

export type OwnLabel = keyof typeof labels;
export type OwnWords = { [Label in OwnLabel]?: string | undefined };

const longest = 60;
const label = z
  .string()
  .trim()
  .min(1)
  .max(longest)
  .regex(/^[^\p{Cc}\p{Cf}\u2028\u2029]*$/u, { error: 'one line of plain text' });

export const ownWordsSchema = z.strictObject(
  Object.fromEntries(Object.entries(labels).map(([name, means]) => [name, label.optional().describe(means)])) as Record<
    OwnLabel,
    z.ZodOptional<typeof label>
  >,
);
