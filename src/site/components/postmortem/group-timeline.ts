/** The rows of a timeline by their day in the site's zone, internal rows among the public ones. */
import { dayOf } from '../../../shared/incident/instant.ts';
import type { PublicPostmortem } from '../../../shared/incident/public-postmortem.ts';
import { momentOf } from '../../../shared/incident/recorded-time.ts';
import { timelineAnchors } from '../../../shared/incident/timeline-anchors.ts';

type Row = PublicPostmortem['timeline'][number];

export interface TimelineDay {
  /** `2026-03-14`; `undefined` when no row before or in it has a known time. */
  day: string | undefined;
  /** Internal rows have no anchor: nothing that is public may depend on them. */
  rows: (Row & { internal: boolean; anchor?: string | undefined })[];
}

/**
 * Rows stay in their order, which is that of time; one whose time is unknown stays with the row before it. Internal rows
 * stand after the public ones of the same moment, at the end when their time is unknown.
 */
export function groupTimeline(shown: readonly Row[], internal: readonly Row[], timezone: string): TimelineDay[] {
  const days: TimelineDay[] = [];
  for (const row of mergeRows(shown, internal)) {
    const last = days.at(-1);
    const at = momentOf(row.at);
    const day = at === undefined ? last?.day : dayOf(at, timezone);
    if (last && last.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}

function mergeRows(shown: readonly Row[], internal: readonly Row[]): TimelineDay['rows'] {
  const anchors = timelineAnchors(shown);
  const rows: TimelineDay['rows'] = shown.map((row, index) => ({ ...row, internal: false, anchor: anchors[index] }));
  for (const row of internal) {
    const moment = momentOf(row.at);
    const later = moment === undefined ? -1 : rows.findIndex(({ at }) => (momentOf(at) ?? '') > moment);
    rows.splice(later < 0 ? rows.length : later, 0, { ...row, internal: true });
  }
  return rows;
}
