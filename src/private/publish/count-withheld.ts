/** How much of a postmortem stays internal, by kind: what reviewers are told instead of the text itself. */
import type { Postmortem } from '../../shared/incident/postmortem-schema.ts';
import type { Service } from '../../shared/incident/service-schema.ts';

export const withheldKinds = [
  'internalParts',
  'redactedWords',
  'comments',
  'timelineRows',
  'people',
  'minutes',
  'files',
  'tickets',
  'services',
  'tags',
  'notes',
] as const;

export type Withheld = Record<(typeof withheldKinds)[number], number>;

interface CountOptions {
  /** The story: each mark in it has been accounted for. */
  story: string;
  /** Values of all fields as text, and how many comments stand between them. */
  fields: string;
  comments: number;
  services: Readonly<Record<string, Service>>;
  internalTags: readonly string[];
}

/** Counts of marks in the file and of internal fields. */
export function countWithheld(
  postmortem: Postmortem,
  { story, fields, comments, services, internalTags }: CountOptions,
): Withheld {
  const {
    attachments = [],
    timeline = [],
    responders = [],
    actions = [],
    review,
    impact,
    tags = [],
    internal,
  } = postmortem;
  const marks = (pattern: RegExp) => (story + fields).match(pattern)?.length ?? 0;
  return {
    internalParts: marks(/<Internal[\s>]/g),
    redactedWords: marks(/<Redacted[\s>]/g),
    comments: comments + marks(/\{\/\*/g),
    timelineRows: timeline.filter((row) => row.internal).length,
    people: responders.flatMap(({ people = [] }) => people).length + (review?.attendees?.length ?? 0),
    files: attachments.filter((file) => file.internal).length,
    minutes: review?.minutes === undefined ? 0 : 1,
    tickets: actions.filter(({ ticket }) => ticket !== undefined).length,
    services: impact.services.filter(({ service }) => services[service]?.internal).length,
    tags: tags.filter((tag) => internalTags.includes(tag)).length,
    notes: internal === undefined ? 0 : 1,
  };
}
