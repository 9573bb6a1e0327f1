/** Facts of the record that do not fit together, beyond the order of times, and what a state should have. */
import { inWords } from '../../shared/incident/check-record.ts';
import { addToDay } from '../../shared/incident/instant.ts';
import { momentOf, type RecordedTime } from '../../shared/incident/recorded-time.ts';
import type { LintInput } from './lint-input.ts';
import { missingSections } from './missing-sections.ts';
import { createRule, type Finding } from './rule.ts';

type TimeKey = keyof LintInput['postmortem']['times'];
type RowKind = NonNullable<LintInput['postmortem']['timeline']>[number]['kind'];

/** Rows of a kind, and the recorded time that none of them can be on the other side of. */
const borders: readonly { kind: RowKind; key: TimeKey; order: 'before' | 'after' }[] = [
  { kind: 'trigger', key: 'started', order: 'after' },
  { kind: 'detection', key: 'firstLogged', order: 'before' },
  { kind: 'mitigation', key: 'resolved', order: 'after' },
];

export const timelineAgainstTimes = createRule('facts/timeline', function* ({ postmortem, locationOf }) {
  for (const [index, row] of (postmortem.timeline ?? []).entries()) {
    if (row.internal) continue;
    for (const { kind, key, order } of borders) {
      const time = postmortem.times[key];
      if (row.kind !== kind || !isExact(row.at) || !isExact(time)) continue;
      if (order === 'before' ? row.at.at >= time.at : row.at.at <= time.at) continue;
      yield {
        location: locationOf(['timeline', index, 'at']),
        related: locationOf(['times', key]),
        values: { kind, at: inWords(row.at.at), key, keyAt: inWords(time.at), order },
      };
    }
  }
});

export const partialAfterMitigated = createRule('facts/partial-after-mitigated', function* (input) {
  const { postmortem, publicServices, locationOf } = input;
  const mitigated = momentOf(postmortem.times.mitigated);
  if (mitigated === undefined) return;
  for (const [service, { service: name, windows }] of postmortem.impact.services.entries()) {
    if (!publicServices.has(name)) continue;
    for (const [index, { to, level }] of windows.entries()) {
      const end = momentOf(to);
      if (level !== 'partial' || (to !== undefined && (end === undefined || end <= mitigated))) continue;
      const path = ['impact', 'services', service, 'windows', index, ...(to === undefined ? [] : ['to'])];
      const values = { until: end && inWords(end), mitigatedAt: inWords(mitigated) };
      yield { location: locationOf(path), related: locationOf(['times', 'mitigated']), values };
    }
  }
});

function isExact(time: RecordedTime | undefined): time is { certainty: 'exact'; at: string } {
  return time?.certainty === 'exact';
}

export const unsortedRows = createRule('facts/unsorted', function* ({ postmortem, publicServices, locationOf }) {
  const rows = (postmortem.timeline ?? []).map(({ at }) => momentOf(at));
  const out = firstOutOfOrder(rows);
  // The first row that is out of order may be internal: the list is named, not the row.
  if (out !== undefined) yield { location: locationOf(['timeline']), values: { key: 'timeline' } };
  for (const [index, { service, windows }] of postmortem.impact.services.entries()) {
    if (!publicServices.has(service) || firstOutOfOrder(windows.map(({ from }) => momentOf(from))) === undefined)
      continue;
    yield { location: locationOf(['impact', 'services', index, 'windows']), values: { key: 'windows' } };
  }
});

function firstOutOfOrder(moments: readonly (string | undefined)[]): number | undefined {
  let last = '';
  for (const [index, moment] of moments.entries()) {
    if (moment === undefined) continue;
    if (moment < last) return index;
    last = moment;
  }
  return undefined;
}

export const completeForState = createRule('facts/incomplete', function* ({ postmortem, locationOf }) {
  const { state } = postmortem;
  const lack = (key: string, why: string): Finding<'facts/incomplete'> => ({
    location: locationOf(['state']),
    values: { state, key, why },
  });
  if (state === 'preliminary' && postmortem.nextUpdateBy === undefined)
    yield lack('nextUpdateBy', 'readers do not know when to come back');
  if (state !== 'final') return;
  if (!postmortem.actions?.length) yield lack('actions', 'readers look for what will change');
  if (postmortem.review === undefined) yield lack('review', 'nobody can tell whether the incident was reviewed');
});

export const leftoverUpdate = createRule('facts/leftover-update', function* ({ postmortem, locationOf }) {
  if (postmortem.state === 'final' && postmortem.nextUpdateBy !== undefined)
    yield { location: locationOf(['nextUpdateBy']) };
});

export const beforeService = createRule('facts/before-service', function* (input) {
  const { postmortem, publicServices, serviceBegins, locationOf } = input;
  const started = momentOf(postmortem.times.started)?.slice(0, 10);
  if (started === undefined) return;
  for (const [index, { service }] of postmortem.impact.services.entries()) {
    const since = serviceBegins.get(service);
    // A day before or after may be the same day in the service's own zone.
    if (!publicServices.has(service) || since === undefined || addToDay(started, { days: 1 }) >= since) continue;
    const location = locationOf(['impact', 'services', index, 'service']);
    yield { location, related: locationOf(['times', 'started']), values: { service, since, started } };
  }
});

/** Said in one sentence, and of drafts alone: what `record/required-when-final` and `facts/incomplete` will ask for. */
export const beforeFinal = createRule('facts/before-final', function* ({ postmortem, story, settings, locationOf }) {
  const { state, times, responders, mitigations, contributingFactors, timeline, actions, review } = postmortem;
  if (state !== 'draft' && state !== 'review') return;
  const lists = { responders, mitigations, contributingFactors, timeline, actions };
  const keys = [
    ...(times.resolved === undefined ? ['times.resolved'] : []),
    ...Object.entries(lists).flatMap(([key, list]) => (list && list.length > 0 ? [] : [key])),
    ...(review === undefined ? ['review'] : []),
    ...(story ? missingSections(story.tree, settings.requiredSections).map((heading) => `## ${heading}`) : []),
  ];
  if (keys.length > 0) yield { location: locationOf(['state']), values: { keys } };
});
