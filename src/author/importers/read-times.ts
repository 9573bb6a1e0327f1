/** Reads the times of a timeline as people type them: with gaps, with question marks, with the zone said elsewhere. */
import { parseInstant } from '../../shared/incident/instant.ts';

/** Offsets of zone abbreviations that mean one offset only; `BST`, `CST` or `IST` mean several and are left out. */
const offsets: Record<string, string> = {
  UTC: 'Z',
  ZULU: 'Z',
  GMT: 'Z',
  Z: 'Z',
  WET: '+00:00',
  WEST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  EST: '-05:00',
  EDT: '-04:00',
  PST: '-08:00',
  PDT: '-07:00',
  MDT: '-06:00',
  HST: '-10:00',
  AKST: '-09:00',
  AKDT: '-08:00',
  BRT: '-03:00',
  MEZ: '+01:00',
  MESZ: '+02:00',
  SAST: '+02:00',
  MSK: '+03:00',
  EAT: '+03:00',
  NPT: '+05:45',
  WIB: '+07:00',
  SGT: '+08:00',
  AWST: '+08:00',
  HKT: '+08:00',
  JST: '+09:00',
  KST: '+09:00',
  ACST: '+09:30',
  ACDT: '+10:30',
  AEST: '+10:00',
  AEDT: '+11:00',
  NZST: '+12:00',
  NZDT: '+13:00',
};

export interface Zone {
  /** As the source names it. */
  name: string;
  /** `Z`, or hours and minutes like `+01:00`: the abbreviation taken literally, summer or not. */
  offset: string;
}

/** What a time cell says. Without `at` it says no exact minute, and `text` is all there is. */
export interface ReadTime {
  /** ISO 8601 with the source's own offset, `2021-02-19T08:35+01:00`. */
  at?: string;
  about: boolean;
  /** The day it names, `2021-02-19`, known also where the minute is not. */
  day?: string;
  /** True when the cell says nothing beyond `at`, so that nothing is lost without its text. */
  complete: boolean;
}

/**
 * `UTC+2`, `UTC−05:00`, `GMT+5:30`, with any sign that people type. Minutes behind UTC are read with a zero before
 * them or for the few zones that there are: `10:45 UTC-11:30` is a span.
 */
export const shiftedZone =
  '(?:UTC|GMT)\\s?(?:\\+\\d{1,2}(?::?\\d{2})?|[-\u2212\u2013]\\d{1,2}(?::?00)?|[-\u2212\u2013](?:0\\d|[239]):?30)(?![\\d:])';
/** What follows letters that are only the begin of a zone, `UTC + 2`; no zone is 13 hours behind. */
export const shiftBehind = '\\s?(?:\\+\\s?\\d|[\u2212\u2013-]\\s?(?!(?:1[3-9]|2[0-3]):\\d)\\d)';
const zoneWord = `${shiftedZone}|[A-Z]{1,4}(?!${shiftBehind}|/[A-Z])`;
const sentence = new RegExp(`\\btimes?\\b[^.\\n]{0,60}?\\b(?:are in|in|are|is)\\s*:?\\s*(${zoneWord})\\b`, 'i');

/** Finds the zone in a sentence or a column header: "All times in UTC.", "Date and Time in CET", "Time (UTC+2)". */
export function findZone(text: string): Zone | undefined {
  const match = sentence.exec(text) ?? new RegExp(`\\btime\\b\\s*[([,]?\\s*(${zoneWord})\\b`, 'i').exec(text);
  return match?.[1] === undefined ? undefined : readZone(match[1]);
}

/** Reads the name of a zone; `undefined` for one that is unknown or stands for several offsets. */
export function readZone(name: string): Zone | undefined {
  const upper = name
    .trim()
    .toUpperCase()
    .replace(/[\u2212\u2013]/, '-');
  const shifted = /^(?:UTC|GMT)\s?([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(upper);
  if (shifted) return { name: upper, offset: `${shifted[1]}${shifted[2]?.padStart(2, '0')}:${shifted[3] ?? '00'}` };
  const offset = Object.hasOwn(offsets, upper) ? offsets[upper] : undefined;
  return offset === undefined ? undefined : { name: upper, offset };
}

// Without seconds before it, a minus and a colon are those of a span, `10:20-11:00`.
const clock = new RegExp(
  `^(?<day>\\d{4}-\\d{2}-\\d{2})?[T\\s,]*(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?\\s*(?<half>[ap]\\.?m\\.?)?\\s*\\(?(?<zone>Z|\\+\\d{2}:?\\d{2}|-\\d{4}|(?<=:\\d{2}:\\d{2}\\s*)-\\d{2}:\\d{2}|${shiftedZone}|[A-Z]{3,4})?\\)?$`,
  'i',
);
const roughly = /^(?:~|≈|about|around|approx(?:imately)?\.?|circa|ca?\.)\s*/i;

/**
 * Reads one time cell. `zone` is what the document states for all times; a zone in the cell wins over it. `lastDay` is the
 * day of the row before, for cells that hold a clock time only. A moment without any zone is not known.
 */
export function readTime(cell: string, zone: Zone | undefined, lastDay?: string): ReadTime {
  const trimmed = cell.trim();
  const text = trimmed.replace(roughly, '');
  const about = text !== trimmed;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  const whole = momentOf(clock.exec(text)?.groups, zone, lastDay);
  if (whole !== undefined) return { at: whole, about, day: whole.slice(0, 10), complete: true };
  const beginning = /^(.*?\d{1,2}:\d{2})\s*(?:-|–|—|to\b)/.exec(text)?.[1];
  const first = beginning === undefined ? undefined : momentOf(clock.exec(beginning)?.groups, zone, lastDay);
  if (first !== undefined) return { at: first, about, day: first.slice(0, 10), complete: false };
  return { about, ...(day === undefined ? {} : { day }), complete: false };
}

function momentOf(
  parts: Record<string, string | undefined> | undefined,
  stated: Zone | undefined,
  lastDay: string | undefined,
): string | undefined {
  const day = parts?.['day'] ?? lastDay;
  if (parts === undefined || day === undefined) return undefined;
  const own = parts['zone'];
  const offset = own === undefined ? stated?.offset : /^[+-]/.test(own) ? own : readZone(own)?.offset;
  const hour = hourOf(Number(parts['hour']), parts['half']);
  if (offset === undefined || hour === undefined) return undefined;
  const second = parts['second'] === undefined ? '' : `:${parts['second']}`;
  const at = `${day}T${String(hour).padStart(2, '0')}:${parts['minute']}${second}${offset}`;
  return parseInstant(at) === undefined ? undefined : at;
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

/** Minutes in a phrase such as "19 hours 43 minutes" or "22 hours"; `undefined` for "?", "N/A" and other words. */
export function readDuration(text: string): number | undefined {
  const units: Record<string, number> = { d: 1440, h: 60, m: 1 };
  const parts = [...text.toLowerCase().matchAll(/(\d+)\s*(d|h|m)(?:ays?|(?:ou)?rs?|in(?:ute)?s?)?\b/g)];
  if (parts.length === 0) return undefined;
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? 0), 0);
}
