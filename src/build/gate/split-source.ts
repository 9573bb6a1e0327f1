/**
 * Divides a postmortem's source into private and public text, for the leak gate. Shares nothing with the pipeline that
 * it watches but the YAML parser and the splitting off of frontmatter: marks are found by their letters, internal keys by their names. Where in doubt,
 * text is private.
 */
import { createLineLocations } from '../../shared/problem/line-locations.ts';
import type { PrivateText } from '../../shared/text/fingerprints.ts';
import { splitFrontmatter } from '../../shared/yaml/frontmatter.ts';
import { parseYaml } from '../../shared/yaml/yaml-document.ts';

export interface SplitSource {
  privateTexts: PrivateText[];
  publicTexts: string[];
}

export interface DividedSource extends SplitSource {
  /** As its YAML says it; nothing where that cannot be read. */
  frontmatter?: unknown;
}

/** Keys whose values are internal, wherever they stand: a list of its own, which a test holds against the schema's. */
export const internalKeys: ReadonlySet<string> = new Set(['internal', 'people', 'attendees', 'minutes', 'ticket']);

/**
 * `isWithheld`: the whole file is private. `privateWords`: tags and services that are private as list entries. `isBare`:
 * the file has no frontmatter.
 */
export function splitSource(
  text: string,
  options: { file: string; isWithheld: boolean; privateWords: ReadonlySet<string>; isBare?: boolean },
): DividedSource {
  const { file } = options;
  const split = options.isBare ? { yaml: '', yamlLine: 1, body: text, bodyLine: 1 } : splitFrontmatter(text, file);
  const result: DividedSource = { privateTexts: [], publicTexts: [] };
  if ('code' in split) {
    (options.isWithheld ? result.privateTexts : []).push({ text, origin: file });
    return result;
  }
  const yaml = parseYaml(split.yaml, file, split.yamlLine);
  const document = yaml.document;
  result.frontmatter = document?.value;
  for (const { text: comment, line } of document?.comments ?? [])
    result.privateTexts.push({ text: comment, origin: `${file}:${line}` });
  walk(document?.value, [], {
    isPrivate: options.isWithheld,
    privateWords: options.privateWords,
    visit: (value, path, isPrivate) => {
      // A place is looked up only for what is private: most of a file is not.
      divide(value, isPrivate, () => `${file}:${document?.locationOf(path).line ?? split.yamlLine}`, result);
    },
  });
  const locationOf = createLineLocations(split.body);
  const lineOf = (offset: number) => `${file}:${split.bodyLine + locationOf(offset).line - 1}`;
  divide(split.body, options.isWithheld, lineOf, result);
  return result;
}

interface Walk {
  isPrivate: boolean;
  privateWords: ReadonlySet<string>;
  visit(value: string, path: PropertyKey[], isPrivate: boolean): void;
}

function walk(value: unknown, path: PropertyKey[], options: Walk): void {
  const { isPrivate } = options;
  if (Array.isArray(value))
    value.forEach((inner, index) => {
      walk(inner, [...path, index], options);
    });
  else if (typeof value === 'object' && value !== null) {
    const isRow =
      path.length > 0 && Object.hasOwn(value, 'internal') && (value as { internal: unknown }).internal !== false;
    for (const [key, inner] of Object.entries(value))
      walk(inner, [...path, key], { ...options, isPrivate: isPrivate || isRow || internalKeys.has(key) });
  } else if (typeof value === 'string' || typeof value === 'number') {
    const text = String(value);
    options.visit(text, path, isPrivate || options.privateWords.has(text));
  }
}

/** `file:line` of an offset in the text that is divided. */
type OriginOf = (offset: number) => string;

/** Splits Markdown at `<Internal>`, `<Redacted>` and comments, by depth, in any case. */
function divide(text: string, isPrivate: boolean, originOf: OriginOf, result: SplitSource): void {
  if (isPrivate) {
    result.privateTexts.push({ text, origin: originOf(0) });
    return;
  }
  let [depth, inComment, last] = [0, false, 0];
  const spans: { text: string; start: number; isPrivate: boolean }[] = [];
  for (const { start, end, kind } of marksIn(text)) {
    spans.push({ text: text.slice(last, start), start: last, isPrivate: depth > 0 || inComment });
    last = end;
    if (kind === 'comment') inComment = true;
    else if (kind === 'comment end') inComment = false;
    else if (!inComment && kind !== 'alone') depth = kind === 'close' ? Math.max(0, depth - 1) : depth + 1;
  }
  spans.push({ text: text.slice(last), start: last, isPrivate: depth > 0 || inComment });
  const shown = spans.filter((span) => !span.isPrivate).map((span) => span.text);
  for (const span of spans)
    if (span.isPrivate) result.privateTexts.push({ text: span.text, origin: originOf(span.start) });
  divideFootnotes(shown, originOf, result);
}

interface Mark {
  kind: 'open' | 'close' | 'alone' | 'comment' | 'comment end';
  start: number;
  end: number;
}

/** Marks by their letters; one that is never closed by `>` is none. Reads each character at most twice. */
function marksIn(text: string): Mark[] {
  const marks: Mark[] = [];
  const begins = /<\s*(?:(\/)\s*)?(?:internal|redacted)\b|\{\s*\/\*|\*\/\s*\}/giu;
  for (let found = begins.exec(text); found; found = begins.exec(text)) {
    const [whole, slash] = found;
    const start = found.index;
    const end = start + whole.length;
    if (!whole.startsWith('<')) {
      marks.push({ kind: whole.startsWith('{') ? 'comment' : 'comment end', start, end });
      continue;
    }
    const close = text.indexOf('>', end);
    // What follows has no `>` either, but may have comments.
    if (close < 0) continue;
    const isAlone = text.charAt(close - 1) === '/';
    marks.push({ kind: isAlone ? 'alone' : slash === '/' ? 'close' : 'open', start, end: close + 1 });
    begins.lastIndex = close + 1;
  }
  return marks;
}

/** A footnote that public text does not mention is private with the text that did. */
function divideFootnotes(shown: string[], originOf: OriginOf, result: SplitSource): void {
  if (!shown.some((text) => text.includes('[^'))) {
    result.publicTexts.push(...shown);
    return;
  }
  const definition = /^\[\^([^\]\s]+)\]:.*(?:\n(?:[ \t]+.*|(?=\n[ \t])))*/gm;
  const mentions = new Set<string>();
  for (const [, label = '', colon] of shown.join('\n').matchAll(/\[\^([^\]\s[]+)\](:?)/g))
    if (colon === '') mentions.add(label.toLowerCase());
  const mentioned = (label: string) => mentions.has(label.toLowerCase());
  for (const text of shown) {
    result.publicTexts.push(
      text.replace(definition, (note: string, label: string) => {
        if (mentioned(label)) return note;
        result.privateTexts.push({ text: note, origin: originOf(0) });
        return '';
      }),
    );
  }
}
