/** What pages about several postmortems are told of each. */
import type { PromisedActions } from '../../shared/incident/promises.ts';
import type { PostmortemSummary } from '../../shared/projection.ts';
import type { ListedPostmortem } from './listed-publication.ts';
import { pickKeys } from './pick-keys.ts';

const inLists = [
  'id',
  'slug',
  'title',
  'summary',
  'state',
  'publishedAt',
  'severity',
  'tags',
  'times',
  'detection',
  'redirectFrom',
] as const satisfies readonly (keyof ListedPostmortem)[];

/** What lists show of it. */
export function summarise(postmortem: ListedPostmortem): PostmortemSummary {
  const { publishedAt, revisions, internal } = postmortem;
  return {
    ...pickKeys(postmortem, inLists),
    services: servicesOf(postmortem),
    updatedAt: revisions.at(-1)?.at ?? publishedAt,
    revisedAt: revisions.map(({ at }) => at),
    ...(internal ? { internal: { state: internal.state, embargoed: internal.embargoed } } : {}),
  };
}

/** Its action items; empty where it has none. */
export function actionsOf(postmortem: ListedPostmortem): PromisedActions[] {
  const { id, slug, title, publishedAt, actions } = postmortem;
  return actions.length > 0 ? [{ id, slug, title, publishedAt, services: servicesOf(postmortem), actions }] : [];
}

function servicesOf({ impact }: ListedPostmortem): string[] {
  return [...new Set(impact.services.map(({ service }) => service))];
}
