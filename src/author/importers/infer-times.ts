/** Infers the phases of an incident from its timeline and from the durations its author noted. Never certain, so always "about". */
import { type Instant, minutesBetween, parseInstant } from '../../shared/incident/instant.ts';

export interface TimelineRow {
  /** ISO 8601 with offset; absent when the row's moment is not known. */
  at?: string;
  /** The words of the row, plain. */
  words: string;
}

export interface InferredTimes {
  /** Each as in its row, with the source's own offset. */
  started?: string;
  firstLogged?: string;
  mitigated?: string;
  resolved?: string;
  detectedBy: 'customer' | 'monitoring' | 'unknown';
  /** What does not fit together, one sentence each. */
  doubts: string[];
}

interface Timed {
  row: TimelineRow;
  at: string;
  moment: Instant;
}

const logged =
  /\b(alert(?:ed|s)?|alarms?|detected|detection|discovery|reported|reports|reporting|notified|informed|warning|(?:became|made) aware|noticed|identified problem)\b/i;
const recovered =
  /\b(resolved|restored|recovered|recovery|back to normal|back operation|back in operation|verified operational|working (?:again|as intended)|solved|fixed|permanent(?:ly)?|long-term fix applied|(?:fix|fixes) (?:applied|works)|(?:running|ran) with correct|incident closed)\b/i;
const notYet = /\b(not|no longer|working on|started|attempt\w*|plan(?:ned)?|solution completed)\b/i;

/**
 * `detectionMinutes` and `recoveryMinutes` are what the author noted under "Time to detection" and "Time to recovery";
 * recovery is accepted as counted from the start or from the detection, because authors do both.
 */
export function inferTimes(
  rows: readonly TimelineRow[],
  noted: { detectionMinutes?: number | undefined; recoveryMinutes?: number | undefined },
): InferredTimes {
  const timed = timedRows(rows);
  const doubts: string[] = [];
  const fit = timed.findIndex((_, index) => fits(timed, index, noted) === countNoted(noted));
  const start = startIndex(rows, timed, noted, countNoted(noted) > 0 ? fit : -1);
  if (countNoted(noted) > 0 && fit < 0) doubts.push('The durations noted in the source do not fit its timeline.');
  const first = timed.slice(Math.max(start, fit, 0)).find(({ row }) => logged.test(row.words));
  const detected = countNoted(noted) > 0 && fit >= 0 ? detectedRow(timed, fit, noted) : undefined;
  if (first && detected && first !== detected) {
    doubts.push(
      'The noted time to detection ends at a later row than the first one that speaks of a report or an alert.',
    );
  }
  const firstLogged = first ?? detected;
  const end = endRows(timed, firstLogged ?? timed[Math.max(start, 0)], fit, noted);
  const from = start < 0 ? undefined : timed[start]?.at;
  return {
    ...(from === undefined ? {} : { started: from }),
    ...(firstLogged === undefined ? {} : { firstLogged: firstLogged.at }),
    ...end,
    detectedBy: firstLogged === undefined ? 'unknown' : detectorIn(firstLogged.row.words),
    doubts,
  };
}

type Noted = Parameters<typeof inferTimes>[1];

function timedRows(rows: readonly TimelineRow[]): Timed[] {
  const timed: Timed[] = [];
  for (const row of rows) {
    const moment = row.at === undefined ? undefined : parseInstant(row.at);
    if (row.at !== undefined && moment !== undefined) timed.push({ row, at: row.at, moment });
  }
  return timed.sort((a, b) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0));
}

function countNoted(noted: Noted): number {
  return Number(noted.detectionMinutes !== undefined) + Number(noted.recoveryMinutes !== undefined);
}

/** How many of the noted durations some later row bears out, if the incident started at row `index`. */
function fits(timed: readonly Timed[], index: number, noted: Noted): number {
  const detected = rowAfter(timed, index, noted.detectionMinutes);
  const recovered = recoveredRow(timed, index, detected, noted);
  return Number(detected !== undefined) + Number(recovered !== undefined);
}

function recoveredRow(timed: readonly Timed[], start: number, detected: Timed | undefined, noted: Noted) {
  return (
    rowAfter(timed, start, noted.recoveryMinutes) ??
    (detected && rowAfter(timed, timed.indexOf(detected), noted.recoveryMinutes))
  );
}

function detectedRow(timed: readonly Timed[], start: number, noted: Noted): Timed | undefined {
  return rowAfter(timed, start, noted.detectionMinutes);
}

function rowAfter(timed: readonly Timed[], index: number, minutes: number | undefined): Timed | undefined {
  const from = timed[index];
  if (from === undefined || minutes === undefined) return undefined;
  return timed.slice(index).find(({ moment }) => minutesBetween(from.moment, moment) === minutes);
}

/** -1 when the start is not known: the first row already tells of a report, or the noted durations speak against it. */
function startIndex(rows: readonly TimelineRow[], timed: readonly Timed[], noted: Noted, fit: number): number {
  const index = Math.max(fit, 0);
  const candidate = timed[index];
  if (candidate === undefined || logged.test(candidate.row.words)) return -1;
  if (fit >= 0) return fit;
  if (countNoted(noted) > 0) return fits(timed, 0, noted) > 0 ? 0 : -1;
  return candidate.row === rows[0] ? 0 : -1;
}

function endRows(
  timed: readonly Timed[],
  after: Timed | undefined,
  fit: number,
  noted: Noted,
): { mitigated?: string; resolved?: string } {
  const earliest = after?.moment ?? '';
  const ends = timed.filter(
    ({ row, moment }) => moment >= earliest && recovered.test(row.words) && !notYet.test(row.words),
  );
  const last = ends.at(-1);
  const stated = fit < 0 ? undefined : recoveredRow(timed, fit, rowAfter(timed, fit, noted.detectionMinutes), noted);
  if (stated === undefined || stated.moment < earliest) return last === undefined ? {} : { resolved: last.at };
  if (last === undefined || last.moment <= stated.moment) return { resolved: stated.at };
  return { mitigated: stated.at, resolved: last.at };
}

function detectorIn(words: string): InferredTimes['detectedBy'] {
  if (/\bcustomers?\b/i.test(words)) return 'customer';
  const machine =
    /\b(?:automat\w{1,9} (?:warning|alert|alarm)|alarm|(?:first|received) alerts?|alerts? (?:triggered|fired|received)|result of alerts?)\b/i;
  return machine.test(words) ? 'monitoring' : 'unknown';
}
