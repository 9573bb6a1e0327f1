/** Clock times that a document tells of and no row of its timeline has: for a person to look at. */
import type { RootContent } from 'mdast';
import { blockText } from './block-text.ts';
import { hasDottedClocks, withColons } from './dotted-clocks.ts';
import type { Section } from './split-sections.ts';

/** `9:30`, `1:46pm`, `10h47`; neither a part of an address, a ratio nor a duration with seconds. */
const clock =
  /(?<![\w:./=+-])(?:([01]?\d|2[0-3]):|([01]\d|2[0-3])h)([0-5]\d)(?![\d:.]\d|\d)(?:\s?([ap])(?:m\b|\.m\.)|(?<=\d)([ap])(?![\w.]))?/gi;

/**
 * As they are written, in their order, each once. `known` are moments of rows and times with their own offset, `told` what rows say
 * in another way.
 */
export function clocksInText(
  sections: readonly Section[],
  { known, told: leads }: { known: readonly string[]; told: readonly string[] },
): string[] {
  const said = new Set([
    ...known.flatMap((at) => /T(\d\d:\d\d)/.exec(at)?.[1] ?? []),
    ...leads.flatMap((lead) => clocksIn(lead).map(([key]) => key)),
  ]);
  const told = new Map<string, string>();
  for (const { title, content, kind } of sections) {
    if (kind === 'people' || /append|chat log|\blogs?$/i.test(title)) continue;
    const isDotted = kind === 'timeline' && hasDottedClocks(content);
    for (const text of content.flatMap(textsOf))
      for (const [key, written] of clocksIn(isDotted ? withColons(text) : text))
        if (!said.has(key) && !told.has(key)) told.set(key, written);
  }
  return [...told.values()];
}

/** On 24 hours, and as they are written. */
function clocksIn(text: string): [key: string, written: string][] {
  return [...text.matchAll(clock)].map(([written, hour, lettered, minute = '', half, short]) => {
    const [on, part] = [Number(hour ?? lettered), (half ?? short)?.toLowerCase()];
    const of24 = part === undefined ? on : (on % 12) + (part === 'p' ? 12 : 0);
    return [`${String(of24).padStart(2, '0')}:${minute}`, written.trim()];
  });
}

/** Prose alone: logs and code are full of clocks. */
function textsOf(node: RootContent): string[] {
  if (node.type === 'code' || node.type === 'html') return [];
  if (node.type === 'paragraph' || node.type === 'heading') return [blockText(node)];
  return 'children' in node ? (node.children as RootContent[]).flatMap(textsOf) : [];
}
