/** Phases of an incident from the words of its rows, where these are plain. What contradicts itself is left out, and said. */
import { type Instant, parseInstant } from '../../shared/incident/instant.ts';
import type { InferredTimes, TimelineRow } from './infer-times.ts';

const words = {
  started: [
    /^(?:incident |impact |outage |issue )*(?:started|began)\.?$/i,
    /\b(?:outage|incident) (?:starts|started|begins|began)\b/i,
  ],
  firstLogged: [
    /^(?:first |time )*(?:detected|reported)\.?$/i,
    /\b(?:alerts?|alarms?|pager|detected|reports?|reported|notice[sd]?|ticket|recorded instance|(?:incident )?declared)\b/i,
  ],
  mitigated: [/^(?:incident )?(?:repaired|mitigated)(?: declared)?\.?$/i],
  resolved: [
    /^(?:incident )?(?:resolved|fixed|ended)\.?$/i,
    /\b(?:outage|incident) (?:ends|ended|(?:declared |officially )?resolved)\b/i,
    /\b(?:resolution is confirmed|confirmed to be functional|everything seems fine|fully restored)\b/i,
  ],
};

/** Never certain: the caller writes each as `about`. */
export function inferFound(rows: readonly (TimelineRow & { isLabel?: boolean })[]): InferredTimes {
  const timed = rows
    .flatMap((row) => (row.at === undefined ? [] : [{ ...row, at: row.at, moment: parseInstant(row.at) ?? '' }]))
    .filter(({ moment }) => moment !== '');
  const isLabelled = rows.some(({ isLabel }) => isLabel);
  const find = (key: keyof typeof words, isLast = false) => {
    // Where the source labels its key events, what it leaves out is not guessed from other rows.
    for (const form of isLabelled ? words[key].slice(0, 1) : words[key]) {
      const matching = timed.filter((row) => form.test(row.words.trim()));
      const row = isLast ? matching.at(-1) : matching[0];
      if (row) return row;
    }
    return undefined;
  };
  const phases = {
    started: find('started'),
    firstLogged: find('firstLogged'),
    mitigated: find('mitigated'),
    resolved: find('resolved', true),
  };
  const doubts: string[] = [];
  const leaveOut = (key: keyof typeof phases) => {
    doubts.push(`The source gives ${phases[key]?.at} for ${key}, which does not fit its other times.`);
    phases[key] = undefined;
  };
  const candidates = {
    firstLogged: /\b(?:alert|report|detect|notice|aware)/i,
    resolved: /\b(?:resol|restor|recover|fix|healthy|functional|normal)/i,
  };
  for (const key of ['firstLogged', 'resolved'] as const) {
    const rows = phases[key] ? [] : timed.filter((row) => candidates[key].test(row.words)).map(({ at }) => at);
    if (rows.length > 0) doubts.push(`Is ${key} one of these: ${rows.slice(0, 8).join(', ')}?`);
  }
  const momentOf = (key: keyof typeof phases): Instant => phases[key]?.moment ?? '';
  for (const key of ['firstLogged', 'mitigated', 'resolved'] as const)
    if (phases[key] && momentOf(key) < momentOf('started')) leaveOut(key);
  if (phases.resolved && momentOf('resolved') < momentOf('firstLogged')) leaveOut('resolved');
  if (phases.mitigated && phases.resolved && momentOf('resolved') < momentOf('mitigated')) leaveOut('mitigated');
  const by = phases.firstLogged?.words ?? '';
  const detectedBy = /\bcustomers?\b/i.test(by)
    ? 'customer'
    : /\balerts? (?:fire[sd]?|triggered)\b/i.test(by)
      ? 'monitoring'
      : 'unknown';
  const found = Object.entries(phases).flatMap(([key, row]) => (row ? [[key, row.at]] : []));
  return { ...Object.fromEntries(found), detectedBy, doubts };
}
