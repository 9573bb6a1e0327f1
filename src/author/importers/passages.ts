/** Divides blocks into the passages that may each be a row of a timeline: items, lines, cells of a table, headings. */
import type { Nodes, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { blockText } from './block-text.ts';
import { weekdayPattern } from './calendar-names.ts';
import { withColon } from './dotted-clocks.ts';
import { markupOf } from './marked-rest.ts';
import type { MdxText } from './mdx-text.ts';
import { anyDay } from './read-day.ts';
import { isDayAlone, readLead } from './read-lead.ts';
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
  const column = (header ?? []).findIndex((title) =>
    /\b(?:time|timestamp|when)\b|^(?:時刻|日時|時間|时间|시간|(?:uhr)?zeit(?:punkt)?|heure|hora|horário|ora|tijd(?:stip)?|время|czas|godzina)(?![\p{L}])/iu.test(
      title,
    ),
  );
  if (column < 0) return [];
  const others = (header ?? []).flatMap((_, index) => (index === column ? [] : [index]));
  const cellsOf = (index: number) => body.map((cells) => cells[index] ?? '').filter(Boolean);
  const dates = findDayColumn(header ?? [], others, cellsOf);
  const [year = ''] = /\b(?:19|20)\d{2}\b/.exec(header?.[dates ?? -1] ?? '') ?? [];
  const zone = findStatedZone(header?.[column] ?? '');
  const told = others.filter((index) => index !== dates && !isWeekdays(cellsOf(index)));
  return body.map((cells, line) => {
    const isRest = (_: string, index: number) => told.includes(index);
    const day = dates === undefined ? '' : (cells[dates] ?? '');
    const moment = [day, /\d{4}/.test(day) || day === '' ? '' : year, cells[column] ?? ''].filter(Boolean).join(' ');
    const rest = cells.filter(isRest).filter(Boolean);
    const markup = (marked[line] ?? []).filter(isRest).filter(Boolean).join(' – ');
    return { ...passageOf(`${moment} ${rest.join(' – ')}`, zone), markup: `${moment} ${markup}` };
  });
}

const weekday = new RegExp(`^${weekdayPattern}\\.?$`, 'i');
const dayTitle = /^(?:date|day|datum|tag|fecha|data|jour|日付|日期|날짜|дата)(?!\p{L})/iu;
/** Of something that is to come. */
const laterTitle = /\b(?:due|deadline|target|review|until)\b/i;

/** The column that says the day of each row: by its head, else by its cells, each of which is a day and nothing else. */
function findDayColumn(
  header: readonly string[],
  columns: readonly number[],
  cellsOf: (index: number) => string[],
): number | undefined {
  // Names of weekdays say no day.
  const named = columns.find(
    (index) => dayTitle.test(header[index] ?? '') && cellsOf(index).some((cell) => /\d/.test(cell)),
  );
  if (named !== undefined) return named;
  const whole = columns.find((index) => {
    const cells = cellsOf(index);
    return cells.length > 0 && !laterTitle.test(header[index] ?? '') && cells.every((cell) => isDayAlone(cell, anyDay));
  });
  // They tell at least that a row is of another day.
  return whole ?? columns.find((index) => isWeekdays(cellsOf(index)));
}

function isWeekdays(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => weekday.test(cell));
}
