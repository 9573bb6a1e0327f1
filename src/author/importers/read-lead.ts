/** Reads the moment that leads a row as people write it: `Jan 14, 10:18 AM`, `[03-26 02:50]`, `14.03.2026 9:12`, `5:00 PM`. */
import { weekdayPattern } from './calendar-names.ts';
import { readDay } from './read-day.ts';
import { shiftBehind, shiftedZone } from './read-times.ts';
import { momentIn, type StatedZone, zoneOf } from './stated-zone.ts';

export interface Lead {
  /** ISO 8601 where the row says a day. */
  day?: string;
  /** `HH:MM`, on 24 hours; absent where the row is a day alone. */
  clock?: string;
  about: boolean;
  /** Without offset and region where it is stated and not known. */
  zone?: StatedZone;
  /** What stands behind it. */
  rest: string;
}

const weekday = new RegExp(`^${weekdayPattern}\\.?,?\\s+`, 'i');
const roughly =
  /^(?:~|≈|(?:about|around|circa|shortly (?:before|after)|just (?:before|after)|gegen|etwa|ungefähr|kurz (?:vor|nach)|vers|environ|peu (?:avant|après)|hacia|sobre|alrededor de|por volta d[aeo]s?|cerca d[ae]s?)\s(?:las?\s)?|(?:approx(?:imately)?|approximativement|aproximadamente|aprox)\.?|ca?\.|[約约])\s*/i;
/** The same behind the moment. */
const roughlyBehind =
  /^\s{0,3}[([（]?(?:approx(?:imately|\.)?|est(?:imated|\.)|roughly|about|circa|ca\.|推定|(?:ungefähr|geschätzt|environ|estimée?|aprox\.?|estimad[ao])|±[^()[\]]{0,12}|\+\/?-[^()[\]]{0,12})(?:[)\]）]|(?=\s?[:,–—-])|(?=\s*$))|^\s{0,3}[(（][^()（）\n]{0,60}?(?:頃|ごろ|前後|推定)/iu;
const suffixBehind = /^-?ish\b|^\s{0,3}(?:頃|ごろ|前後|以降|以前|過ぎ|左右|前后|许|경(?!\p{L})|쯤)/u;
const clockForm =
  /^(?<hour>\d{1,2}):(?<minute>\d{2})(?!\d)(?::\d{2}(?:\.\d+)?)?(?:\s*(?<half>[ap]\.?m\b\.?|(?<=\d)[ap](?![\w.])))?(?:\s?Uhr\b)?/i;
/** Without two digits it may be a duration. */
const lettered = /^(?<hour>\d{2}(?=h)|\d{1,2}(?=時))[h時](?<minute>\d{2})(?!\d)(?<half>)分?/i;
const dotted = /^(?<hour>\d{1,2})\.(?<minute>\d{2})(?![\d.])(?<half>)/;
/** An hour alone is no exact time. Without a half of the day, it is one only where something says that it is roughly meant. */
const halfHour = /^(?<hour>\d{1,2})(?<minute>)\s?(?<half>[ap]\.?m\b\.?|[AP]\.?M\b\.?)/;
const roughHour =
  /^(?<hour>\d{1,2})(?<minute>)(?<half>)(?![\d.%]|:\d)(?:\s?(?:o['\u2019]clock|Uhr|h)\b|(?=\s?[:,\u2013\u2014]\s(?!\d)|\s-\s|\s\(?(?:UTC|GMT|[PMCE][SD]?T|CES?T|BST)\b))/i;
/** In the order in which they are tried. Small letters only where they are no word of a language. */
const zoneForms = [
  `[A-Z]{3,4}/[A-Z]{3,4}\\b`,
  `${shiftedZone}|(?:Z|[A-Z]{2,5}|[A-Z]{3}\\d[A-Z]{3}|utc|gmt|p[sd]t|edt|cdt|cest|[A-Z][a-z]{2,20}/[A-Z][\\w/+-]{1,40})\\b(?!${shiftBehind})`,
  '(?:[A-Z][a-z]{1,15} ){1,3}[Tt]ime\\b|(?:Pacific|Mountain|Central|Eastern)(?=\\s?(?:[)\\]:|\u2013\u2014-]|$))',
].map((form) => new RegExp(`^(?:\\s?hrs?(?=\\s)|\\s?h(?=\\s))?\\s*[([]?(${form})[)\\]]?`));
/** A minus may be the dash of a span, so it needs seconds or a `T` before it, or no colon within. Hours alone stand close. */
const offsetForms = {
  loose: /^(\s*\+[01]\d:?[0-5]\d|\s*[-\u2212](?:0\d|1[0-2])[0-5]\d|\+[01]\d)(?![\d:])/,
  exact: /^(\s*[+\u2212-][01]\d(?::?[0-5]\d)?)(?![\d:])/,
};
/** A zone that nothing here knows, or no zone at all. */
const unknownZone =
  /^\s*[([]?((?:UTC|GMT)\s?[+\u2212\u2013-]\s?\d{1,2}|[Ll]ocal time|(?<=[([])local|(?<=[([])[A-Z]{2,4}T(?=[)\]]))(?!:\d)\b/;

/** `near` is the day of the document, for days without a year. `undefined` where no day and no clock lead the text. */
export function readLead(text: string, near?: string): Lead | undefined {
  const bold = text.replace(/^[\s[({*_]+/, '');
  const bare = bold.replace(roughly, '');
  let left = bare.replace(weekday, '');
  const day = readDay(left, near);
  if (day)
    left = left
      .slice(day.length)
      .replace(/^(?:\s*(?:,|\bat\b|\bum\b|à|às|\balle\b|@|T(?=\d)|-(?=\s))\s*|\s+|(?<=日))/i, '');
  const isRough = bare !== bold;
  const sharp = day ? left.replace(roughly, '') : left;
  const plain = readClock(left, { isRough, isDated: day !== undefined });
  const clock = plain ?? (sharp === left ? undefined : readClock(sharp, { isRough: true, isDated: true }));
  if (plain === undefined && clock !== undefined) left = sharp;
  if (day === undefined && clock === undefined) return undefined;
  const behind = clock === undefined ? undefined : zoneBehind(left, clock.length);
  left = clock === undefined ? left : left.slice(behind?.end ?? clock.length);
  let zone = behind?.zone;
  // In some languages what says that it is roughly meant stands close behind the clock.
  const suffix = clock === undefined ? undefined : suffixBehind.exec(left)?.[0];
  if (suffix !== undefined) {
    left = left.slice(suffix.length);
    const late = zone === undefined ? zoneBehind(left, 0) : undefined;
    if (late && late.end > 0) [zone, left] = [late.zone, left.slice(late.end)];
  }
  const [said, after] = clock === undefined ? [] : behindIn(left, { near, at: clock.at, zone });
  left = after ?? left;
  const loose = clock === undefined ? undefined : roughlyBehind.exec(left)?.[0];
  const own = day?.day ?? said;
  const rest = left.replace(/^[\s\])}*_:,.|–—→-]+/, '').trim();
  return {
    about: isRough || clock?.about === true || suffix !== undefined || loose !== undefined,
    rest,
    ...(own !== undefined && { day: own }),
    ...(clock && { clock: clock.at }),
    ...(zone && { zone }),
  };
}

/** Whether a text is a day and nothing else. `near` as for `readLead`. */
export function isDayAlone(text: string, near?: string): boolean {
  const lead = readLead(text, near);
  return lead?.day !== undefined && lead.clock === undefined && lead.rest === '';
}

/** `22:30 UTC (Oct 29)`, `9:40 AEST 2026-05-30`, `13:14 EDT (17:14 UTC)`: the day, if one is said, and what follows. */
function behindIn(
  text: string,
  { near, at, zone }: { near: string | undefined; at: string; zone: StatedZone | undefined },
): [day: string | undefined, after: string] | [] {
  const bare = text.replace(/^\s{1,3}(?:on\s)?/, '');
  const behind = bare === text ? undefined : readDay(bare, near);
  if (behind && /\d{4}/.test(bare.slice(0, behind.length))) return [behind.day, bare.slice(behind.length)];
  const [whole = '', inner] = /^\s{0,3}[([]([^()[\]]{4,40})[)\]]/.exec(text) ?? [];
  const lead = inner === undefined ? undefined : readLead(inner, near);
  if (lead === undefined || lead.rest !== '' || lead.about) return [];
  const after = text.slice(whole.length);
  if (lead.clock === undefined) return [lead.day, after];
  if (!lead.zone || !zone || lead.day !== undefined || near === undefined) return [];
  const [one, other] = [momentIn(near, at, zone), momentIn(near, lead.clock, lead.zone)].map((it) =>
    Date.parse(it ?? ''),
  );
  return (Number(one) - Number(other)) % 86_400_000 === 0 ? [undefined, after] : [];
}

/** A clock that begins a text; `isRough` where words before it say so, `isDated` where a day stands before it. */
function readClock(
  text: string,
  { isRough, isDated }: { isRough: boolean; isDated: boolean },
): { at: string; about: boolean; length: number } | undefined {
  const exact = clockForm.exec(text) ?? lettered.exec(text) ?? (isDated ? dotted.exec(text) : null);
  const match = exact ?? halfHour.exec(text) ?? (isRough ? roughHour.exec(text) : null);
  const at = match?.groups ? clockOf(match.groups) : undefined;
  return match && at !== undefined ? { at, about: isRough || exact === null, length: match[0].length } : undefined;
}

/** The zone that stands behind a clock, and where it ends; one that is not known stays a part of what follows. */
function zoneBehind(text: string, at: number): { zone: StatedZone; end: number } | undefined {
  const left = text.slice(at);
  const isPrecise = /\d:\d{2}:\d{2}/.test(text.slice(0, at));
  const [whole = '', written] = (isPrecise ? offsetForms.exact : offsetForms.loose).exec(left) ?? [];
  if (written !== undefined) {
    const digits = written.replace(/\D/g, '').padEnd(4, '0');
    const offset = `${written.includes('+') ? '+' : '-'}${digits.slice(0, 2)}:${digits.slice(2)}`;
    return { zone: { name: offset, offset }, end: at + whole.length };
  }
  for (const form of zoneForms) {
    const named = form.exec(left);
    const zone = named?.[1] === undefined ? undefined : zoneOf(named[1]);
    if (named && zone) return { zone, end: at + named[0].length };
  }
  const unknown = unknownZone.exec(left)?.[1];
  return unknown === undefined ? undefined : { zone: { name: unknown }, end: at };
}

function clockOf({ hour, minute, half }: Record<string, string | undefined>): string | undefined {
  const [hours, minutes] = [Number(hour), Number(minute)];
  const isAfternoon = half?.toLowerCase().startsWith('p') === true;
  // People write `0:25 AM` and `13:05 PM`, too.
  const isOdd = half && (isAfternoon ? hours < 1 : hours > 12);
  if (minutes > 59 || hours > 23 || isOdd) return undefined;
  const on24 = half ? (hours % 12) + (isAfternoon ? 12 : 0) : hours;
  return `${String(on24).padStart(2, '0')}:${minute || '00'}`;
}
