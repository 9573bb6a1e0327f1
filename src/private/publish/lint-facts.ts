/** What a text about an incident is checked with: the checks that look at the facts, too. */
import { anchorsOfPostmortem } from '../incident/postmortem-parts.ts';
import type { Postmortem } from '../incident/postmortem-schema.ts';
import { anchorsAround } from '../lint/links-and-structure.ts';
import type { LintInput } from '../lint/lint-input.ts';
import type { Problem } from '../problem/problem.ts';
import type { YamlDocument } from '../source/yaml-document.ts';
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
  const facts = {
    postmortem,
    publicServices: new Set(services.flatMap(([id, { internal }]) => (internal ? [] : [id]))),
    placeOf: document.placeOf,
  };
  return {
    anchors: anchorsAround(postmortem),
    taken: anchorsOfPostmortem,
    lint: (input) => lint({ ...input, ...facts }),
    isDraft: postmortem.state === 'draft' || postmortem.state === 'review',
  };
}
