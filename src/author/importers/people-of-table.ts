/** Takes people out of a table: values beside labels of roles, columns under them, and what cells say of roles themselves. */
import type { Nodes, Table, TableCell } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { trimSigns } from '../../shared/text/trim-signs.ts';
import { cutPeople, type TakenPeople } from './cut-people.ts';
import { range } from './mdx-text.ts';
import { namesIn } from './names-in.ts';
import { roleOf } from './role-labels.ts';

export interface TableWithout {
  /** The table as Markdown, without rows and columns of which nothing is left; `undefined` where it stays as it is. */
  text?: string;
  taken: TakenPeople[];
}

interface Cell {
  source: string;
  plain: string;
  /** Taken out, or never there. */
  isEmpty: boolean;
}

/** Labels of rows that say something else than who. */
const otherLabel =
  /^(?:(?:incident |start |end |report |review )?(?:date|day|time|id|number|status|state|severity|sev|priority|title|name|type|duration|summary|version)|started?|ended?|begin|detected|resolved|mitigated|impact|affected.{0,20}|services?|systems?|tickets?|issue|cause|root cause|trigger|customers?|region|environment|datum|beginn|ende|dauer|schweregrad|auswirkung|durée|gravité|début|fin|fecha|inicio|duración|gravedad|data|início|duração|日時|日付|重大度|影響|期間)$/i;
/** Heads of columns of a table that is no list of labels. */
const otherHead =
  /^(?:actions?|items?|tasks?|what|description|event|due|deadline|status|ticket|date|time|done|priority|#|id|notes?|type)\b/i;

const alignments = { left: ':--', right: '--:', center: ':-:', none: '---' };

export function peopleOfTable(table: Table, markdown: string): TableWithout {
  const width = Math.max(...table.children.map((row) => row.children.length), 1);
  const rows = table.children.map((row) =>
    Array.from({ length: width }, (_, index) => cellOf(row.children[index], markdown)),
  );
  const taken: TakenPeople[] = [];
  const [head = [], ...body] = rows;
  const isPairs = arePairs(head, body);
  const heads = isPairs ? [] : columnsOf(head, body);
  for (const column of heads) {
    const label = head[column]?.plain ?? '';
    for (const row of body) take(row[column], label, taken);
    empty(head[column]);
  }
  for (const row of isPairs ? rows : body) takePairs(row, taken);
  for (const row of rows) for (const cell of row) cutCell(cell, taken);
  if (taken.length === 0 && heads.length === 0) return { taken };
  const columns = Array.from({ length: width }, (_, index) => index).filter(
    (column) => !heads.includes(column) && (isPairs || rows.some((row) => row[column]?.isEmpty === false)),
  );
  const isLeft = (row: Cell[]) => columns.some((column) => row[column]?.isEmpty === false);
  const left = rows
    .map((row, index) => ({ row, index }))
    .filter(({ row, index }) => isLeft(row) || (index === 0 && !isPairs));
  const hasRows = isPairs ? left.length > 0 : left.length > 1;
  // The head of a table of which no row is left.
  if (!hasRows && !isPairs) for (const cell of head) if (!cell.isEmpty) taken.push({ label: cell.plain, value: '' });
  const lines = left.map(({ row }) => `| ${columns.map((column) => row[column]?.source.trim() ?? '').join(' | ')} |`);
  const marks = columns.map((column) => alignments[table.align?.[column] ?? 'none']);
  lines.splice(1, 0, `| ${marks.join(' | ')} |`);
  const prefix = prefixOf(table, markdown);
  return { text: hasRows && columns.length > 0 ? lines.join(`\n${prefix}`) : '', taken };
}

function cellOf(cell: TableCell | undefined, markdown: string): Cell {
  const [first, last] = [cell?.children[0], cell?.children.at(-1)];
  const source = first && last ? markdown.slice(range(first).start, range(last).end) : '';
  const plain =
    cell === undefined
      ? ''
      : plainText(cell)
          .replace(/<br\s*\/?>/gi, '\n')
          .trim();
  return { source, plain, isEmpty: source.trim() === '' };
}

function take(cell: Cell | undefined, label: string, taken: TakenPeople[]): void {
  if (cell === undefined || cell.isEmpty) return;
  taken.push({ label, value: cell.source });
  empty(cell);
}

function empty(cell: Cell | undefined): void {
  if (cell) Object.assign(cell, { source: '', isEmpty: true });
}

/** Whether the head is a row as the others are: `| **Scribe** | A. Person |`. */
function arePairs(head: readonly Cell[], body: readonly Cell[][]): boolean {
  const [label, value, ...more] = head.map(({ plain }) => plain);
  const firsts = body.map(([first]) => first?.plain ?? '');
  const isLabel = (text: string) =>
    roleOf(text) === 'always' || otherLabel.test(trimSigns(text, (sign) => /[:：\s]/.test(sign), 'end'));
  if (!isLabel(label ?? '') || value === undefined || value === '') return false;
  if (more.length % 2 === 1 || roleOf(value) === 'always') return false;
  if (
    firsts.filter((text) => text !== '').length > 0 &&
    firsts.filter(isLabel).length >= Math.max(1, firsts.length / 4)
  )
    return true;
  return (
    roleOf(label ?? '') === 'always' &&
    more.length === 0 &&
    !otherHead.test(value) &&
    !firsts.some((text) => isName(text))
  );
}

function columnsOf(head: readonly Cell[], body: readonly Cell[][]): number[] {
  return head.flatMap(({ plain }, column) => {
    const role = plain === '' ? undefined : roleOf(plain);
    if (role === 'always') {
      // Above labels of roles, whose row is taken by them.
      const cells = body.map((row) => row[column]?.plain ?? '').filter(Boolean);
      const areLabels = cells.length > 0 && cells.every((text) => roleOf(text) === 'always');
      return areLabels ? [] : [column];
    }
    return role === 'perhaps' && body.some((row) => isName(row[column]?.plain ?? '')) ? [column] : [];
  });
}

/** All cells behind the label of a role, up to the next label. */
function takePairs(row: Cell[], taken: TakenPeople[]): void {
  for (let index = 0; index + 1 < row.length; index += 1) {
    const label = row[index] as Cell;
    const role = label.isEmpty ? undefined : roleOf(label.plain);
    const value = row[index + 1]?.plain ?? '';
    if (role === undefined || (role === 'perhaps' && !isName(value))) continue;
    if (row.slice(index + 1).every(({ isEmpty }) => isEmpty)) continue;
    const before = taken.length;
    for (let next = index + 1; next < row.length; next += 1) {
      const cell = row[next] as Cell;
      if (next > index + 1 && (roleOf(cell.plain) === 'always' || otherLabel.test(cell.plain))) break;
      take(cell, label.plain, taken);
    }
    if (taken.length > before) empty(label);
  }
}

function cutCell(cell: Cell, taken: TakenPeople[]): void {
  if (cell.isEmpty || !/[:：–—=]|\s-\s/.test(cell.plain)) return;
  const cut = cutPeople(cell.source);
  if (cut.taken.length === 0) return;
  taken.push(...cut.taken);
  Object.assign(cell, { source: cut.text, isEmpty: cut.text.trim() === '' });
}

function isName(text: string): boolean {
  const { people, exact } = namesIn(text.slice(0, 100));
  return text.length <= 80 && people.length + exact.length > 0;
}

/** What stands before each line of a table in a quote or an item. */
function prefixOf(table: Nodes, markdown: string): string {
  const { start } = range(table);
  const line = markdown.slice(markdown.lastIndexOf('\n', start - 1) + 1, start);
  return line.replace(/[^\s>]/g, ' ');
}
