/** Adds recorded counts up without hiding what is not known about them. */
import type { PublicPostmortem } from './public-postmortem.ts';
import type { RecordedCount } from './recorded-count.ts';
import type { IncidentRecord } from './verdict.ts';

/** What figures over all postmortems ask for of each. */
export type CountedRecord = IncidentRecord & {
  impact: Pick<PublicPostmortem['impact'], 'users' | 'accounts' | 'supportRequests'>;
};

/** What a sum is: `atLeast` where a part is unknown or a lower bound, and then no range is claimed. */
export interface CountSum {
  sum: RecordedCount;
  /** How many of the parts are unknown. */
  lacking: number;
}

/** Without parts the sum is 0; of unknown parts alone it is unknown. Shares are not added. */
export function sumCounts(counts: readonly RecordedCount[]): CountSum {
  const lacking = counts.filter(({ kind }) => kind === 'unknown').length;
  if (counts.length > 0 && lacking === counts.length) return { sum: { kind: 'unknown' }, lacking };
  let [from, to] = [0, 0];
  for (const count of counts) {
    if (count.kind === 'unknown') continue;
    from += count.kind === 'range' ? count.from : count.value;
    to += count.kind === 'range' ? count.to : count.value;
  }
  const has = (kind: RecordedCount['kind']) => counts.some((count) => count.kind === kind);
  if (lacking > 0 || has('atLeast')) return { sum: { kind: 'atLeast', value: from }, lacking };
  if (has('range')) return { sum: { kind: 'range', from, to }, lacking };
  return { sum: { kind: has('about') ? 'about' : 'exact', value: from }, lacking };
}
