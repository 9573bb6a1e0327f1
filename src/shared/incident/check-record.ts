/** Whether a postmortem's facts agree with each other: order of times, windows, states. Pure; places are key paths. */
import { createProblem, type Problem } from '../problem/problem.ts';
import { checkActions } from './check-actions.ts';
import type { Instant } from './instant.ts';
import type { LocationOf } from './location-of.ts';
import type { Postmortem } from './postmortem-schema.ts';
import { momentOf } from './recorded-time.ts';

type Path = readonly PropertyKey[];
type Moment = { name: string; path: Path; at: Instant | undefined };

/** All contradictions, each with both its places. Unknown and absent times contradict nothing. */
export function checkRecord(postmortem: Postmortem, locationOf: LocationOf): Problem[] {
  return [
    ...checkRequired(postmortem, locationOf),
    ...checkOrder(postmortem, locationOf),
    ...checkWindows(postmortem, locationOf),
    ...checkPublication(postmortem, locationOf),
    ...checkActions(postmortem, locationOf),
  ];
}

function checkRequired(postmortem: Postmortem, locationOf: LocationOf): Problem[] {
  const { state } = postmortem;
  if (state !== 'final' && state !== 'preliminary') return [];
  const needed: [string, unknown][] = [['publishedAt', postmortem.publishedAt]];
  if (state === 'final') {
    needed.push(
      ['times.resolved', postmortem.times.resolved],
      ['responders', nonEmpty(postmortem.responders)],
      ['mitigations', nonEmpty(postmortem.mitigations)],
      ['contributingFactors', nonEmpty(postmortem.contributingFactors)],
      ['timeline', nonEmpty(postmortem.timeline)],
    );
  }
  return needed
    .filter(([, value]) => value === undefined)
    .map(([key]) => createProblem('record/required-when-final', locationOf(['state']), { key, state }));
}

function nonEmpty<T>(list: T[] | undefined): T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

function checkOrder({ times }: Postmortem, locationOf: LocationOf): Problem[] {
  const moment = (name: keyof Postmortem['times']): Moment => ({
    name,
    path: ['times', name],
    at: momentOf(times[name]),
  });
  const chains = [
    ['started', 'firstLogged', 'acknowledged', 'resolved'],
    ['started', 'mitigated', 'resolved'],
  ] as const;
  return chains.flatMap((chain) => {
    const known = chain.map(moment).filter(({ at }) => at !== undefined);
    return known.slice(1).flatMap((later, index) => outOfOrder(known[index], later, locationOf));
  });
}

function outOfOrder(earlier: Moment | undefined, later: Moment | undefined, locationOf: LocationOf): Problem[] {
  if (!earlier?.at || !later?.at || earlier.at <= later.at) return [];
  const values = {
    earlier: earlier.name,
    earlierAt: inWords(earlier.at),
    later: later.name,
    laterAt: inWords(later.at),
  };
  return [createProblem('times/out-of-order', locationOf(later.path), values, locationOf(earlier.path))];
}

function checkWindows(postmortem: Postmortem, locationOf: LocationOf): Problem[] {
  const { impact, times } = postmortem;
  const [from, to] = [momentOf(times.started), momentOf(times.resolved)];
  return impact.services.flatMap(({ windows }, service) =>
    windows.flatMap((window, index) => {
      const path = ['impact', 'services', service, 'windows', index];
      const begin: Moment = { name: 'from', path: [...path, 'from'], at: momentOf(window.from) };
      const end: Moment = { name: 'to', path: [...path, 'to'], at: momentOf(window.to) };
      const outside = [begin, end].filter(({ at }) => at && ((from && at < from) || (to && at > to)));
      return [
        ...outOfOrder(begin, end, locationOf),
        ...outside.map(({ name, path: place, at }) =>
          createProblem('times/outside-incident', locationOf(place), {
            key: name,
            at: inWords(at ?? ''),
            from: from ? inWords(from) : 'an unknown begin',
            to: to ? inWords(to) : 'an open end',
          }),
        ),
        ...checkEnd(window, { path, times, locationOf }),
      ];
    }),
  );
}

type Window = Postmortem['impact']['services'][number]['windows'][number];

/** What is resolved goes on nowhere, and the main impact ended when it was mitigated: slower or fewer may go on. */
function checkEnd(
  { to, level }: Window,
  { path, times, locationOf }: { path: Path; times: Postmortem['times']; locationOf: LocationOf },
): Problem[] {
  const isOpen = to === undefined;
  if (isOpen && times.resolved !== undefined)
    return [createProblem('times/still-open', locationOf(path), undefined, locationOf(['times', 'resolved']))];
  const mitigated = momentOf(times.mitigated);
  const end = momentOf(to);
  if (level !== 'down' || mitigated === undefined || (!isOpen && (end === undefined || end <= mitigated))) return [];
  const values = { until: end && inWords(end), mitigatedAt: inWords(mitigated) };
  const location = locationOf(isOpen ? path : [...path, 'to']);
  return [createProblem('times/down-after-mitigated', location, values, locationOf(['times', 'mitigated']))];
}

function checkPublication({ state, publishedAt, times, revisions }: Postmortem, locationOf: LocationOf): Problem[] {
  if (!publishedAt) return [];
  const published: Moment = { name: 'publishedAt', path: ['publishedAt'], at: publishedAt };
  const resolved: Moment = { name: 'resolved', path: ['times', 'resolved'], at: momentOf(times.resolved) };
  const corrections = (revisions ?? []).flatMap(({ at }, index) =>
    outOfOrder(published, { name: 'at', path: ['revisions', index, 'at'], at }, locationOf),
  );
  // A postmortem published while preliminary may become final later; its revision to final says when.
  const wasPreliminary = state === 'preliminary' || (revisions ?? []).some(({ kind }) => kind === 'final');
  return [...(wasPreliminary ? [] : outOfOrder(resolved, published, locationOf)), ...corrections];
}

/** `2026-03-14T09:12:00Z` as `2026-03-14 09:12 UTC`. */
export function inWords(at: Instant): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
