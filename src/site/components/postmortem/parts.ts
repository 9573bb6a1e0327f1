/** The parts of a postmortem's page: which have something to show, and which the story places itself. */
import { type PostmortemPart, postmortemParts } from '../../../shared/incident/postmortem-parts.ts';
import type { ProjectedPostmortem } from '../../../shared/incident/public-postmortem.ts';
import { getVerdicts } from '../../data/figures.ts';
import { findPostmortemById } from '../../data/site-data.ts';

/** Parts shown after the story, in the order of the page: those that are not empty and that the story does not place. */
export function listParts(postmortem: ProjectedPostmortem): PostmortemPart[] {
  const placed = new Set<PostmortemPart>(
    postmortem.story.segments.flatMap((segment) => ('part' in segment ? [segment.part] : [])),
  );
  return postmortemParts.filter((name) => !placed.has(name) && hasContent(name, postmortem));
}

/** False when the part would show nothing. */
export function hasContent(name: PostmortemPart, postmortem: ProjectedPostmortem): boolean {
  return contentTests[name](postmortem);
}

const contentTests: Record<PostmortemPart, (postmortem: ProjectedPostmortem) => boolean> = {
  impact: () => true,
  timeline: ({ timeline, internal }) => timeline.length > 0 || (internal?.timeline ?? []).length > 0,
  responders: ({ responders, review }) => responders.length > 0 || review !== undefined,
  trigger: ({ trigger }) => trigger !== undefined,
  factors: ({ contributingFactors }) => contributingFactors.length > 0,
  mitigations: ({ mitigations }) => mitigations.length > 0,
  lessons: ({ lessons }) => Object.values(lessons).some((items) => items.length > 0),
  agreements: ({ slug }) => getVerdicts(slug).length > 0,
  actions: ({ actions }) => actions.length > 0,
  revisions: ({ revisions }) => revisions.length > 0,
  attachments: ({ attachments, internal }) => attachments.length > 0 || (internal?.attachments ?? []).length > 0,
  references: ({ references }) => references.length > 0,
  related: ({ related }) => related.some((id) => findPostmortemById(id) !== undefined),
  internal: ({ internal }) =>
    internal !== undefined &&
    [internal.attendees, internal.internalServices, internal.internalTags, internal.minutes, internal.notes].some(
      (item) => item !== undefined && item.length > 0,
    ),
};
