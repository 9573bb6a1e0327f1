/** The fields of a draft, from what was gathered of a document. */

import { matchSeverity } from '../../shared/incident/match-severity.ts';
import type { Draft } from './draft.ts';
import type { ImportOptions, ImportSource } from './importer.ts';
import type { InferredTimes } from './infer-times.ts';
import { kindOfRow } from './kind-of-row.ts';
import { matchServices } from './match-services.ts';
import { idOf, slugOf, titleOf } from './names.ts';

/** By the keys of the frontmatter; what is not known is absent or `unknown`. */
export function draftValues({
  source,
  title,
  draft,
  inferred,
  options,
}: {
  source: ImportSource;
  title: string | undefined;
  draft: Draft;
  inferred: InferredTimes;
  options: ImportOptions;
}): Record<string, unknown> {
  const about = (at: string | undefined) => (at === undefined ? undefined : `about ${at}`);
  const tag = slugOf(draft.figures.get('category') ?? '', '');
  const tags = new Set([...draft.tags, ...(tag === '' ? [] : [tag])]);
  const severity = matchSeverity(draft.severity, options.severities ?? []);
  const { started, resolved } = inferred;
  const services = matchServices(
    draft.services.map((name) => ({ name })),
    options,
    { started, resolved },
    draft.todos,
  );
  const timeline = draft.timeline?.rows.map(({ at, about: roughly, what, words }) => ({
    at: at === undefined ? 'unknown' : roughly ? `about ${at}` : at,
    kind: kindOfRow(words),
    what,
  }));
  return {
    id: idOf(source.fileName),
    title: (title ?? titleOf(source.fileName)).replace(/\s+/g, ' ').slice(0, 200),
    summary: draft.values['summary'] ?? 'To be written.',
    state: 'draft',
    severity: severity ?? options.severity,
    ...(tags.size === 0 ? {} : { tags: [...tags] }),
    times: Object.fromEntries(
      Object.entries({
        started: about(inferred.started) ?? 'unknown',
        firstLogged: about(inferred.firstLogged) ?? 'unknown',
        mitigated: about(inferred.mitigated),
        resolved: about(inferred.resolved),
      }).filter(([, value]) => value !== undefined),
    ),
    detection: { by: inferred.detectedBy },
    impact: { users: 'unknown', accounts: 'unknown', supportRequests: 'unknown', ...draft.counts.values, services },
    trigger: draft.values['trigger'],
    contributingFactors: draft.values['contributingFactors'],
    mitigations: draft.values['mitigations'],
    timeline,
    lessons: draft.values['lessons'],
    internal: Object.keys(draft.internal).length === 0 ? undefined : draft.internal,
  };
}
