/** What changed between two texts, as paragraphs, items and rows with the words that came and went. */
import { diffArrays, diffWords } from 'diff';
import { escapeText } from 'entities';
import { cellsOf, type ReportUnit, unitsOf } from './report-units.ts';

/** What became of a unit; one side is absent where it came or went whole. */
interface Change {
  old?: ReportUnit | undefined;
  now?: ReportUnit | undefined;
}

/**
 * Markdown for a pull request: each changed paragraph with `<del>` and `<ins>` around words, items and rows below the heading and
 * the head of the table that they stand in; what is unchanged is left out. Both texts are escaped, so that nothing in them is read
 * as markup. Empty when the texts are equal.
 */
export function diffInWords(before: string, after: string): string {
  const parts = diffArrays(unitsOf(before), unitsOf(after), {
    comparator: (a, b) => a.kind === b.kind && a.text === b.text,
  });
  const changes: Change[] = [];
  parts.forEach(({ added, removed, value }, index) => {
    const next = parts[index + 1];
    if (removed && next?.added) changes.push(...pairs(value, next.value));
    else if (removed) changes.push(...value.map((old) => ({ old })));
    else if (added && !parts[index - 1]?.removed) changes.push(...value.map((now) => ({ now })));
  });
  return blocksOf(changes).join('\n\n');
}

/** Units that took each other's place, in order; those of another kind came and went whole. */
function pairs(before: readonly ReportUnit[], after: readonly ReportUnit[]): Change[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index): Change[] => {
    const [old, now] = [before[index], after[index]];
    return old && now && old.kind !== now.kind ? [{ old }, { now }] : [{ old, now }];
  }).flat();
}

function blocksOf(changes: readonly Change[]): string[] {
  const blocks: string[] = [];
  let [heading, head]: (string | undefined)[] = [];
  for (const change of changes) {
    const unit = change.now ?? change.old;
    if (!unit) continue;
    if (unit.heading !== undefined && unit.heading !== heading && unit.kind !== 'text')
      blocks.push(`**${literal(unit.heading)}**`);
    if (unit.heading !== heading || unit.kind !== 'row') head = undefined;
    heading = unit.heading;
    const ownHead = unit.kind === 'row' ? JSON.stringify(unit.head) : undefined;
    const line = lineOf(unit.kind, change);
    const goesOn = ownHead !== undefined ? ownHead === head : unit.kind === 'item' && blocks.at(-1)?.startsWith('- ');
    if (goesOn) blocks.push(`${blocks.pop()}\n${line}`);
    else blocks.push(ownHead === undefined ? line : `${headOf(unit.head ?? [])}\n${line}`);
    head = ownHead;
  }
  return blocks;
}

function headOf(cells: readonly string[]): string {
  return `| ${cells.map(literal).join(' | ')} |\n|${' --- |'.repeat(cells.length)}`;
}

function lineOf(kind: ReportUnit['kind'], { old, now }: Change): string {
  if (kind === 'text') return wordsOf(old?.text, now?.text);
  if (kind === 'item') return `- ${wordsOf(old?.text, now?.text)}`;
  const [before, after] = [old, now].map((row) => (row ? cellsOf(row.text) : undefined));
  const count = (after ?? before ?? []).length;
  const cells = Array.from({ length: count }, (_, index) => wordsOf(before?.[index], after?.[index]));
  return `| ${cells.join(' | ')} |`;
}

function wordsOf(old: string | undefined, now: string | undefined): string {
  if (old === undefined) return marked('ins', now ?? '');
  if (now === undefined) return marked('del', old);
  return diffWords(old, now)
    .map(({ added, removed, value }) =>
      added ? marked('ins', value) : removed ? marked('del', value) : literal(value),
    )
    .join('');
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
