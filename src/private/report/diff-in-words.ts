/** What changed between two texts, as paragraphs, items and rows with the words that came and went. */
import { diffArrays, diffWords } from 'diff';
import { escapeText } from 'entities';
import { codeFence } from '../../shared/text/code-fence.ts';
import { cellsOf, type ReportUnit, unitsOf } from './report-units.ts';

/** What became of a unit; one side is absent where it came or went whole. */
interface Change {
  old?: ReportUnit | undefined;
  now?: ReportUnit | undefined;
}

/** How many units of a text, and words of a unit, may have come and gone until they are told as a whole: the search is quadratic. */
const most = { units: 2000, words: 500 };

/**
 * Markdown for a pull request: each changed paragraph with `<del>` and `<ins>` around words, items and rows below the heading and
 * the head of the table that they stand in, code by its lines; what is unchanged is left out. Both texts are escaped, so that
 * nothing in them is read as markup. Empty when the texts are equal.
 */
export function diffInWords(before: string, after: string): string {
  const [old, now] = [unitsOf(before), unitsOf(after)];
  const parts = diffArrays(old, now, { comparator: isSame, maxEditLength: most.units });
  const changes: Change[] = parts ? [] : pairs(old, now);
  parts?.forEach(({ added, removed, value }, index) => {
    const next = parts[index + 1];
    if (removed && next?.added) changes.push(...pairs(value, next.value));
    else if (removed) changes.push(...value.map((old) => ({ old })));
    else if (added && !parts[index - 1]?.removed) changes.push(...value.map((now) => ({ now })));
  });
  return blocksOf(changes).join('\n\n');
}

function isSame(a: ReportUnit, b: ReportUnit): boolean {
  return a.kind === b.kind && a.text === b.text;
}

/** Units that took each other's place, in order, but for those that are the same; of another kind, they came and went whole. */
function pairs(before: readonly ReportUnit[], after: readonly ReportUnit[]): Change[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index): Change[] => {
    const [old, now] = [before[index], after[index]];
    if (!old || !now) return [{ old, now }];
    if (old.kind !== now.kind) return [{ old }, { now }];
    return isSame(old, now) ? [] : [{ old, now }];
  }).flat();
}

function blocksOf(changes: readonly Change[]): string[] {
  const blocks: string[][] = [];
  let heading: string | undefined;
  /** What a row or an item goes on with: the head of its table, or a list. */
  let open: string | undefined;
  for (const change of changes) {
    const unit = change.now ?? change.old;
    if (!unit) continue;
    if (unit.heading !== heading) open = undefined;
    if (unit.heading !== undefined && unit.heading !== heading && unit.kind !== 'text')
      blocks.push([`**${literal(unit.heading)}**`]);
    heading = unit.heading;
    const within = unit.head ? JSON.stringify(unit.head) : unit.kind === 'item' ? 'list' : undefined;
    const goesOn = unit.kind !== 'head' && within !== undefined && within === open;
    if (!goesOn) blocks.push([]);
    if (!goesOn && unit.kind === 'row') blocks.at(-1)?.push(headOf((unit.head ?? []).map(literal)));
    blocks.at(-1)?.push(blockOf(unit.kind, change));
    open = within;
  }
  return blocks.map((lines) => lines.join('\n'));
}

function headOf(cells: readonly string[]): string {
  return `${rowOf(cells)}\n|${' --- |'.repeat(cells.length)}`;
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function blockOf(kind: ReportUnit['kind'], { old, now }: Change): string {
  if (kind === 'code') return codeFence(changedLines(old?.text, now?.text), 'diff');
  if (kind === 'text') return wordsOf(old?.text, now?.text);
  if (kind === 'item') return `- ${wordsOf(old?.text, now?.text)}`;
  const [before, after] = [old, now].map((row) => (row ? cellsOf(row.text) : undefined));
  const count = Math.max(before?.length ?? 0, after?.length ?? 0);
  const cells = Array.from({ length: count }, (_, index) => wordsOf(before?.[index], after?.[index]));
  return kind === 'head' ? headOf(cells) : rowOf(cells);
}

function wordsOf(old: string | undefined, now: string | undefined): string {
  if (old === undefined) return marked('ins', now ?? '');
  if (now === undefined) return marked('del', old);
  const parts = diffWords(old, now, { maxEditLength: most.words });
  if (!parts) return `${marked('del', old)}${marked('ins', now)}`;
  return parts
    .map(({ added, removed, value }) =>
      added ? marked('ins', value) : removed ? marked('del', value) : literal(value),
    )
    .join('');
}

/** Lines that went with a minus, those that came with a plus, and the others between them. */
function changedLines(old: string | undefined, now: string | undefined): string {
  const [before, after] = [old, now].map((code) => code?.split('\n') ?? []);
  const parts = diffArrays(before ?? [], after ?? [], { maxEditLength: most.words }) ?? [
    { removed: true, added: false, value: before ?? [] },
    { removed: false, added: true, value: after ?? [] },
  ];
  return parts
    .flatMap(({ added, removed, value }) => value.map((line) => `${added ? '+' : removed ? '-' : ' '} ${line}`))
    .join('\n');
}

function marked(tag: 'ins' | 'del', text: string): string {
  const inner = text.trim();
  if (inner === '') return text;
  const start = text.indexOf(inner);
  return `${text.slice(0, start)}<${tag}>${literal(inner)}</${tag}>${text.slice(start + inner.length)}`;
}

/** Shown as the characters they are, on one line, in Markdown and in HTML. */
export function literal(text: string): string {
  return escapeText(text.replace(/\n+/g, ' ')).replace(
    /[\\`*_{}[\]()#|~!@:]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}
