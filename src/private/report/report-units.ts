/** Divides a page's Markdown into what a reviewer reads as one thing: paragraphs, items of lists, rows of tables. */

export interface ReportUnit {
  kind: 'text' | 'item' | 'row';
  text: string;
  /** Words of the heading above; absent for a heading itself and above the first. */
  heading?: string;
  /** Cells of the table's head, of a row. */
  head?: string[];
}

const bullet = /^\s*(?:[-*]|\d{1,9}\.)\s+/;

/** In the order of the text; heads of tables and blank lines are none. */
export function unitsOf(markdown: string): ReportUnit[] {
  const units: ReportUnit[] = [];
  let heading: string | undefined;
  for (const block of markdown.split(/\n\s*\n/).filter((each) => each.trim() !== '')) {
    const lines = block.split('\n').filter((line) => line.trim() !== '');
    const [first = '', second = ''] = lines;
    const below = heading === undefined ? {} : { heading };
    if (first.startsWith('#')) {
      heading = first.replace(/^#+\s*/, '');
      units.push({ kind: 'text', text: block });
    } else if (first.startsWith('|') && /^[\s|:-]+$/.test(second)) {
      units.push(...lines.slice(2).map((text) => ({ kind: 'row' as const, text, head: cellsOf(first), ...below })));
    } else if (bullet.test(first)) {
      units.push(...itemsOf(lines).map((text) => ({ kind: 'item' as const, text, ...below })));
    } else units.push({ kind: 'text', text: block, ...below });
  }
  return units;
}

/** `| a | b \| c |` as `a` and `b \| c`. */
export function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/** Without their bullets; a line without one goes on with the item before it. */
function itemsOf(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    // An id in bold leads promises and the like: a reviewer reads it without its marks.
    if (bullet.test(line) || items.length === 0)
      items.push(line.replace(bullet, '').replace(/^\*\*([^*]{1,60})\*\*/, '$1'));
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  return items;
}
