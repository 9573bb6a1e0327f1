/** Puts the rows of the timeline and the windows of services into the order of time; comments move with their rows. */
import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLSeq } from 'yaml';
import { parseRecordedTime } from '../../shared/incident/recorded-time.ts';
import { createLineLocations } from '../../shared/problem/line-locations.ts';
import { differsOnlyIn } from './differs-only-in.ts';
import type { FixedYaml } from './fixed-yaml.ts';

/** Lists whose rows cannot be told apart by their text are left as they are. */
export function sortRows(text: string): FixedYaml {
  const document = parseDocument(text, { schema: 'core', version: '1.2', logLevel: 'silent' });
  const services = document.getIn(['impact', 'services']);
  const paths: PropertyKey[][] = [['timeline']];
  if (isSeq(services)) services.items.forEach((_, index) => void paths.push(['impact', 'services', index, 'windows']));
  return paths.reduce<FixedYaml>(
    (before, path) => {
      const sorted = sortList(before.text, path);
      if (sorted === undefined) return before;
      const name = String(path.at(-1));
      return {
        text: sorted.text,
        fixes: [...before.fixes, { line: sorted.line, what: `sorted the rows of \`${name}\` by time` }],
      };
    },
    { text, fixes: [] },
  );
}

function sortList(text: string, path: readonly PropertyKey[]): { text: string; line: number } | undefined {
  const document = parseDocument(text, { schema: 'core', version: '1.2', logLevel: 'silent' });
  const list = document.getIn(path, true);
  if (!isSeq(list) || !list.range || list.items.length < 2) return undefined;
  const order = orderOf(list, path[0] === 'timeline' ? 'at' : 'from');
  if (order === undefined || order.every((index, row) => index === row)) return undefined;
  const after = list.flow ? swapItems(text, list, order) : moveLines(text, list, order);
  const rows = (list.toJS(document) as unknown[]).map((_, row, all) => all[order[row] ?? row]);
  if (after === undefined || !differsOnlyIn(text, after, path, rows)) return undefined;
  return { text: after, line: text.slice(0, list.range[0]).split('\n').length };
}

/** Which row comes at each place: a row of unknown time stays behind the row before it. `undefined` where a time is none. */
function orderOf(list: YAMLSeq, key: string): number[] | undefined {
  let last = '';
  const keyed: { index: number; moment: string }[] = [];
  for (const [index, item] of list.items.entries()) {
    const value = isMap(item) ? item.get(key) : undefined;
    const time = typeof value === 'string' ? parseRecordedTime(value) : undefined;
    if (!time) return undefined;
    if (time.certainty !== 'unknown') last = time.at;
    keyed.push({ index, moment: last });
  }
  return keyed
    .sort((a, b) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : a.index - b.index))
    .map(({ index }) => index);
}

/** `[{…}, {…}]`: the text of each row in the place of another. */
function swapItems(text: string, list: YAMLSeq, order: readonly number[]): string | undefined {
  const ranges = list.items.map((item) => (item as Node).range);
  if (ranges.some((range) => !range) || /(?:^|\s)#/.test(text.slice(list.range?.[0], list.range?.[1])))
    return undefined;
  const words = ranges.map((range) => text.slice(range?.[0], range?.[1]));
  return ranges.reduceRight(
    (before, range, row) => before.slice(0, range?.[0]) + (words[order[row] ?? row] ?? '') + before.slice(range?.[1]),
    text,
  );
}

/** Rows on lines of their own: each moves with the comments right above it. */
function moveLines(text: string, list: YAMLSeq, order: readonly number[]): string | undefined {
  const lines = text.split('\n');
  const locationOf = createLineLocations(text);
  const lineAt = (offset: number) => locationOf(offset).line - 1;
  const begins = list.items.map((item) => lineAt((item as Node).range?.[0] ?? 0));
  if (begins.some((line) => !/^\s*- /.test(lines[line] ?? ''))) return undefined;
  const starts = begins.map((line, row) => {
    const lowest = row === 0 ? lineAt(list.range?.[0] ?? 0) : (begins[row - 1] ?? 0) + 1;
    let start = line;
    while (start > lowest && /^\s*#/.test(lines[start - 1] ?? '')) start -= 1;
    return start;
  });
  // A comment above the first row is before the list begins.
  while (/^\s*#/.test(lines[(starts[0] ?? 0) - 1] ?? '')) starts[0] = (starts[0] ?? 0) - 1;
  const lastItem = list.items.at(-1) as Node;
  const end = endLine(lastItem, lineAt, begins.at(-1) ?? 0) + 1;
  const chunks = starts.map((start, row) => lines.slice(start, starts[row + 1] ?? end));
  const sorted = order.flatMap((index) => chunks[index] ?? []);
  return [...lines.slice(0, starts[0]), ...sorted, ...lines.slice(end)].join('\n');
}

/** Line on which the last value of a row ends. */
function endLine(item: Node, lineAt: (offset: number) => number, begin: number): number {
  if (isMap(item) && !item.flow) {
    const last = item.items.at(-1)?.value;
    return last ? endLine(last as Node, lineAt, begin) : begin;
  }
  const [from, to] = item.range ?? [0, 0];
  const isBlock = isScalar(item) && item.type?.startsWith('BLOCK');
  return Math.max(begin, lineAt(Math.max(from, isBlock ? to - 1 : to)));
}
