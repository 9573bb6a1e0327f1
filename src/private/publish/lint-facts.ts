/** What a text about an incident is checked with: the checks that look at the facts, too. */
import { anchorsOfPostmortem } from '../../shared/incident/postmortem-parts.ts';
import type { Postmortem } from '../../shared/incident/postmortem-schema.ts';
import type { Problem } from '../../shared/problem/problem.ts';
import type { YamlDocument } from '../../shared/yaml/yaml-document.ts';
import { anchorsAround, anchorsOfRows } from '../lint/links-and-structure.ts';
import type { LintInput } from '../lint/lint-input.ts';
import { findTakenAnchors } from '../markdown/check-anchors.ts';
import type { StyleOptions } from './check-style.ts';
import type { PublicationContext } from './publication-context.ts';

interface Facts {
  postmortem: Postmortem;
  document: YamlDocument;
  context: PublicationContext;
  /** `lintPostmortem`, or `lintTranslation`. */
  lint(input: LintInput): Problem[];
}

export function lintFacts({
  postmortem,
  document,
  context,
  lint,
}: Facts): Pick<StyleOptions, 'anchors' | 'taken' | 'lint' | 'isDraft'> {
  const services = Object.entries(context.services);
  const isBeingWritten = postmortem.state === 'draft' || postmortem.state === 'review';
  const facts = {
    postmortem,
    publicServices: new Set(services.flatMap(([id, { internal }]) => (internal ? [] : [id]))),
    serviceBegins: new Map(services.flatMap(([id, { since }]) => (since === undefined ? [] : [[id, since] as const]))),
    locationOf: document.locationOf,
  };
  return {
    anchors: anchorsAround(postmortem),
    taken: anchorsOfPostmortem,
    lint: (input) => [
      ...lint({ ...input, ...facts, isBeingWritten }),
      ...(input.story ? findTakenAnchors(input.story.tree, input.story.locationAt, anchorsOfRows(postmortem)) : []),
    ],
    isDraft: isBeingWritten && !context.whileWriting,
  };
}
