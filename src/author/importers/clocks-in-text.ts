/** Clock times that a document tells of and no row of its timeline has: for a person to look at. */
import type { RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Section } from './split-sections.ts';

/** `9:30`, `1:46pm`; neither a part of an address, a ratio nor a duration with seconds. */
const clock = /(?<![\w:./=+-])([01]?\d|2[0-3]):([0-5]\d)(?![\d:.]\d|\d)(?:\s?([ap])(?:m\b|\.m\.))?/gi;

/** As they are written, in their order, each once; `known` are moments of rows and times with their own offset. */
export function clocksInText(sections: readonly Section[], known: readonly string[]): string[] {
  const said = new Set(known.flatMap((at) => /T(\d\d:\d\d)/.exec(at)?.[1] ?? []));
  const told = new Map<string, string>();
  for (const { title, content, kind } of sections) {
    if (kind === 'people' || /append|chat log|\blogs?$/i.test(title)) continue;
    for (const text of content.flatMap(textsOf))
      for (const [written, hour = '', minute = '', half] of text.matchAll(clock)) {
        const of24 = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
        const key = `${String(of24).padStart(2, '0')}:${minute}`;
        if (!said.has(key) && !told.has(key)) told.set(key, written.trim());
      }
  }
  return [...told.values()];
}

/** Prose alone: logs and code are full of clocks. */
function textsOf(node: RootContent): string[] {
  if (node.type === 'code' || node.type === 'html') return [];
  if (node.type === 'paragraph' || node.type === 'heading') return [plainText(node)];
  return 'children' in node ? (node.children as RootContent[]).flatMap(textsOf) : [];
}
