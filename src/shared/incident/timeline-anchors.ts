/** The addresses of a timeline's rows within the page: by their moment, so that they stay when rows come before them. */
import { momentOf, type RecordedTime } from './recorded-time.ts';

/** `t-20260314T1040Z`, with seconds where there are any, and a number from the second of one moment on; `t-unknown`. */
export function timelineAnchors(rows: readonly { at: RecordedTime }[]): string[] {
  const seen = new Map<string, number>();
  return rows.map(({ at }) => {
    const moment = momentOf(at);
    const name = moment === undefined ? 't-unknown' : `t-${compact(moment)}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  });
}

function compact(instant: string): string {
  const digits = instant.replace(/[-:]/g, '');
  return digits.replace(/00Z$/, 'Z');
}
