/** Reads a timeline: a table with a time in its first column, or a list whose items begin with a time. */
import type { List, RootContent, Table } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { MdxText } from './mdx-text.ts';
import { range } from './mdx-text.ts';
import { readLead } from './read-lead.ts';
import { findZone, type ReadTime, readTime, type Zone } from './read-times.ts';

export interface ImportedRow {
  /** As `ReadTime.at`; absent when the row's moment is not known. */
  at?: string;
  about: boolean;
  /** One line of inline MDX; begins with the source's time where `at` does not say all of it. */
  what: string;
  /** The same without markup. */
  words: string;
}

export interface ReadTimeline {
  rows: ImportedRow[];
  zone?: { name: string };
  /** Blocks of the section that are not the timeline, for the story. */
  rest: RootContent[];
  /** What fields say in another way: the head of the table, the sentence about the zone. */
  said: string[];
}

/** `undefined` when the section holds no timeline that can be read. `stated` is the zone the rest of the document states. */
export function readTimeline(content: readonly RootContent[], mdx: MdxText, stated?: Zone): ReadTimeline | undefined {
  const block = content.find((node) => node.type === 'table' || node.type === 'list');
  if (block === undefined || (block.type !== 'table' && block.type !== 'list') || !mdx.isProse(block)) return undefined;
  const zone = zoneOf(content, block) ?? stated;
  const rows = block.type === 'table' ? tableRows(block, mdx, zone) : listRows(block, mdx, zone);
  if (rows === undefined || rows.length === 0) return undefined;
  const isSaid = (node: RootContent) => zone !== undefined && isZoneSentence(node);
  const rest = content.filter((node) => node !== block && !isSaid(node));
  const head = block.type === 'table' ? (block.children[0]?.children ?? []) : [];
  return {
    rows,
    rest,
    said: [...head, ...content.filter(isSaid)].map((node) => plainText(node)),
    ...(zone === undefined ? {} : { zone }),
  };
}

function zoneOf(content: readonly RootContent[], block: Table | List): Zone | undefined {
  for (const node of content) {
    const zone = node === block ? undefined : findZone(plainText(node));
    if (zone) return zone;
  }
  const header = block.type === 'table' ? block.children[0]?.children[0] : undefined;
  return header === undefined ? undefined : findZone(plainText(header));
}

/** True for a paragraph that says the zone and nothing else, which the offsets of the rows then say. */
function isZoneSentence(node: RootContent): boolean {
  return node.type === 'paragraph' && /^\(?all times(?: are)? in [\w+:-]+\.?\)?$/i.test(plainText(node).trim());
}

function tableRows(table: Table, mdx: MdxText, zone: Zone | undefined): ImportedRow[] | undefined {
  const [header, ...body] = table.children;
  const titles = (header?.children ?? []).map((cell) => plainText(cell).trim());
  if (!/\b(?:time|date|when)\b/i.test(titles[0] ?? '')) return undefined;
  let day: string | undefined;
  return body.flatMap((row) => {
    const cells = row.children.map((cell) => {
      const [first, last] = [cell.children[0], cell.children.at(-1)];
      return first && last ? mdx.prose(first, last) : '';
    });
    if (cells.every((cell) => cell === '')) return [];
    const time = readTime(cells[0] ?? '', zone, day);
    day = time.day ?? day;
    const [event = '', ...more] = cells.slice(1);
    const others = more.flatMap((cell, index) => (cell === '' ? [] : [`(${titles[index + 2] || 'also'}: ${cell})`]));
    return [
      makeRow(time, cells[0] ?? '', [event, ...others].filter(Boolean).join(' '), plainText(row.children.slice(1))),
    ];
  });
}

function listRows(list: List, mdx: MdxText, zone: Zone | undefined): ImportedRow[] | undefined {
  let day: string | undefined;
  const rows: ImportedRow[] = [];
  for (const item of list.children) {
    const [paragraph, ...others] = item.children;
    const [first, last] = paragraph?.type === 'paragraph' ? [paragraph.children[0], paragraph.children.at(-1)] : [];
    if (others.length > 0 || first === undefined || last === undefined || range(item).end === 0) return undefined;
    const parts =
      /^(?:\*\*|__)?(.*?\d{1,2}:\d{2}(?:\s*[aApP]\.?[mM]\.?)?(?:\s*(?:Z|[A-Z]{3,4})\b)?)(?:\*\*|__)?\s*[:–—|-]*\s+(\S.*)$/.exec(
        mdx.prose(first, last),
      );
    if (parts === null) return undefined;
    // A zone of its own that is no part of the clock here: another reader knows more of them.
    const lead = readLead(mdx.prose(first, last));
    if (lead?.zone && !parts[1]?.includes(lead.zone.name)) return undefined;
    const time = readTime(parts[1] ?? '', zone, day);
    day = time.day ?? day;
    rows.push(
      makeRow({ ...time, about: time.about || lead?.about === true }, parts[1] ?? '', parts[2] ?? '', plainText(item)),
    );
  }
  return rows;
}

function makeRow(time: ReadTime, cell: string, event: string, words: string): ImportedRow {
  const known = event === '' ? 'An event without a description.' : event;
  const what = time.complete || cell === '' ? known : `${cell}: ${known}`;
  return { about: time.about, what, words, ...(time.at === undefined ? {} : { at: time.at }) };
}
