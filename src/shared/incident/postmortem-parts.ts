/** The parts of a postmortem's page: the one list of which there are, which a story may place, and what their anchors are. */

/** Parts that stand after the story unless the story places them, in their order. Each name is the anchor of its part. */
export const postmortemParts = [
  'impact',
  'timeline',
  'responders',
  'trigger',
  'factors',
  'mitigations',
  'lessons',
  'agreements',
  'actions',
  'revisions',
  'attachments',
  'references',
  'related',
  'internal',
] as const;

export type PostmortemPart = (typeof postmortemParts)[number];

/** Parts that a story may place itself; the page shows the others at their default place. */
export const storyParts = ['timeline', 'impact', 'agreements', 'actions'] as const satisfies readonly PostmortemPart[];

/** Anchors of every page with a text: `main`, and the heading of the notes. */
export const anchorsOfPage: readonly string[] = ['content', 'footnote-label'];

/** Parts before the story. */
const partsBefore = ['advice', 'facts'] as const;

/**
 * Anchors that belong to a postmortem's page, whether it shows the part or not, so that those of headings stay the same when
 * a part comes or goes: a heading of such a name gets a number, and no `<Anchor>` takes one.
 */
export const anchorsOfPostmortem: readonly string[] = [
  ...anchorsOfPage,
  ...partsBefore,
  ...postmortemParts,
  'title-page',
  'contents-title',
  'phases-title',
  'phases-desc',
];

/** Anchors of its parts that a text may link to. */
export const partAnchors: readonly string[] = [
  ...partsBefore,
  ...postmortemParts.filter((name) => name !== 'internal'),
];
