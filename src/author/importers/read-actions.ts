/** Reads action items out of a section: lists, tables, and both below lines that name a group of them. */
import type { Heading, List, Paragraph, RootContent, Table, TableCell } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { ActionItem } from './draft.ts';
import type { MdxText } from './mdx-text.ts';
import { findDay } from './read-day.ts';

type Column = 'what' | 'due' | 'state' | 'ticket' | 'kind' | 'number';

/** What the heads of columns say; the first that fits. */
const columns: [Column, RegExp][] = [
  ['number', /^(?:#|no|nr|nº|n°|id|番号)$/i],
  [
    'what',
    /^(?:(?:action|task|todo|to-do|follow[- ]?up|improvement|remediation)(?: items?)?s?(?: description| name| title)?|items?|what|descriptions?|corrective actions?|maßnahmen?|aufgaben?|actions? à mener|tâches?|acción|acciones|tareas?|ação|ações|tarefas?|対応|対策|アクション|タスク)$/i,
  ],
  [
    'due',
    /^(?:due(?: date| by)?|deadline|eta|target(?: date)?|by when|when|fällig(?: am)?|termin|échéance|fecha(?: límite)?|prazo|期限)$/i,
  ],
  ['state', /^(?:status|state|done|completed?|erledigt|statut|estado|状態|ステータス)$/i],
  [
    'ticket',
    /^(?:tickets?|issues?|links?|jira(?: tickets?| issues?)?|tracking(?: issue)?|tracker|references?|prs?|bugs?)$/i,
  ],
  ['kind', /^(?:type|kind|category|art|typ|catégorie|tipo|種別)$/i],
];

const kinds: [string, RegExp][] = [
  ['mitigation', /mitigat/i],
  ['observability', /detect|monitor|alert|observab|metric|logging/i],
  ['process', /process|document|training|runbook|communicat/i],
  ['fix', /prevent|fix|repair|bug|code/i],
];

const isDone =
  /^(?:done|completed?|closed|fixed|resolved|merged|shipped|deployed|finished|yes|x|\[x\]|✅|☑|✔|erledigt|fertig|fait|terminée?|hech[oa]|feit[oa]|完了)(?![\p{L}\p{N}])/iu;

export interface FoundActions {
  items: ActionItem[];
  /** Heads of columns that keys say in another way. */
  said: string[];
}

/** `undefined` unless the section is made of such lists and tables alone, of which each row says what is to be done. */
export function readActions(content: readonly RootContent[], mdx: MdxText): FoundActions | undefined {
  const found: ActionItem[] = [];
  const said: string[] = [];
  let group: string | undefined;
  let isOpen = false;
  for (const node of content) {
    if (isGroup(node)) {
      if (isOpen) return undefined;
      [group, isOpen] = [wordsOf(node), true];
      continue;
    }
    const read = node.type === 'list' ? readList(node, mdx) : node.type === 'table' ? readTable(node, mdx) : undefined;
    if (read === undefined) return undefined;
    if (node.type === 'table') said.push(...(node.children[0]?.children.map((cell) => wordsOf(cell)) ?? []));
    found.push(...read.map((item) => (group === undefined ? item : { ...item, notes: [group, ...item.notes] })));
    isOpen = false;
  }
  // The name of a group that has no items would be lost.
  return found.length > 0 && !isOpen ? { items: found, said } : undefined;
}

function isGroup(node: RootContent): node is Heading | Paragraph {
  if (node.type === 'heading') return true;
  const text = node.type === 'paragraph' ? plainText(node).trim() : '';
  return text !== '' && text.length <= 60 && /[:：]$/.test(text);
}

function readList(list: List, mdx: MdxText): ActionItem[] | undefined {
  const read = list.children.map((item) => {
    const [paragraph, ...others] = item.children;
    if (paragraph?.type !== 'paragraph' || others.length > 0 || !mdx.isProse(item)) return undefined;
    const [first, last] = [paragraph.children[0], paragraph.children.at(-1)];
    return first && last ? { what: mdx.prose(first, last), isDone: item.checked === true, notes: [] } : undefined;
  });
  return whole(read);
}

function readTable({ children: [head, ...rows] }: Table, mdx: MdxText): ActionItem[] | undefined {
  const names = head?.children.map((cell) => wordsOf(cell)) ?? [];
  const places = names.map((name) => columns.find(([, form]) => form.test(name))?.[0]);
  const what = places.indexOf('what');
  if (what < 0) return undefined;
  const read = rows.map((row): ActionItem | undefined => {
    const cell = row.children[what];
    const [first, last] = [cell?.children[0], cell?.children.at(-1)];
    if (cell === undefined || !first || !last || !mdx.isProse(row)) return undefined;
    const item: ActionItem = { what: mdx.prose(first, last), isDone: false, notes: [] };
    for (const [index, other] of row.children.entries())
      if (index !== what) takeCell(item, wordsOf(other), { name: names[index] ?? '', column: places[index] });
    return item;
  });
  return whole(read);
}

/** Into a key of its own where the cell says no more than that; else also as it stands. */
function takeCell(
  item: ActionItem,
  text: string,
  { name, column }: { name: string; column: Column | undefined },
): void {
  if (!/[\p{L}\p{N}✅☑✔]/u.test(text)) return;
  const keep = () => item.notes.push(column === 'number' || name === '' ? text : `${name}: ${text}`);
  if (column === 'due') {
    const day = findDay(text);
    if (day !== undefined) item.due = day;
    if (day !== text) keep();
  } else if (column === 'state') {
    item.isDone = isDone.test(text);
    if (!/^(?:done|open)$/i.test(text)) keep();
  } else if (column === 'ticket' && item.ticket === undefined) item.ticket = text;
  else if (column === 'kind') {
    const kind = kinds.find(([, form]) => form.test(text))?.[0];
    if (kind !== undefined) item.kind = kind;
    if (kind !== text.toLowerCase()) keep();
  } else keep();
}

/** What it says on one line, with the addresses that it leads to. */
function wordsOf(node: TableCell | Heading | Paragraph): string {
  const addresses: string[] = [];
  visit(node, (inner) => {
    if (inner.type === 'link' || inner.type === 'image') addresses.push(inner.url);
  });
  const text = plainText(node).replace(/<br\s*\/?>/gi, ' ');
  return [text, ...addresses.filter((address) => !text.includes(address))].join(' ').replace(/\s+/g, ' ').trim();
}

function whole(items: readonly (ActionItem | undefined)[]): ActionItem[] | undefined {
  const read = items.filter((item) => item !== undefined);
  return read.length === items.length ? read : undefined;
}
