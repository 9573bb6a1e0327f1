/** Clocks with a full stop, `11.57`, which may be versions elsewhere: in a timeline whose lines begin with them. */
import type { Nodes, RootContent } from 'mdast';
import { blockText } from './block-text.ts';

const led =
  /^([\s[(*~]{0,4}(?:c\.\s{0,2})?)((?:[01]?\d|2[0-3]))\.([0-5]\d)(?=\s*$|\s*[,:–—-]|ish\b|\s+(?!\d+(?:[.:,]\d|\s|$)))/;
/** Fewer may be anything. */
const fewest = 3;

/** One alone among clocks with a colon needs both digits of its hour. */
export function hasDottedClocks(content: readonly RootContent[]): boolean {
  const lines = content.flatMap(linesIn);
  const dotted = lines.filter((line) => led.test(line));
  if (dotted.length >= fewest) return true;
  const others = lines.filter((line) => /^[\s[(*~]{0,4}\d{1,2}:\d{2}/.test(line));
  return others.length + dotted.length >= fewest && dotted.some((line) => /^\D*\d\d\./.test(line));
}

/** The same line with a colon. */
export function withColon(line: string): string {
  return line.replace(led, '$1$2:$3');
}

/** All clocks of such a section, wherever they stand. */
export function withColons(text: string): string {
  return text.replace(/(?<![\d.:/])([1-9]|[01]\d|2[0-3])\.([0-5]\d)(?![\d.:%])/g, '$1:$2');
}

function linesIn(node: Nodes): string[] {
  if (node.type === 'code' || node.type === 'html') return [];
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    return blockText(node).split('\n');
  return 'children' in node ? node.children.flatMap((child) => linesIn(child)) : [];
}
