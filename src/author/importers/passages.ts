/** Divides blocks into the passages that may each be a row of a timeline: items, lines, cells of a table, headings. */
import type { Nodes, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { blockText } from './block-text.ts';
import { withColon } from './dotted-clocks.ts';
import { markupOf } from './marked-rest.ts';
import type { MdxText } from './mdx-text.ts';
import { readLead } from './read-lead.ts';
import { findStatedZone, type StatedZone } from './stated-zone.ts';

export interface Passage {
  text: string;
  /** The same as inline MDX. */
  markup?: string | undefined;
  zone?: StatedZone | undefined;
  isLine?: boolean;
  isHeading?: boolean;
}

export interface PassagesAround {
  mdx: MdxText;
  /** Whether `11.57` is a clock. */
  isDotted: boolean;
}

/** Texts in their order; quotes, code and pictures hold no rows. */
export function passagesOf(node: Nodes | RootContent, around: PassagesAround): Passage[] {
  const { mdx, isDotted } = around;
  const textOf = (text: string) => (isDotted ? withColon(text) : text);
  if (node.type === 'heading') return [{ ...passageOf(textOf(plainText(node))), isHeading: true }];
  if (node.type === 'paragraph') {
    const lines = blockText(node).split('\n').map(textOf);
    const first = lines.findIndex((line) => /^[\s[(*~]*\d/.test(line));
    const passages = first <= 0 ? splitLines(lines) : lines.map((line) => passageOf(line));
    return asLines(passages.length === 1 ? [{ ...(passages[0] as Passage), markup: markupOf(node, mdx) }] : passages);
  }
  if (node.type === 'table') return rowsOf(node, mdx, textOf);
  if (node.type === 'list' || node.type === 'listItem')
    return node.children.flatMap((child: Nodes) =>
      passagesOf(child, around).map(({ text, zone, markup }) => ({ text, zone, markup })),
    );
  return [];
}

export function passageOf(text: string, zone?: StatedZone): Passage {
  return { text: text.trim(), zone };
}

/** The same as lines that are rows only among others of their kind. */
function asLines(passages: readonly Passage[]): Passage[] {
  return passages.map((passage) => ({ ...passage, isLine: true }));
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

function rowsOf(table: Extract<Nodes, { type: 'table' }>, mdx: MdxText, textOf: (text: string) => string): Passage[] {
  const [header, ...body] = table.children.map((row) => row.children.map((cell) => textOf(plainText(cell).trim())));
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
