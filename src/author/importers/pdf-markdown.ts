/** Makes Markdown of the lines of a PDF: headings by their size, a side column before the text, rows of a timeline by their clocks. */

import type { PdfLine } from './pdf-lines.ts';
import { readLead } from './read-lead.ts';

export interface PdfText {
  markdown: string;
  /** What names people or is none of the document: entries of a tool's log, heads and feet of printed pages. */
  internal: string[];
}

interface Line extends PdfLine {
  text: string;
}

const sideLabel = /^(?:OWNER OF REVIEW PROCESS|IMPACT TIME|DURATION)$/;
const clockAlone = /^\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?$/i;

/** Lines from top to foot, page by page. */
export function pdfMarkdown(lines: readonly PdfLine[]): PdfText {
  const { kept, furniture } = splitFurniture(lines.map((line) => ({ ...line, text: textOf(line.parts) })));
  const { side, main } = splitSide(kept);
  const body = usualSize(kept);
  const title = titleOf(main, body);
  const internal = [...furniture];
  const rest = main.slice(title.length);
  const heading = rest.findIndex(({ size }) => size > body * 1.15);
  const first = heading < 0 ? rest.length : heading;
  const blocks = [
    ...(title.length > 0 ? [`# ${title.map(({ text }) => text).join(' ')}`] : []),
    // What stands before the first heading belongs to none of the side column.
    ...blocksOf(rest.slice(0, first), body, internal),
    ...blocksOf(side, body, internal),
    ...blocksOf(rest.slice(first), body, internal),
  ];
  return { markdown: `${blocks.join('\n\n')}\n`, internal };
}

function textOf(parts: PdfLine['parts']): string {
  return parts.map(({ text }) => text).join(' ');
}

/** Heads and feet of printed pages: at the rim, and the same but for their numbers on every other page at least. */
function splitFurniture(lines: readonly Line[]): { kept: Line[]; furniture: string[] } {
  const pages = new Set(lines.map(({ page }) => page)).size;
  const keyOf = ({ text, y }: Line) => `${Math.round(y)} ${text.replace(/\d+/g, '0')}`;
  const isRim = ({ y, height }: Line) => y > height * 0.96 || y < height * 0.04;
  const counts = new Map<string, number>();
  for (const line of lines.filter(isRim)) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
  const isFurniture = (line: Line) =>
    pages > 1 && isRim(line) && (counts.get(keyOf(line)) ?? 0) >= Math.max(2, pages / 2);
  return {
    kept: lines.filter((line) => !isFurniture(line)),
    furniture: [...new Set(lines.filter(isFurniture).map(({ text }) => text))],
  };
}

/** The column beside the text of a report of PagerDuty begins where its labels begin, and ends with the sentence about the zone. */
function splitSide(lines: readonly Line[]): { side: Line[]; main: Line[] } {
  const labels = lines.flatMap(({ page, parts }) =>
    parts.flatMap(({ x, text }) => (sideLabel.test(text) ? [{ page, x }] : [])),
  );
  const [label] = labels;
  if (label === undefined) return { side: [], main: [...lines] };
  const side: Line[] = [];
  const main: Line[] = [];
  let isOver = false;
  for (const line of lines) {
    const isBeside = line.page === label.page && !isOver;
    const beside = isBeside ? line.parts.filter(({ x }) => x >= label.x - 2) : [];
    const rest = isBeside ? line.parts.filter(({ x }) => x < label.x - 2) : line.parts;
    if (beside.length > 0) side.push(lineOf(line, beside));
    if (rest.length > 0) main.push(lineOf(line, rest));
    if (
      beside.length > 0 &&
      /\.$/.test(textOf(beside)) &&
      side.some(({ text }) => /\btimes listed in this report\b/i.test(text))
    )
      isOver = true;
  }
  return { side, main };
}

function lineOf(line: Line, parts: PdfLine['parts']): Line {
  return { ...line, parts, x: parts[0]?.x ?? line.x, size: parts[0]?.size ?? line.size, text: textOf(parts) };
}

/** The size in which most letters are. */
function usualSize(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines)
    counts.set(Math.round(size * 10), (counts.get(Math.round(size * 10)) ?? 0) + text.length);
  return ([...counts].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0] ?? 10) / 10;
}

/** The lines at the top in the largest letters; none where these are as large as all others. */
function titleOf(lines: readonly Line[], body: number): Line[] {
  const size = lines[0]?.size ?? 0;
  if (size < body * 1.15) return [];
  const end = lines.findIndex((line) => Math.abs(line.size - size) > 0.5);
  return lines.slice(0, end < 0 ? lines.length : end);
}

function blocksOf(lines: readonly Line[], body: number, internal: string[]): string[] {
  const blocks: string[] = [];
  const details: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line;
    if (line.size > body * 1.15) {
      const content = lines[at + 1];
      if (content && /^No comments added$/i.test(content.text)) {
        internal.push(`${line.text}: ${content.text}`);
        at += 2;
      } else {
        blocks.push(`## ${/^[A-Z ]+$/.test(line.text) ? capitalised(line.text) : line.text}`);
        at += 1;
      }
    } else if (clockAlone.test(line.parts[0]?.text ?? '')) {
      const row = takeRow(lines, at, body);
      at = row.next;
      blocks.push(`- ${rowText(row, { internal, details })}`);
    } else if (isDay(line)) {
      blocks.push(`### ${line.text}`);
      at += 1;
    } else {
      const paragraph = takeParagraph(lines, at, body);
      at += paragraph.length;
      blocks.push(joinLines(paragraph.map(({ text }) => text)));
    }
  }
  return [...joinLists(blocks), ...(details.length > 0 ? ['## Details of the timeline', ...details] : [])];
}

function capitalised(label: string): string {
  return label.charAt(0) + label.slice(1).toLowerCase();
}

function isDay({ text }: Line): boolean {
  const lead = readLead(text);
  return lead?.day !== undefined && lead.clock === undefined && lead.rest === '';
}

/** Items one below the other are one list. */
function joinLists(blocks: readonly string[]): string[] {
  const joined: string[] = [];
  for (const block of blocks) {
    const isItem = /^(?:- |\d{1,2}\. )/.test(block);
    if (isItem && /^(?:- |\d{1,2}\. )/.test(joined.at(-1)?.split('\n').at(-1) ?? ''))
      joined.push(`${joined.pop()}\n${block}`);
    else joined.push(block);
  }
  return joined;
}

interface Row {
  clock: string;
  head: string[];
  details: string[][];
  next: number;
}

/** A clock, what stands beside it and goes on below, and what stands further in. */
function takeRow(lines: readonly Line[], from: number, body: number): Row {
  const first = lines[from] as Line;
  const [clock, ...beside] = first.parts;
  const head = beside.length > 0 ? [textOf(beside)] : [];
  const headAt = beside[0]?.x;
  const details: string[][] = [];
  let at = from + 1;
  let isInside = false;
  for (; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    if (line.size > body * 1.15 || line.x <= first.x + body) break;
    if (!isInside && headAt !== undefined && line.x < headAt + body) head.push(line.text);
    else {
      const above = lines[at - 1] as Line;
      const isNext = isInside && (above.page !== line.page || above.y - line.y < body * 1.9);
      if (isNext) details.at(-1)?.push(textWithGap(line));
      else details.push([textWithGap(line)]);
      isInside = true;
    }
  }
  return { clock: clock?.text ?? '', head, details, next: at };
}

/** Two spaces where parts stand apart, as a sender and the channel do. */
function textWithGap({ parts }: Line): string {
  return parts.map(({ text }) => text).join('  ');
}

const logged: [RegExp, string][] = [
  [/^Triggered\b/, 'The incident was triggered.'],
  [/^Acknowledged\b/, 'A responder acknowledged the incident.'],
  [/^(?:Resolved|Auto-resolved)\b/i, 'The incident was resolved.'],
  [/^(?:Escalated|Reassigned|Assigned)\b/, 'The incident was escalated.'],
];
const isEntry =
  /^INCIDENT #\d+$|^\S.{0,60} {2}#\S+|^(?:Triggered|Acknowledged|Resolved|Escalated|Reassigned|Note added|Responder)\b.{0,80}\b(?:by|through)\b|\b(?:through the (?:website|\w+ API|mobile|API)|through Slack|added a note|updated the status)\b/;

/** What others wrote into the log of the tool names people: it is internal, and a row says in its place what happened. */
function rowText({ clock, head, details }: Row, to: { internal: string[]; details: string[] }): string {
  const said = joinLines(head);
  const paragraphs = details.map(joinLines);
  if (details.flat().some((text) => isEntry.test(text))) {
    to.internal.push(`${clock} ${paragraphs.join('\n')}`);
    const happened =
      logged.find(([form]) => form.test(paragraphs[0] ?? ''))?.[1] ?? 'An entry of the log of the incident.';
    return `${clock} ${said || happened}`;
  }
  const whole = paragraphs.join(' ');
  if (whole.includes('```') || whole.length > 400) {
    to.details.push(...[`### ${said || 'A row'} (details)`, ...details.map(blockOfDetails)]);
    return `${clock} ${said}`;
  }
  return [clock, [said, whole].filter(Boolean).join(' – ')].join(' ');
}

function blockOfDetails(lines: readonly string[]): string {
  return lines[0]?.startsWith('```') ? lines.join('\n') : joinLines(lines);
}

/** Until the next gap, heading, item, clock or day. */
function takeParagraph(lines: readonly Line[], from: number, body: number): Line[] {
  const taken = [lines[from] as Line];
  for (let at = from + 1; at < lines.length; at += 1) {
    const [above, line] = [lines[at - 1] as Line, lines[at] as Line];
    const isApart = above.page === line.page && above.y - line.y > Math.max(above.size, line.size) * 1.9;
    const begins =
      /^(?:[-•*] |\d{1,2}[.)] )/.test(line.text) || clockAlone.test(line.parts[0]?.text ?? '') || isDay(line);
    if (isApart || begins || line.size > body * 1.15) break;
    taken.push(line);
  }
  return taken;
}

/** Lines of a paragraph in one; an address that was broken is whole again. */
function joinLines(lines: readonly string[]): string {
  let joined = '';
  for (const line of lines) {
    const word = joined.slice(joined.lastIndexOf(' ') + 1);
    const isBroken = /https?:/.test(word) && (/[-/?&=.%_]$/.test(word) || /^[/?&=%#]/.test(line));
    joined += `${joined === '' || isBroken ? '' : ' '}${line}`;
  }
  return joined.replace(/^• /, '- ').trim();
}
