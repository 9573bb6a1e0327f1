/** Finds rows of a timeline wherever they stand: in lists, nested or not, tables, headings and lines that a clock leads. */
import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { findStatedDay, saysOpenDay, takeDays } from './day-rows.ts';
import { hasDottedClocks } from './dotted-clocks.ts';
import type { FoundRows } from './found-rows.ts';
import type { MdxText } from './mdx-text.ts';
import { passageOf, passagesOf } from './passages.ts';
import { readLead } from './read-lead.ts';
import { type RowState, readPassage, startDay } from './read-passage.ts';
import { dayAround, isOpenAround, type Section } from './split-sections.ts';
import { findStatedZone, type StatedZone } from './stated-zone.ts';

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
  /** Any day of the incident, for days without a year. */
  near: string | undefined;
  /** They state one, and not which: then `day` is not to be relied on. */
  isDayOpen: boolean;
  /** Of the IANA's list, where the user names one for times without. */
  zone?: string | undefined;
}

/** The rows keep the source's words; the source stays in the story. */
export function findRows(
  sections: readonly Section[],
  text: string,
  { day, near, isDayOpen, zone, mdx }: RowsAround,
): FoundRows {
  const general = findStatedZone(text) ?? (zone === undefined ? undefined : { name: zone, zone });
  const statedDay = findStatedDay(text, day);
  const isOpen = isDayOpen || (statedDay === undefined && saysOpenDay(text, day));
  const document = { day, near, mdx, statedDay, isOpen, isRough: saysRoughTimes(text) };
  const rows = readRows(sections, { ...document, general, region: zone });
  const [only, ...others] = general === undefined && rows.zoneless ? rows.zones.values() : [];
  if (only === undefined || others.length > 0) return rows;
  const borrowed = { ...only, isLikely: true };
  return { ...readRows(sections, { ...document, general: borrowed, region: undefined }), borrowed: only.name };
}

/** By what the rows of a section are read. */
interface Reading {
  mdx: MdxText;
  day: string | undefined;
  near: string | undefined;
  /** The document says a day and not which one: then that of its name is not to be relied on. */
  isOpen: boolean;
  isRough: boolean;
  general: StatedZone | undefined;
  region: string | undefined;
}

function readRows(
  sections: readonly Section[],
  { statedDay, ...reading }: Reading & { statedDay: string | undefined },
): FoundRows {
  const { day, general } = reading;
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
    const isOpen = isOpenAround(section, day) || (reading.isOpen && dayAround(section, undefined) === undefined);
    readSection(
      section,
      { ...reading, day: dayAround(section, day), isOpen, general: findStatedZone(section.title) ?? general },
      found,
    );
  }
  return found;
}

function readSection(
  { content, heading, kind }: Section,
  { day, near, isOpen, isRough, mdx, general, region }: Reading,
  found: FoundRows,
): void {
  const isDotted = kind === 'timeline' && hasDottedClocks(content);
  const blocks = [
    ...(heading ? [[passageOf(plainText(heading))]] : []),
    ...content.map((node) => passagesOf(node, { mdx, isDotted })),
  ];
  const first = found.rows.length;
  const lines = blocks.flat().filter(({ text, isLine }) => isLine && readLead(text)?.clock !== undefined);
  const takesLines = kind === 'timeline' || lines.length > 2;
  const state: RowState = {
    found,
    day,
    near,
    region,
    isRough,
    dayLine: undefined,
    isOpen,
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
