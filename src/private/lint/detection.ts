/** Whether an incident that was noticed late, or by somebody else, leads to better monitoring. */
import { durationsOf } from '../../shared/incident/durations.ts';
import type { LintInput } from './lint-input.ts';
import { createRule } from './rule.ts';

/** Usual for the gravest severity: later than this, monitoring needs work. */
const usualMinutes = 15;

export const observabilityMissing = createRule('detection/no-observability', function* (input) {
  const { postmortem, locationOf } = input;
  // Until it is final, promises may still be missing.
  if (postmortem.state === 'draft' || postmortem.state === 'preliminary') return;
  const why = reasonFor(input);
  if (why === undefined || (postmortem.actions ?? []).some(({ kind }) => kind === 'observability')) return;
  yield { location: locationOf(why.path), values: { why: why.words } };
});

export const observabilityLate = createRule('detection/observability-late', function* (input) {
  const kept = (input.postmortem.actions ?? []).map((action, index) => ({ ...action, index }));
  const open = kept.filter(({ state }) => state === 'open');
  const watch = open.filter(({ kind }) => kind === 'observability').sort((a, b) => (a.due < b.due ? -1 : 1))[0];
  const last = open
    .flatMap(({ kind, due }) => (kind === 'fix' || kind === 'mitigation' ? [due] : []))
    .sort()
    .at(-1);
  if (!watch || last === undefined || watch.due <= last || reasonFor(input) === undefined) return;
  // One that is done already ranks before any fix.
  if (kept.some(({ kind, state }) => kind === 'observability' && state === 'done')) return;
  yield { location: input.locationOf(['actions', watch.index, 'due']), values: { id: watch.id, due: watch.due, last } };
});

function reasonFor({ postmortem, settings }: LintInput): { words: string; path: PropertyKey[] } | undefined {
  const { detection, times, severity } = postmortem;
  if (detection.by === 'customer' || detection.by === 'partner')
    return { words: `A ${detection.by} noticed this before any monitoring`, path: ['detection', 'by'] };
  const limits = settings.thresholds.detectionMinutes ?? { [settings.severities[0]?.id ?? '']: usualMinutes };
  const limit = Object.hasOwn(limits, severity) ? limits[severity] : undefined;
  const { detect } = durationsOf(times as Parameters<typeof durationsOf>[0]);
  if (limit === undefined || detect.certainty === 'unknown' || detect.minutes <= limit) return undefined;
  return {
    words: `It took ${detect.minutes} minutes to notice; this site allows ${limit} for ${severity}`,
    path: ['times', 'firstLogged'],
  };
}
