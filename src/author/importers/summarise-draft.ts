/** What an import made out of a document, in counts. */
import type { Draft } from './draft.ts';
import type { Understood } from './importer.ts';
import type { InferredTimes } from './infer-times.ts';

/** Never text of the source. */
export function summariseDraft(
  values: Record<string, unknown>,
  draft: Draft,
  inferred: InferredTimes,
): Omit<Understood, 'notPlaced'> {
  const rows = draft.timeline?.rows ?? [];
  const zone = draft.timeline?.zone?.name;
  return {
    id: String(values['id']),
    ...(zone === undefined ? {} : { zone }),
    timelineRows: rows.length,
    timedRows: rows.filter(({ at }) => at !== undefined).length,
    times: (['started', 'firstLogged', 'mitigated', 'resolved'] as const).filter((key) => inferred[key] !== undefined),
    contributingFactors: (draft.values['contributingFactors'] as string[] | undefined)?.length ?? 0,
    actionItems: draft.actionItems.length,
    attendees: (draft.internal['attendees'] as string[] | undefined)?.length ?? 0,
    story: draft.story.map(({ title }) => title).filter((title) => title !== ''),
  };
}
