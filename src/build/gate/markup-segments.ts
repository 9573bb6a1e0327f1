/** Takes markup apart into segments of text, whatever is wrong with it: what no program would take for markup is text. */
import { isWithinHtml } from '../../shared/formats/text-readings.ts';
import { createTagEnds } from './tag-ends.ts';

/** Text, or a tag of markup as it is written: tags come again and again, and `segmentsOfTag` takes one apart where it is new. */
export type MarkupSegment = string | { tag: string };

/** Text between block elements, tags, comments, scripts. */
export function markupSegments(source: string): MarkupSegment[] {
  return readMarkup(source).segments;
}

export interface ReadMarkup {
  segments: MarkupSegment[];
  /** True where a section or an instruction stands within a text, which programs for XML read on. */
  isTorn: boolean;
  /** True where an element that stands within a text ends it here, but is none of the blocks of HTML: browsers read on. */
  hasUnknown: boolean;
}

export function readMarkup(source: string): ReadMarkup {
  let [isTorn, hasUnknown] = [false, false];
  const segments: MarkupSegment[] = [];
  const known = new Map<string, ElementKind>();
  const endOfTag = createTagEnds(source);
  const last = source.lastIndexOf('>');
  let run = '';
  let isOpen = false;
  const close = (goesOn = false) => {
    const isText = run.trim() !== '';
    if (isText) segments.push(run);
    hasUnknown ||= isOpen && isText;
    isOpen = goesOn && (isOpen || isText);
    run = '';
  };
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    const end = open < 0 ? source.length : open;
    if (end > at) run += source.slice(at, end);
    if (open < 0) break;
    const hidden = hiddenAt(source, open, last);
    const tagEnd = !hidden && beginsTag(source, open) ? endOfTag(open) : undefined;
    if (hidden) {
      segments.push(...hidden.texts);
      at = hidden.end;
      isTorn ||= hidden.isSection && (run.trim() !== '' || /[^\s<]/.test(source.charAt(at)));
    } else if (tagEnd === undefined) {
      run += '<';
      at = open + 1;
    } else {
      const tag = source.slice(open, tagEnd);
      at = tagEnd;
      const sign = isName(tag.charCodeAt(1)) ? '' : tag.charAt(1);
      const name = nameAt(tag, 1 + sign.length);
      // A tag that is a name alone says nothing that the one which opened the element, or the last of its kind, has not said.
      const isBare = (sign === '' || sign === '/') && tag.length === name.length + sign.length + 2;
      const before = known.get(name);
      if (!isBare || before === undefined) segments.push({ tag });
      const element = before ?? elementOf(name);
      if (before === undefined) known.set(name, element);
      if (element === 'break') run += ' ';
      else if (element !== 'inline') {
        isTorn ||= sign === '?' && run.trim() !== '';
        close(element === 'unknown');
      }
    }
  }
  close();
  return { segments, isTorn, hasUnknown };
}

type ElementKind = 'break' | 'inline' | 'block' | 'unknown';

function elementOf(name: string): ElementKind {
  const lower = name.toLowerCase();
  if (lower === 'br') return 'break';
  if (inline.has(lower) || name.includes('-')) return 'inline';
  return isWithinHtml(name) ? 'unknown' : 'block';
}

const hiding = [
  { begin: '<!--', finish: '-->', isSection: false },
  { begin: '<![CDATA[', finish: ']]>', isSection: true },
];
const script = /<(script|style)\b([^>]*)>([\s\S]*?)(?:<\/\1\s*>|$)/y;

interface Hidden {
  texts: MarkupSegment[];
  end: number;
  isSection: boolean;
}

/** What begins at `open` and is neither text nor a tag; behind `last` no script or style does. */
function hiddenAt(source: string, open: number, last: number): Hidden | undefined {
  const second = source.charAt(open + 1);
  if (second !== '!' && second !== 's') return undefined;
  const hidden = second === '!' ? hiding.find(({ begin }) => source.startsWith(begin, open)) : undefined;
  if (hidden) {
    const start = open + hidden.begin.length;
    const found = source.indexOf(hidden.finish, start);
    const end = found < 0 ? source.length : found;
    return {
      texts: [source.slice(start, end)],
      end: end + (found < 0 ? 0 : hidden.finish.length),
      isSection: hidden.isSection,
    };
  }
  script.lastIndex = open;
  const [whole, name = '', attributes = '', code = ''] = (second === 's' && open < last && script.exec(source)) || [];
  return whole === undefined
    ? undefined
    : { texts: [code, { tag: `<${name}${attributes}>` }], end: open + whole.length, isSection: false };
}

/** `<`, perhaps one of `/!?`, and a letter. */
function beginsTag(source: string, open: number): boolean {
  const first = source.charCodeAt(open + 1);
  const isSigned = first === 0x21 || first === 0x2f || first === 0x3f;
  return isLetter(isSigned ? source.charCodeAt(open + 2) : first);
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Letters, digits, `_`, `:` and `-`. */
function isName(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x3a) || code === 0x5f || code === 0x2d;
}

function nameAt(tag: string, start: number): string {
  let end = start;
  while (isName(tag.charCodeAt(end))) end += 1;
  return tag.slice(start, end);
}

/**
 * Its name, names and values of its attributes, and all of it, for what looks like a tag in a text may be words in a row.
 * All of it is enough where quotes are around each value: nothing is joined there that the tag has apart.
 */
export function segmentsOfTag({ tag }: { tag: string }): string[] {
  if (quotedTag.test(tag)) return [tag.slice(1, -1)];
  const [, name = '', attributes = ''] = /^<[/!?]?([A-Za-z][\w:-]*)([\s\S]*)>$/.exec(tag) ?? [];
  return [name, `${name} ${attributes}`, ...attributeValues(attributes)];
}

/** Without escapes, which a value has for itself. */
const quotedTag = /^<\/?[A-Za-z][\w:-]*(?:\s+[^\s=/>"'%&\\<]+(?:="[^"%&\\<]*")?)*\s*>$/;

/** Values, and names, which are words too. */
function attributeValues(attributes: string): string[] {
  const found: string[] = [];
  for (const [, name, double, single, bare] of attributes.matchAll(
    /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    const value = double ?? single ?? bare ?? '';
    found.push(name ?? '');
    if (value !== '') found.push(value);
  }
  return found;
}

/** Elements within a word or sentence. */
const inline = new Set(
  'a abbr acronym b bdi bdo big blink cite code data del dfn em font i img ins kbd mark nobr q rb ruby s samp small span strike strong sub sup time tspan tt u var wbr'.split(
    ' ',
  ),
);
