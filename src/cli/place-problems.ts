/** Puts problems into a page, each at the place that it is about. */
import { escapeUTF8 } from 'entities';
import type { PostmortemPart } from '../shared/incident/postmortem-parts.ts';
import { printLocation } from '../shared/problem/print-problems.ts';
import type { Problem } from '../shared/problem/problem.ts';

/** `html` with boxes; `rest` has no place in it. */
export interface PlacedProblems {
  html: string;
  rest: Problem[];
}

/** The part of the page that shows a key of the frontmatter. */
const partOfKey: Readonly<Record<string, PostmortemPart | 'facts'>> = {
  times: 'facts',
  detection: 'facts',
  impact: 'impact',
  timeline: 'timeline',
  responders: 'responders',
  trigger: 'trigger',
  contributingFactors: 'factors',
  mitigations: 'mitigations',
  lessons: 'lessons',
  agreements: 'agreements',
  actions: 'actions',
  revisions: 'revisions',
  attachments: 'attachments',
  references: 'references',
  related: 'related',
};

/**
 * Before the prose that stands on the line of a field, before the block of the story that a line lies in, or before the part
 * that shows the key. A story that could not be read stands there as its source.
 */
export function placeProblems(
  html: string,
  problems: readonly Problem[],
  { file, source }: { file: string; source: string },
): PlacedProblems {
  const [fields, blocks] = [fieldsIn(html, file), blocksIn(html)];
  const unread = /<div data-source="(\d+)"><\/div>/.exec(html);
  const storyLine = Number(unread?.[1] ?? Number.POSITIVE_INFINITY);
  const rest: Problem[] = [];
  const boxes = new Map<number, string>();
  for (const problem of problems) {
    const { file: own, line = 0 } = problem.location;
    if (own === file && line >= storyLine) continue;
    const at =
      own !== file
        ? undefined
        : (fields.filter(({ first, last }) => first <= line && line <= last).at(-1)?.at ??
          blocks.filter((block) => block.line <= line).at(-1)?.at ??
          partAt(html, source, line));
    if (at === undefined) rest.push(problem);
    else boxes.set(at, (boxes.get(at) ?? '') + problemBox(problem));
  }
  if (unread) boxes.set(unread.index, (boxes.get(unread.index) ?? '') + unreadStory(source, problems, storyLine));
  const sorted = [...boxes].sort(([a], [b]) => b - a);
  return { html: sorted.reduce((text, [at, box]) => text.slice(0, at) + box + text.slice(at), html), rest };
}

export function problemBox({ code, severity, location, fact, remedy, related }: Problem): string {
  const says = severity === 'error' ? 'blocks publication' : severity;
  const other = related ? `<span>The other place: <code>${escapeUTF8(printLocation(related))}</code></span>` : '';
  return `<span class="candor-dev" role="note" data-severity="${severity}"><span><code>${escapeUTF8(printLocation(location))}</code> ${says} <code>${code}</code></span><span>${escapeUTF8(fact)}</span>${other}<span>${escapeUTF8(remedy)}</span></span>`;
}

/** Lines of a source from line `from` on, with each problem under its own, and before all those without a line. */
export function sourceLines(text: string, problems: readonly Problem[], from = 1): string {
  const at = (line: number | undefined) =>
    problems
      .filter(({ location }) => location.line === line)
      .map(problemBox)
      .join('');
  const lines = text.split(/\r?\n/).slice(from - 1);
  const items = lines.map(
    (line, index) =>
      `<li id="line-${from + index}" value="${from + index}">${escapeUTF8(line)}${at(from + index)}</li>`,
  );
  return `${at(undefined)}<ol class="candor-dev-source">${items.join('')}</ol>`;
}

function unreadStory(source: string, problems: readonly Problem[], from: number): string {
  const own = problems.filter(({ location }) => (location.line ?? 0) >= from);
  return `<span class="candor-dev" role="note" data-severity="error"><span>The story cannot be read until its errors are mended. This is its source, internal parts and all.</span></span>${sourceLines(source, own, from)}`;
}

/** Prose of the frontmatter carries the lines that it stands on, and its file: other pages show it, too. */
function fieldsIn(html: string, file: string): { at: number; first: number; last: number }[] {
  const mark = `<span data-written="${escapeUTF8(file)}:`;
  return html
    .split(mark)
    .slice(0, -1)
    .reduce<{ at: number; first: number; last: number }[]>((found, before) => {
      const previous = found.at(-1);
      const at = (previous ? previous.at + mark.length : 0) + before.length;
      const [first = 0, last = 0] = html
        .slice(at + mark.length, at + mark.length + 30)
        .split(/[-"]/, 2)
        .map(Number);
      found.push({ at, first, last });
      return found;
    }, []);
}

/** A block of a story carries the line it begins on. */
function blocksIn(html: string): { at: number; line: number }[] {
  return [...html.matchAll(/<[a-z][a-z0-9]*\b[^>]*? data-line="(\d+)"[^>]*>/g)].map((match) => ({
    at: match.index,
    line: Number(match[1]),
  }));
}

/** Where the part begins that shows the key of the frontmatter on or above a line. */
function partAt(html: string, source: string, line: number): number | undefined {
  const above = source.split(/\r?\n/).slice(0, line);
  const [, key = ''] = /^([A-Za-z]+):/.exec(above.findLast((each) => /^[A-Za-z]+:/.test(each)) ?? '') ?? [];
  const part = Object.hasOwn(partOfKey, key) ? partOfKey[key] : undefined;
  const id = part === undefined ? -1 : html.indexOf(` id="${part}"`);
  return id < 0 ? undefined : html.lastIndexOf('<', id);
}
