/**
 * Divides a postmortem's source into private and public text, for the leak gate. Shares nothing with the pipeline that
 * it watches but the YAML parser: marks are found by their letters, internal keys by their names. Where in doubt,
 * text is private.
 */
import type { PrivateText } from '../redaction/fingerprints.ts';
import { splitFrontmatter } from '../source/frontmatter.ts';
import { parseYaml } from '../source/yaml-document.ts';

export interface SplitSource {
  privateTexts: PrivateText[];
  publicTexts: string[];
}

/** Keys whose values are internal, wherever they stand. */
const internalKeys = new Set(['internal', 'people', 'attendees', 'minutes', 'ticket']);

/**
 * `isWithheld`: the whole file is private. `privateWords`: tags and services that are private as list entries. `isBare`:
 * the file has no frontmatter.
 */
export function splitSource(
  text: string,
  options: { file: string; isWithheld: boolean; privateWords: ReadonlySet<string>; isBare?: boolean },
): SplitSource {
  const { file } = options;
  const split = options.isBare ? { yaml: '', yamlLine: 1, body: text, bodyLine: 1 } : splitFrontmatter(text, file);
  const result: SplitSource = { privateTexts: [], publicTexts: [] };
  if ('code' in split) {
    (options.isWithheld ? result.privateTexts : []).push({ text, origin: file });
    return result;
  }
  const yaml = parseYaml(split.yaml, file, split.yamlLine);
  const document = yaml.document;
  for (const { text: comment, line } of document?.comments ?? [])
    result.privateTexts.push({ text: comment, origin: `${file}:${line}` });
  walk(document?.value, [], {
    isPrivate: options.isWithheld,
    privateWords: options.privateWords,
    visit: (value, path, isPrivate) => {
      // A place is looked up only for what is private: most of a file is not.
      divide(value, isPrivate, () => `${file}:${document?.placeOf(path).line ?? split.yamlLine}`, result);
    },
  });
  const lineOf = (offset: number) => `${file}:${split.bodyLine + split.body.slice(0, offset).split('\n').length - 1}`;
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
  const marks = /<\s*(\/?)\s*(?:internal|redacted)\b[^>]*?(\/?)>|\{\s*\/\*|\*\/\s*\}/giu;
  let [depth, inComment, last] = [0, false, 0];
  const spans: { text: string; start: number; isPrivate: boolean }[] = [];
  for (const mark of text.matchAll(marks)) {
    const isClose = mark[1] === '/';
    spans.push({ text: text.slice(last, mark.index), start: last, isPrivate: depth > 0 || inComment });
    last = mark.index + mark[0].length;
    if (mark[0].startsWith('{')) inComment = true;
    else if (mark[0].startsWith('*')) inComment = false;
    else if (!inComment && mark[2] !== '/') depth = isClose ? Math.max(0, depth - 1) : depth + 1;
  }
  spans.push({ text: text.slice(last), start: last, isPrivate: depth > 0 || inComment });
  const shown = spans.filter((span) => !span.isPrivate).map((span) => span.text);
  for (const span of spans)
    if (span.isPrivate) result.privateTexts.push({ text: span.text, origin: originOf(span.start) });
  divideFootnotes(shown, originOf, result);
}

/** A footnote that public text does not mention is private with the text that did. */
function divideFootnotes(shown: string[], originOf: OriginOf, result: SplitSource): void {
  if (!shown.some((text) => text.includes('[^'))) {
    result.publicTexts.push(...shown);
    return;
  }
  const definition = /^\[\^([^\]\s]+)\]:.*(?:\n(?:[ \t]+.*|(?=\n[ \t])))*/gm;
  const all = shown.join('\n');
  const lower = all.toLowerCase();
  const count = (words: string) => lower.split(words.toLowerCase()).length - 1;
  const mentioned = (label: string) => count(`[^${label}]`) > count(`[^${label}]:`);
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
