/** Mends running text and tables of a tree, from which something was removed. */
import type { Nodes, Parents, Root, Table, Text } from 'mdast';
import { coverOf } from '../../shared/redaction/ranges.ts';
import { cutsAround, trace } from './mend-traces.ts';
import { childrenOf } from './nodes.ts';

/** Blocks of running text: nothing is shown before their first word and behind their last. */
const blocks = new Set(['paragraph', 'heading', 'tableCell']);

/** Takes traces out of the texts among the children of `node`, and with them spaces and marks that have lost their words. */
export function mendText(node: Nodes | Root): void {
  const children = childrenOf(node);
  if (!children.some((child) => child.type === 'text' && child.value === trace)) return;
  const isBlock = blocks.has(node.type);
  const mended: Nodes[] = [];
  for (let at = 0; at < children.length; ) {
    const run: Text[] = [];
    for (let child = children[at + run.length]; child?.type === 'text'; child = children[at + run.length])
      run.push(child);
    const edges = { isBegin: isBlock && at === 0, isEnd: isBlock && at + run.length === children.length };
    mended.push(...(run.length === 0 ? [children[at] as Nodes] : mendRun(run, edges)));
    at += Math.max(1, run.length);
  }
  (node as Parents).children = mended as Parents['children'];
}

function mendRun(run: readonly Text[], edges: { isBegin: boolean; isEnd: boolean }): Text[] {
  const isInCut = coverOf(cutsAround(run.map(({ value }) => value).join(''), edges));
  const isCut = (offset: number) => isInCut(offset, offset + 1);
  let start = 0;
  return run.flatMap((text) => {
    const [from, to] = [start, start + text.value.length];
    start = to;
    let [first, last] = [from, to];
    while (first < to && isCut(first)) first += 1;
    while (last > first && isCut(last - 1)) last -= 1;
    return first === last ? [] : [partOf(text, first - from, last - from)];
  });
}

/** Keeps the place of its first character. */
function partOf(text: Text, from: number, to: number): Text {
  const { value, position } = text;
  if (from > 0 && position) {
    const cut = value.slice(0, from);
    const lines = cut.split('\n').length - 1;
    const { line, column, offset = 0 } = position.start;
    const point = {
      line: line + lines,
      column: lines > 0 ? cut.length - cut.lastIndexOf('\n') : column + from,
      offset: offset + from,
    };
    text.position = { ...position, start: point };
  }
  text.value = value.slice(from, to);
  return text;
}

/** Rows, and then columns, of which removal left nothing. */
export function dropEmptied(table: Table, touched: ReadonlySet<Nodes | Root>): void {
  const isEmpty = (cell: Nodes | undefined) =>
    cell === undefined || childrenOf(cell).every((child) => child.type === 'text' && child.value.trim() === '');
  const isLost = (cells: readonly (Nodes | undefined)[]) =>
    cells.every(isEmpty) && cells.some((cell) => cell !== undefined && touched.has(cell));
  const [head, ...rows] = table.children;
  if (!head) return;
  table.children = [head, ...rows.filter((row) => !isLost(row.children))];
  const width = Math.max(...table.children.map(({ children }) => children.length));
  const lost = Array.from({ length: width }, (_, column) =>
    isLost(table.children.map(({ children }) => children[column])),
  );
  if (!lost.includes(true)) return;
  for (const row of table.children) row.children = row.children.filter((_, column) => !lost[column]);
  table.align = (table.align ?? []).filter((_, column) => !lost[column]);
  if (!lost.includes(false)) table.children = [];
}
