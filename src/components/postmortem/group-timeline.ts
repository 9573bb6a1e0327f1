/** The rows of a timeline by their day in UTC, internal rows among the public ones. */
import type { PublicPostmortem } from '../../incident/public-postmortem.ts';

type Row = PublicPostmortem['timeline'][number];

export interface TimelineDay {
  /** `2026-03-14`; `undefined` for rows whose time is unknown. */
  day: string | undefined;
  rows: (Row & { internal: boolean })[];
}

/** Rows stay in their order, which is that of time; internal ones stand after the public ones of the same moment. */
export function groupTimeline(shown: readonly Row[], internal: readonly Row[]): TimelineDay[] {
  const rows = shown.map((row) => ({ ...row, internal: false }));
  for (const row of internal) {
    const later = rows.findIndex(({ at }) => momentOf(at) > momentOf(row.at));
    rows.splice(later < 0 ? rows.length : later, 0, { ...row, internal: true });
  }
  const days: TimelineDay[] = [];
  for (const row of rows) {
    const day = row.at.certainty === 'unknown' ? undefined : row.at.at.slice(0, 10);
    const last = days.at(-1);
    if (last && last.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}

/** Text whose order is that of time; empty when unknown. */
function momentOf(at: Row['at']): string {
  return at.certainty === 'unknown' ? '' : at.at;
}
