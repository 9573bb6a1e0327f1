/** Finds rows of a timeline wherever they stand: in lists, nested or not, tables, headings and lines that a clock leads. */
import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { carryClock, type DayState } from './carry-clock.ts';
import { findStatedDay, takeDayRow, takeDays } from './day-rows.ts';
import { hasDottedClocks } from './dotted-clocks.ts';
import type { FoundRows } from './found-rows.ts';
import { markedRest } from './marked-rest.ts';
import type { MdxText } from './mdx-text.ts';
import { type Passage, passageOf, passagesOf } from './passages.ts';
import { proseOf } from './prose-of.ts';
import { readLead } from './read-lead.ts';
import { dayAround, type Section } from './split-sections.ts';
import { findStatedZone, isSettled, momentIn, type StatedZone } from './stated-zone.ts';

/** Words that stand before the moment in lists of key events. */
const label =
  /^((?:(?:incident|issue|outage|impact|fault|problem|disruption|service|first|time)\s{1,3}){0,3}(?:detected|identified|declared|repaired|repaired declared|mitigated|acknowledged|resolved|restored|recovered|started|occur(?:s|red)|began|begins|ended|ends|fixed|reported))\s{0,3}(?:at|on)?\s{0,3}[:–—-]?\s{1,3}(?=[\d~])/i;

const anyLabel = /^([^:\n]{3,60}):\s{1,3}(?=[\d~])/;

/** All that is left of `13:30 - 13:45`. */
const rangeEnd = /^(?:(?:to|until|and)?\s{0,3}\d{1,2}:\d{2}(?::\d{2})?\s?(?:[ap]m)?(?:\s[A-Z]{2,5})?|\d{1,2})$/i;

/** `01-10-2024` that no other date near it settles, or `7/6/24`. */
const undecidedDay = /^[\s[(*_]{0,6}\d{1,2}([-/])\d{1,2}\1(?:\d{4}|\d{2})(?![\d:/-])/;

const roughForms = [
  /\b(?:all (?:of )?(?:the |these )?times?|times (?:are|here|below|listed|given|shown))\b[^.\n|]{0,40}?\b(?:approximat(?:e|ed|ions?)|approx|estimat(?:es?|ed|ions?)|rough)\b/i,
  /\btimeline\s{0,3}[([](?:all )?(?:times )?(?:approximat(?:e|ed|ions?)|approx|estimat(?:es?|ed)|rough)\b/i,
  /^#{1,6} [^\n]{0,40}?\b(?:approximate|estimated|rough) (?:timeline|times)\b/im,
];

/** "All times are approximate": then none of them is exact. */
function saysRoughTimes(text: string): boolean {
  return roughForms.some((form) => form.test(text));
}

export interface RowsAround {
  mdx: MdxText;
  /** The one that title, date or name of the document state. */
  day: string | undefined;
  /** Of the IANA's list, where the user names one for times without. */
  zone?: string | undefined;
}

/** The rows keep the source's words; the source stays in the story. */
export function findRows(sections: readonly Section[], text: string, { day, zone, mdx }: RowsAround): FoundRows {
  const general = findStatedZone(text) ?? (zone === undefined ? undefined : { name: zone, zone });
  const statedDay = findStatedDay(text, day);
  const document = { day, mdx, statedDay, isRough: saysRoughTimes(text) };
  const rows = readRows(sections, { ...document, general, region: zone });
  const [only, ...others] = general === undefined && rows.zoneless ? rows.zones.values() : [];
  if (only === undefined || others.length > 0) return rows;
  const borrowed = { ...only, isLikely: true };
  return { ...readRows(sections, { ...document, general: borrowed, region: undefined }), borrowed: only.name };
}

function readRows(
  sections: readonly Section[],
  {
    day,
    mdx,
    general,
    statedDay,
    isRough,
    region,
  }: {
    day: string | undefined;
    mdx: MdxText;
    general: StatedZone | undefined;
    statedDay: string | undefined;
    isRough: boolean;
    region: string | undefined;
  },
): FoundRows {
  const found: FoundRows = {
    rows: [],
    leads: [],
    carried: [],
    zoneless: false,
    whole: new Set(),
    dayOnly: [],
    zones: new Map(),
    ...(statedDay !== undefined && { statedDay }),
    ...(general !== undefined && (general.offset ?? general.zone) !== undefined && { zone: general }),
  };
  for (const section of sections) {
    if (section.kind === 'people' || section.kind === 'span' || /append|chat log|\blogs?$/i.test(section.title))
      continue;
    readSection(section, {
      found,
      day: dayAround(section, day),
      mdx,
      general: findStatedZone(section.title) ?? general,
      isRough,
      region,
    });
  }
  return found;
}

function readSection(
  { content, heading, kind }: Section,
  {
    found,
    day,
    mdx,
    general,
    isRough,
    region,
  }: {
    found: FoundRows;
    day: string | undefined;
    mdx: MdxText;
    general: StatedZone | undefined;
    isRough: boolean;
    region: string | undefined;
  },
): void {
  const isDotted = kind === 'timeline' && hasDottedClocks(content);
  const blocks = [
    ...(heading ? [[passageOf(plainText(heading))]] : []),
    ...content.map((node) => passagesOf(node, { mdx, isDotted })),
  ];
  const first = found.rows.length;
  const lines = blocks.flat().filter(({ text, isLine }) => isLine && readLead(text)?.clock !== undefined);
  const takesLines = kind === 'timeline' || lines.length > 2;
  const state: State = {
    found,
    day,
    region,
    isRough,
    dayLine: undefined,
    isOpen: false,
    wasList: false,
    ...startDay(day),
  };
  for (const [index, passages] of blocks.entries()) {
    // A list or table goes on with no day of what stands before it, unless a line of its own says one.
    const isList = content[index - (heading ? 1 : 0)]?.type === 'list';
    if (isList || state.wasList) Object.assign(state, startDay(state.dayLine ?? day));
    state.wasList = isList;
    const before = found.rows.length;
    for (const [position, passage] of passages.entries()) {
      if (passage.isLine && !takesLines && readLead(passage.text)?.clock !== undefined) continue;
      const next = passages[position + 1] ?? blocks[index + 1]?.[0];
      readPassage(passage, next, { state, general, takesDays: kind === 'timeline' });
    }
    const block = content[index - (heading ? 1 : 0)];
    const count = found.rows.length - before;
    const rows = found.rows.slice(before);
    if (block && count > 0 && count === passages.length && isTold(block, rows)) {
      found.whole.add(block);
      if (block.type === 'table')
        found.leads.push(...(block.children[0]?.children ?? []).map((cell) => plainText(cell)));
    }
  }
  // Such a heading is the day of the rows below it, with a name.
  found.rows = found.rows.filter((row, index) => index < first || !row.isHeading || !found.rows[index + 1]?.at);
  takeDays(content, found);
}

interface State extends DayState {
  found: FoundRows;
  /** Whose clocks the user says that the times are of. */
  region: string | undefined;
  /** The document says so of all its times. */
  isRough: boolean;
  dayLine: string | undefined;
  /** A day stands before that may be read in two ways. */
  isOpen: boolean;
  wasList: boolean;
  /** A row with a day and no clock stands before, and what follows may be of that day or not. */
  isAside: boolean;
}

function readPassage(
  passage: Passage,
  next: Passage | undefined,
  { state, general, takesDays }: { state: State; general: StatedZone | undefined; takesDays: boolean },
): void {
  const { text, zone, markup } = passage;
  const { found } = state;
  const before = { current: state.current, dayLine: state.dayLine };
  const [lead, name] = leadOf(text, { day: state.current ?? state.day, isTimeline: takesDays });
  if (lead?.day !== undefined) Object.assign(state, startDay(lead.day), { isOpen: false });
  const undecided = lead === undefined ? undecidedDay.exec(text) : null;
  if (undecided) {
    state.isOpen = true;
    const clock = takesDays ? readLead(text.slice(undecided[0].length))?.clock : undefined;
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
  const { current, last } = state;
  if (lead?.clock === undefined || current === undefined) return;
  const written = text.slice(0, text.length - lead.rest.length);
  const clock = lead.day === undefined ? carryClock(state, lead.clock, written) : lead.clock;
  const isOpen = state.isOpen && lead.day === undefined;
  const isCarried = isOpen || state.carried || state.isAside || clock !== lead.clock;
  if (isCarried) found.carried.push(lead.clock);
  const backwards = lead.day === undefined && clock < last;
  state.last = clock;
  const own = lead.zone ?? zone;
  if (own && (own.offset ?? own.zone) !== undefined) found.zones.set(own.offset ?? own.name, own);
  const known: StatedZone | undefined = own ?? general;
  if (!known) found.zoneless = true;
  const isBare = lead.rest === '' || rangeEnd.test(lead.rest);
  const following =
    isBare && name === undefined && next && !leadOf(next.text, { day: current, isTimeline: takesDays })[0]
      ? next.text
      : '';
  const said = name ?? ([lead.rest, following].filter(Boolean).join(' ') || text);
  const moment = { day: state.current ?? current, clock };
  const isDoubtful = known?.isLikely === true && !isSettled(known, moment, state.region);
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
  const at = isOpen ? undefined : momentIn(moment.day, clock, known ?? { name: 'UTC', offset: 'Z' });
  // A zone that is stated and not known leaves the moment open, and so does a day that is.
  if (at === undefined) found.rows.push({ ...row, what: `${clock}: ${row.what}` });
  else found.rows.push({ ...row, at });
}

/** Its words begin with the day and the clock as they are written. */
function takeOpenRow({ text }: Passage, clock: string, found: FoundRows): void {
  found.carried.push(clock);
  found.rows.push({ about: true, what: proseOf(text), words: text });
}

function startDay(day: string | undefined): Omit<DayState, 'day'> & { isAside: boolean } {
  return { current: day, last: '', carried: false, isHalved: false, isAside: false };
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

/** Nothing that a row cannot hold, no more of a moment than a row keeps, and no head of a third column. */
function isTold(block: Nodes, rows: FoundRows['rows']): boolean {
  const isMarked = rows.every((row) => row.isMarked);
  const isSimple = (node: Nodes): boolean =>
    (plainNodes.has(node.type) || (isMarked && markedNodes.has(node.type))) &&
    (!('children' in node) || node.children.every(isSimple));
  const columns = block.type === 'table' ? (block.children[0]?.children.length ?? 0) : 0;
  return isSimple(block) && columns <= 2 && !/\d:\d{2}:\d{2}/.test(plainText(block));
}

const plainNodes: ReadonlySet<string> = new Set(
  'table tableRow tableCell list listItem paragraph text emphasis strong'.split(' '),
);
const markedNodes: ReadonlySet<string> = new Set('inlineCode link linkReference delete break'.split(' '));
