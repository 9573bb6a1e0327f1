/** The source of a story without everything internal, in the author's own form: it publishes as the original does. */
import type { Nodes, Root } from 'mdast';
import type { People } from '../../shared/redaction/policy-schema.ts';
import { escapePattern } from '../../shared/text/escape-pattern.ts';
import { findInternal, neutral } from './check-interference.ts';
import { components, elementRow } from './elements.ts';
import { cutsAround, trace, withoutCuts } from './mend-traces.ts';
import { mention, replaceMentions } from './mentions.ts';
import { childrenOf, isPrivateElement, rangeOf } from './nodes.ts';
import { parseStory } from './parse-story.ts';
import { publicShape } from './public-shape.ts';
import { removeInternal } from './remove-internal.ts';
import { walk } from './walk.ts';

export interface SourceOptions {
  /** Handles with the roles that stand in their place. */
  people: People;
  /** New names of pictures and tables, by their names in the source. */
  renamed: ReadonlyMap<string, string>;
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Stands where removing a part alone would change how its neighbours are read; it is removed itself when published. */
const mark = '{/**/}';
const locationAt = () => ({ file: '' });

/**
 * Throws when the source cannot be read, or nothing can be found that publishes alike: both are refused before, and a
 * copy that differs is worse than none.
 */
export function publicSource(original: string, options: SourceOptions): string {
  const source = apply(original, unshownEdits(original, parse(original), options));
  const tree = parse(source);
  const wanted = publicShape(source, options.people)?.shape;
  const removals = [...findInternal(tree).map((node) => removalOf(node, source)), ...unusedDefinitions(source, tree)];
  const mentions = mentionEdits(source, options);
  const writeTraced = (marked: ReadonlySet<Edit>) =>
    apply(source, [
      ...mentions,
      ...removals.map((edit) => (marked.has(edit) ? { ...edit, text: mark } : { ...edit, text: edit.text || trace })),
    ]);
  const write = (marked: ReadonlySet<Edit>) => writeTraced(marked).replaceAll(trace, '');
  const reads = (text: string) => {
    const read = publicShape(text, options.people);
    return read?.isSound === true && read.shape === wanted;
  };
  const traced = writeTraced(new Set());
  const bare = write(new Set());
  const found = [tidy(mended(traced)), tidy(withoutEmptied(traced)), tidy(bare), bare].find(reads);
  if (found !== undefined) return found;
  const marked = new Set(removals.filter(({ text }) => text === ''));
  if (!reads(write(marked))) throw new Error('A story has no public source that publishes as it does.');
  // Of the marks, those that are not needed go again, one at a time.
  for (const edit of [...marked]) {
    marked.delete(edit);
    if (!reads(write(marked))) marked.add(edit);
  }
  return [tidy(write(marked)), write(marked)].find(reads) ?? write(marked);
}

/** With what stands around each removal as it is published. */
function mended(traced: string): string {
  const text = withoutEmptied(traced, trace);
  return withoutCuts(
    text,
    cutsAround(text, { isBegin: true, isEnd: true }, (character) => character === ' ' || character === '\t'),
  );
}

/** Without items of lists and rows of tables that a removal emptied. */
function withoutEmptied(traced: string, other = ''): string {
  return traced
    .replace(/^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]*\u0000[\u0000 \t]*\n/gm, '')
    .replace(/^[ \t>]*\|[ \t|\u0000]*(?:\n|$)/gm, (row) => (row.includes('\u0000') ? '' : row))
    .replaceAll(trace, other);
}

/** Without the blanks, blank lines and empty lines of quotes that a removal leaves. */
function tidy(text: string): string {
  return text
    .replace(/(?<![ \t])[ \t]+$/gm, '')
    .replace(/^([ \t]*>[ \t>]*)\n(?:\1\n)+/gm, '$1\n')
    .replace(/\n{3,}/g, '\n\n');
}

function parse(source: string): Root {
  const { tree } = parseStory(source, locationAt);
  if (!tree) throw new Error('A story that was published cannot be read.');
  return tree;
}

function removalOf(node: Nodes, source: string): Edit {
  const [start, end] = rangeOf(node);
  if (!isPrivateElement(node) || node.name === 'Internal') return { start, end, text: '' };
  return {
    start,
    end,
    text: neutral(source.slice(start, end), node, source.slice(0, end)).replace(/x(?=[>\s]*<\/Redacted)/, '…'),
  };
}

/** Definitions of links and footnotes that only internal text mentions. */
function unusedDefinitions(source: string, tree: Root): Edit[] {
  const links = new Set<string>();
  const visitPublic = (node: Nodes | Root) => {
    if (isPrivateElement(node)) return;
    if (node.type === 'linkReference' || node.type === 'imageReference') links.add(node.identifier);
    for (const child of childrenOf(node)) visitPublic(child);
  };
  const rest = parse(source);
  removeInternal(rest, locationAt);
  const notes = new Set<string>();
  walk(rest, (node) => {
    if (node.type === 'footnoteDefinition') notes.add(node.identifier);
  });
  visitPublic(tree);
  const edits: Edit[] = [];
  walk(tree, (node) => {
    if (isPrivateElement(node)) return false;
    const isUnused =
      (node.type === 'definition' && !links.has(node.identifier)) ||
      (node.type === 'footnoteDefinition' && !notes.has(node.identifier));
    if (!isUnused) return undefined;
    const [start, end] = rangeOf(node);
    edits.push({ start, end, text: '' });
    return false;
  });
  return edits;
}

/** Each mention outside internal text, replaced by what is shown for it: found in the text as it is read. */
function mentionEdits(source: string, { people }: SourceOptions): Edit[] {
  const edits: Edit[] = [];
  const tree = parse(source);
  const before: { range: [number, number]; value: string }[] = [];
  const texts = (root: Root, take: (value: string, range: [number, number]) => void) =>
    walk(root, (node) => {
      if (isPrivateElement(node)) return false;
      if (node.type === 'text') take(node.value, rangeOf(node));
      return undefined;
    });
  texts(tree, (value, range) => before.push({ value, range }));
  replaceMentions(tree, people, locationAt, { names: false });
  let index = 0;
  texts(tree, (value) => {
    const { value: old = '', range: [start, end] = [0, 0] } = before[index] ?? {};
    index += 1;
    if (value === old) return;
    const shown = shownFor(old, value);
    const written = [...source.slice(start, end).matchAll(mention)];
    written.forEach((match, at) => {
      const role = shown[at];
      if (role !== undefined)
        edits.push({ start: start + match.index, end: start + match.index + match[0].length, text: literal(role) });
    });
  });
  return edits;
}

/** What stands in `after` for each mention of `before`: the words between them are the same in both. */
function shownFor(before: string, after: string): string[] {
  const between = before.split(mention).filter((_, index) => index % 2 === 0);
  const shown: string[] = [];
  let at = between[0]?.length ?? 0;
  between.slice(1).forEach((text, index) => {
    const isLast = index === between.length - 2;
    const end = isLast ? after.length - text.length : after.indexOf(text, at);
    shown.push(after.slice(at, end));
    at = end + text.length;
  });
  return shown;
}

/** Names of files, which are published under others, and the words behind a code block's language, which are not. */
function unshownEdits(source: string, tree: Root, { renamed }: SourceOptions): Edit[] {
  const edits: Edit[] = [];
  walk(tree, (node: Nodes | Root) => {
    if (isPrivateElement(node)) return false;
    const [start, end] = rangeOf(node);
    const written = source.slice(start, end);
    if (node.type === 'code' && node.meta) {
      const [line = '', opening = ''] = /^([`~]{3,}[ \t]*\S*)[^\n]*/.exec(written) ?? [];
      edits.push({ start: start + opening.length, end: start + line.length, text: '' });
    }
    if (elementRow(node)?.file === undefined && node.type !== 'image' && node.type !== 'definition') return undefined;
    for (const [name, other] of renamed)
      for (const spelling of new Set([name, encodeURI(name)])) {
        const [whole, before = ''] = addressForm(spelling).exec(written) ?? [];
        const at = whole === undefined ? -1 : written.indexOf(whole);
        if (at >= 0)
          edits.push({ start: start + at + before.length, end: start + at + (whole ?? '').length, text: other });
      }
    return undefined;
  });
  return edits;
}

const fileAttributes = [...new Set(Object.values(components).flatMap(({ file }) => file?.attribute ?? []))].join('|');

/** The address of a picture or table as it is written: behind `](`, `]:`, `src=` or `data=`. */
function addressForm(name: string): RegExp {
  return new RegExp(
    `((?:\\]\\(\\s*<?|\\]:\\s*<?|\\b(?:${fileAttributes})\\s*=\\s*["']\\s*)(?:\\./)?)${escapePattern(name)}(?![\\w.%-])`,
  );
}

/** Edits within another are part of it. */
function apply(source: string, edits: readonly Edit[]): string {
  let [result, at] = ['', 0];
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue;
    result += source.slice(at, start) + text;
    at = end;
  }
  return result + source.slice(at);
}

function literal(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~@&]/g, '\\$&');
}
