/** Finds rows of a timeline wherever they stand: in lists, nested or not, tables, headings and lines that a clock leads. */
import type { Nodes, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { markedRest, markupOf } from './marked-rest.ts';
import type { MdxText } from './mdx-text.ts';
import { proseOf } from './prose-of.ts';
import { readLead } from './read-lead.ts';
import type { ImportedRow } from './read-timeline.ts';
import type { Section } from './split-sections.ts';
import { findStatedZone, momentIn, type StatedZone } from './stated-zone.ts';

export interface FoundRows {
  /** `isLabel`: the words are a key event's own name; `isMarked`: they stand with their links and code. */
  rows: (ImportedRow & { isLabel?: boolean; isMarked?: boolean })[];
  /** Moments, days and heads of tables as the source writes them, which the fields say in another way. */
  leads: string[];
  /** Clocks that ran backwards and were carried over midnight, so that they are `about`. */
  carried: string[];
  zone?: StatedZone;
  /** Times are `about` and written as UTC, because the source names no zone. */
  zoneless: boolean;
  /** Blocks of which the rows say every word. */
  whole: Set<RootContent>;
  /** Key events with a day and no clock, as the source writes them. */
  dayOnly: string[];
}

interface Passage {
  text: string;
  /** The same as inline MDX. */
  markup?: string | undefined;
  zone?: StatedZone | undefined;
  isLine?: boolean;
}

/** Words that stand before the moment in lists of key events. */
const label =
  /^((?:(?:incident|issue|outage|impact|fault|problem|disruption|service|first|time)\s{1,3}){0,3}(?:detected|identified|declared|repaired|repaired declared|mitigated|acknowledged|resolved|restored|recovered|started|occur(?:s|red)|began|begins|ended|ends|fixed|reported))\s{0,3}(?:at|on)?\s{0,3}[:–—-]?\s{1,3}(?=[\d~])/i;

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
  const found: FoundRows = {
    rows: [],
    leads: [],
    carried: [],
    zoneless: false,
    whole: new Set(),
    dayOnly: [],
    ...(general !== undefined && (general.offset ?? general.zone) !== undefined && { zone: general }),
  };
  for (const section of sections) {
    if (section.kind === 'people' || section.kind === 'span' || /append|chat log|\blogs?$/i.test(section.title))
      continue;
    readSection(section, { found, day, mdx, general: findStatedZone(section.title) ?? general });
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
  }: { found: FoundRows; day: string | undefined; mdx: MdxText; general: StatedZone | undefined },
): void {
  const blocks = [
    ...(heading ? [[passageOf(plainText(heading))]] : []),
    ...content.map((node) => passagesOf(node, mdx)),
  ];
  const lines = blocks.flat().filter(({ text, isLine }) => isLine && readLead(text)?.clock !== undefined);
  const takesLines = kind === 'timeline' || lines.length > 2;
  const state: State = { found, day, current: day, dayLine: undefined, last: '', carried: false, wasList: false };
  for (const [index, passages] of blocks.entries()) {
    // A list or table goes on with no day of what stands before it, unless a line of its own says one.
    const isList = content[index - (heading ? 1 : 0)]?.type === 'list';
    if (isList || state.wasList) Object.assign(state, { current: state.dayLine ?? day, last: '', carried: false });
    state.wasList = isList;
    const before = found.rows.length;
    for (const [place, passage] of passages.entries()) {
      if (passage.isLine && !takesLines && readLead(passage.text)?.clock !== undefined) continue;
      const next = passages[place + 1] ?? blocks[index + 1]?.[0];
      readPassage(passage, next, { state, general });
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
  takeDays(content, found);
}

/** Lines that say a day alone, where all that stands below them became rows. */
function takeDays(content: readonly RootContent[], found: FoundRows): void {
  const isDay = (node: RootContent) => {
    const lead = node.type === 'heading' || node.type === 'paragraph' ? readLead(plainText(node)) : undefined;
    return lead?.day !== undefined && lead.clock === undefined && lead.rest === '';
  };
  if (!content.some((node) => found.whole.has(node)) || !content.every((node) => found.whole.has(node) || isDay(node)))
    return;
  for (const node of content.filter(isDay)) {
    found.whole.add(node);
    found.leads.push(plainText(node));
  }
}

interface State {
  found: FoundRows;
  /** The document's day. */
  day: string | undefined;
  current: string | undefined;
  dayLine: string | undefined;
  last: string;
  carried: boolean;
  wasList: boolean;
}

function readPassage(
  { text, zone, markup }: Passage,
  next: Passage | undefined,
  { state, general }: { state: State; general: StatedZone | undefined },
): void {
  const { found } = state;
  const [lead, name] = leadOf(text, state.current ?? state.day);
  if (lead?.day !== undefined) Object.assign(state, { current: lead.day, last: '', carried: false });
  if (lead?.day !== undefined && lead.clock === undefined) {
    state.dayLine = lead.day;
    if (name !== undefined) found.dayOnly.push(`${name} ${lead.day}`);
  }
  const { current, last } = state;
  if (lead?.clock === undefined || current === undefined) return;
  const { clock } = lead;
  if (lead.day === undefined && Number(last.slice(0, 2)) - Number(clock.slice(0, 2)) > 4) {
    state.current = new Date(Date.parse(current) + 86_400_000).toISOString().slice(0, 10);
    state.carried = true;
  }
  if (state.carried) found.carried.push(clock);
  const backwards = lead.day === undefined && clock < last;
  state.last = clock;
  const known: StatedZone | undefined = lead.zone ?? zone ?? general;
  if (!known) found.zoneless = true;
  const following = lead.rest === '' && name === undefined && next && !leadOf(next.text, current)[0] ? next.text : '';
  const said = name ?? (lead.rest || following || text);
  const about = lead.about || !known || known.isLikely === true || state.carried || backwards;
  const marked = lead.rest === '' || name !== undefined ? undefined : markedRest(markup, text, lead.rest);
  if (text.endsWith(lead.rest)) found.leads.push(text.slice(0, text.length - lead.rest.length));
  const row = {
    about,
    what: (marked ?? proseOf(said)) || 'An event without a description.',
    words: said,
    isLabel: name !== undefined,
    isMarked: marked !== undefined,
  };
  const at = momentIn(state.current ?? current, clock, known ?? { name: 'UTC', offset: 'Z' });
  // A zone that is stated and not known leaves the moment open.
  if (at === undefined) found.rows.push({ ...row, what: `${clock}: ${row.what}` });
  else found.rows.push({ ...row, at });
}

function leadOf(text: string, day: string | undefined): [ReturnType<typeof readLead>, string?] {
  const named = label.exec(text);
  if (!named?.[1]) return [readLead(text, day)];
  return [readLead(text.slice(named[0].length), day), named[1]];
}

function passageOf(text: string, zone?: StatedZone): Passage {
  return { text: text.trim(), zone };
}

/** The same as lines that are rows only among others of their kind. */
function asLines(passages: readonly Passage[]): Passage[] {
  return passages.map((passage) => ({ ...passage, isLine: true }));
}

/** Texts in their order; quotes, code and pictures hold no rows. */
function passagesOf(node: Nodes | RootContent, mdx: MdxText): Passage[] {
  if (node.type === 'heading') return [passageOf(plainText(node))];
  if (node.type === 'paragraph') {
    const lines = plainText(node).split('\n');
    const first = lines.findIndex((line) => /^[\s[(*~]*\d/.test(line));
    const passages = first <= 0 ? splitLines(lines) : lines.map((line) => passageOf(line));
    return asLines(passages.length === 1 ? [{ ...(passages[0] as Passage), markup: markupOf(node, mdx) }] : passages);
  }
  if (node.type === 'table') return rowsOf(node, mdx);
  if (node.type === 'list' || node.type === 'listItem')
    return node.children.flatMap((child: Nodes) =>
      passagesOf(child, mdx).map(({ text, zone, markup }) => ({ text, zone, markup })),
    );
  return [];
}

/** A line that a moment leads begins a passage; the lines below go on with it. */
function splitLines(lines: readonly string[]): Passage[] {
  const passages: string[] = [];
  for (const written of lines) {
    // A dash that is no bullet of Markdown, and was meant as one.
    const line = written.replace(/^\s{0,8}[\u2013\u2014\u2022\u00b7]\s/, '');
    if (passages.length === 0 || readLead(line)?.clock !== undefined) passages.push(line);
    else passages[passages.length - 1] += ` ${line.trim()}`;
  }
  return passages.map((text) => passageOf(text));
}

function rowsOf(table: Extract<Nodes, { type: 'table' }>, mdx: MdxText): Passage[] {
  const [header, ...body] = table.children.map((row) => row.children.map((cell) => plainText(cell).trim()));
  const marked = table.children.slice(1).map((row) => row.children.map((cell) => markupOf(cell, mdx) ?? ''));
  const column = (header ?? []).findIndex((title) => /\b(?:time|timestamp|when)\b/i.test(title));
  if (column < 0) return [];
  const dates = (header ?? []).findIndex((title) => /^(?:date|day)\b/i.test(title));
  const zone = findStatedZone(header?.[column] ?? '');
  return body.map((cells, line) => {
    const isRest = (_: string, index: number) => index !== column && index !== dates;
    const moment = `${dates >= 0 && dates !== column ? `${cells[dates]} ` : ''}${cells[column] ?? ''}`;
    const rest = cells.filter(isRest).filter(Boolean);
    const markup = (marked[line] ?? []).filter(isRest).filter(Boolean).join(' – ');
    return { ...passageOf(`${moment} ${rest.join(' – ')}`, zone), markup: `${moment} ${markup}` };
  });
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
