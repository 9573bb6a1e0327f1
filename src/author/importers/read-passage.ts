/** Reads one passage as a row of a timeline, by what stands before it. */
import { carryClock, type DayState } from './carry-clock.ts';
import { takeDayRow } from './day-rows.ts';
import type { FoundRows } from './found-rows.ts';
import { markedRest } from './marked-rest.ts';
import { openDayBehind, openDayLength } from './open-days.ts';
import type { Passage } from './passages.ts';
import { proseOf } from './prose-of.ts';
import { readLead } from './read-lead.ts';
import { isSettled, momentIn, type StatedZone } from './stated-zone.ts';

/** Words that stand before the moment in lists of key events. */
const label =
  /^((?:(?:incident|issue|outage|impact|fault|problem|disruption|service|first|time)\s{1,3}){0,3}(?:detected|identified|declared|repaired|repaired declared|mitigated|acknowledged|resolved|restored|recovered|started|occur(?:s|red)|began|begins|ended|ends|fixed|reported))\s{0,3}(?:at|on)?\s{0,3}[:–—-]?\s{1,3}(?=[\d~])/i;

const anyLabel = /^([^:\n]{3,60}):\s{1,3}(?=[\d~])/;

/** All that is left of `13:30 - 13:45`. */
const rangeEnd = /^(?:(?:to|until|and)?\s{0,3}\d{1,2}:\d{2}(?::\d{2})?\s?(?:[ap]m)?(?:\s[A-Z]{2,5})?|\d{1,2})$/i;

export interface RowState extends DayState {
  found: FoundRows;
  /** For days without a year, where the document has no day of its own. */
  near: string | undefined;
  /** Whose clocks the user says that the times are of. */
  region: string | undefined;
  /** The document says so of all its times. */
  isRough: boolean;
  dayLine: string | undefined;
  /** A day stands before, and nobody knows which. */
  isOpen: boolean;
  wasList: boolean;
  /** The latest clock of the day so far. */
  latest: string;
  /** A row with a day and no clock stands before, and what follows may be of that day or not. */
  isAside: boolean;
}

/** Adds to what was found, and changes `state`. */
export function readPassage(
  passage: Passage,
  next: Passage | undefined,
  { state, general, takesDays }: { state: RowState; general: StatedZone | undefined; takesDays: boolean },
): void {
  const { text, zone, markup } = passage;
  const { found } = state;
  const before = { current: state.current, dayLine: state.dayLine };
  const [lead, name] = leadOf(text, { day: state.current ?? state.day ?? state.near, isTimeline: takesDays });
  if (lead?.day !== undefined) Object.assign(state, startDay(lead.day), { isOpen: false });
  const open = lead?.day === undefined ? openDayLength(text, state.current ?? state.day) : undefined;
  if (open !== undefined) {
    state.isOpen = true;
    const clock = lead === undefined && takesDays ? readLead(text.slice(open))?.clock : undefined;
    if (clock !== undefined) takeOpenRow(passage, clock, found);
  }
  if (lead?.day !== undefined && lead.clock === undefined) {
    state.dayLine = lead.day;
    if (name !== undefined) found.dayOnly.push(`${name} ${lead.day}`);
    else if (takesDays && takeDayRow(passage, { day: lead.day, rest: lead.rest, next, found }) && isItem(passage)) {
      state.isAside = true;
      if (before.current !== undefined && isFar(lead.day, before.current)) Object.assign(state, before);
    }
  }
  if (lead?.day === undefined && found.statedDay !== undefined && !state.carried && state.current !== found.statedDay)
    Object.assign(state, startDay(found.statedDay));
  const { current } = state;
  if (lead?.clock === undefined || (current === undefined && !takesDays)) return;
  // "Of two o'clock": a sentence begins with the clock.
  if (!takesDays && lead.rest.startsWith('の')) return;
  const aside = lead.day === undefined ? openDayBehind(lead.rest, state.current) : undefined;
  if (aside !== undefined) {
    // Rows below are of the day before again, or of one that nobody knows.
    Object.assign(state, aside === 'before' ? { isAside: true } : { isOpen: true });
    takeOpenRow(passage, lead.clock, found);
    return;
  }
  const written = text.slice(0, text.length - lead.rest.length);
  const clock = lead.day === undefined ? carryClock(state, lead.clock, written) : lead.clock;
  const isOpen = state.isOpen && lead.day === undefined;
  const isCarried = isOpen || state.carried || state.isAside || clock !== lead.clock;
  // What follows a clock that runs backwards may be of another day, until it is past all before.
  if (lead.day !== undefined || isCarried) state.latest = clock;
  const backwards = lead.day === undefined && clock < state.latest;
  if (clock > state.latest) state.latest = clock;
  state.last = clock;
  const own = lead.zone ?? zone;
  if (own && (own.offset ?? own.zone) !== undefined) found.zones.set(own.offset ?? own.name, own);
  const known: StatedZone | undefined = own ?? general;
  if (!known) found.zoneless = true;
  // The offset is certain where the day is not.
  if (isCarried) found.carried.push(`${lead.clock}${known?.offset === 'Z' ? '' : (known?.offset ?? '')}`);
  const isBare = lead.rest === '' || rangeEnd.test(lead.rest);
  const following =
    isBare && name === undefined && next && !leadOf(next.text, { day: current, isTimeline: takesDays })[0]
      ? next.text
      : '';
  const said = name ?? ([lead.rest, following].filter(Boolean).join(' ') || text);
  const day = state.current ?? current;
  const isDoubtful = known?.isLikely === true && (day === undefined || !isSettled(known, { day, clock }, state.region));
  const about = lead.about || state.isRough || !known || isDoubtful || isCarried || backwards;
  const marked = lead.rest === '' || name !== undefined ? undefined : markedRest(markup, text, lead.rest);
  if (text.endsWith(lead.rest)) found.leads.push(text.slice(0, text.length - lead.rest.length));
  const row = {
    about,
    what: (marked ?? proseOf(said)) || 'An event without a description.',
    words: said,
    isLabel: label.test(text),
    isMarked: marked !== undefined,
  };
  const at = isOpen || day === undefined ? undefined : momentIn(day, clock, known ?? { name: 'UTC', offset: 'Z' });
  // A zone that is stated and not known leaves the moment open, and so does a day that is.
  if (at === undefined) found.rows.push({ ...row, what: `${clock}: ${row.what}` });
  else found.rows.push({ ...row, at });
}

/** Its words begin with the day and the clock as they are written. */
function takeOpenRow({ text }: Passage, clock: string, found: FoundRows): void {
  found.carried.push(clock);
  found.rows.push({ about: true, what: proseOf(text), words: text });
}

/** What is known where a day begins. */
export function startDay(day: string | undefined): Omit<DayState, 'day'> & { isAside: boolean; latest: string } {
  return { current: day, last: '', latest: '', carried: false, isHalved: false, isAside: false };
}

/** Of a list or a table: a line or a heading is the day of what stands below it. */
function isItem({ isLine, isHeading }: Passage): boolean {
  return !isLine && !isHeading;
}

function isFar(day: string, other: string): boolean {
  return Math.abs(Date.parse(day) - Date.parse(other)) > 2 * 86_400_000;
}

/** The moment that leads a text, also behind the name of a key event; in a timeline, behind whatever stands before it. */
function leadOf(
  text: string,
  { day, isTimeline }: { day: string | undefined; isTimeline: boolean },
): [ReturnType<typeof readLead>, string?] {
  const named = label.exec(text);
  if (named?.[1]) return [readLead(text.slice(named[0].length), day), named[1]];
  const lead = readLead(text, day);
  const [whole, name] = lead || !isTimeline ? [] : (anyLabel.exec(text) ?? []);
  const behind = whole === undefined ? undefined : readLead(text.slice(whole.length), day);
  return name !== undefined && behind?.clock !== undefined && behind.rest === '' ? [behind, name] : [lead];
}
