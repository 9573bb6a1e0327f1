/** Takes markup apart into stretches of text, whatever is wrong with it: what no program would take for markup is text. */

/** Text, or a tag of markup as it is written: tags come again and again, and `stretchesOfTag` takes one apart where it is new. */
export type Stretch = string | { tag: string };

/** Text between block elements, tags, comments, scripts. */
export function markupStretches(source: string): Stretch[] {
  const stretches: Stretch[] = [];
  const known = new Map<string, Element>();
  let run = '';
  const close = () => {
    if (run.trim() !== '') stretches.push(run);
    run = '';
  };
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    const end = open < 0 ? source.length : open;
    if (end > at) run += source.slice(at, end);
    if (open < 0) break;
    const hidden = hiddenAt(source, open);
    const tag = hidden ? undefined : tagAt(source, open);
    if (hidden) {
      stretches.push(...hidden.texts);
      at = hidden.end;
    } else if (tag === undefined) {
      run += '<';
      at = open + 1;
    } else {
      at = open + tag.length;
      const sign = isName(tag.charCodeAt(1)) ? '' : tag.charAt(1);
      const name = nameAt(tag, 1 + sign.length);
      // A tag that is a name alone says nothing that the one which opened the element, or the last of its kind, has not said.
      const isBare = (sign === '' || sign === '/') && tag.length === name.length + sign.length + 2;
      const before = known.get(name);
      if (!isBare || before === undefined) stretches.push({ tag });
      const element = before ?? elementOf(name);
      if (before === undefined) known.set(name, element);
      if (element === 'break') run += ' ';
      else if (element === 'block') close();
    }
  }
  close();
  return stretches;
}

type Element = 'break' | 'inline' | 'block';

function elementOf(name: string): Element {
  const lower = name.toLowerCase();
  if (lower === 'br') return 'break';
  return inline.has(lower) || name.includes('-') ? 'inline' : 'block';
}

const comment = /<!--([\s\S]*?)(?:-->|$)/y;
const cdata = /<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/y;
const script = /<(script|style)\b([^>]*)>([\s\S]*?)(?:<\/\1\s*>|$)/y;

/** What begins at `open` and is neither text nor a tag. */
function hiddenAt(source: string, open: number): { texts: string[]; end: number } | undefined {
  const second = source.charAt(open + 1);
  if (second !== '!' && second !== 's') return undefined;
  const read = (form: RegExp) => {
    form.lastIndex = open;
    return form.exec(source);
  };
  const inside = second === '!' ? (read(comment) ?? read(cdata)) : undefined;
  if (inside) return { texts: [inside[1] ?? ''], end: open + inside[0].length };
  const [whole, , attributes = '', code = ''] = (second === 's' && read(script)) || [];
  return whole === undefined ? undefined : { texts: [code, ...attributeValues(attributes)], end: open + whole.length };
}

const tagForm = /<[/!?]?[A-Za-z][\w:-]*(?:"[^"]*"|'[^']*'|[^>"'])*>/y;

/** The tag that begins at `open`: to the first `>` that stands in no quotes. */
function tagAt(source: string, open: number): string | undefined {
  const first = source.charCodeAt(open + 1);
  const isSigned = first === 0x21 || first === 0x2f || first === 0x3f;
  if (!isLetter(isSigned ? source.charCodeAt(open + 2) : first)) return undefined;
  const end = source.indexOf('>', open);
  if (end < 0) return undefined;
  const tag = source.slice(open, end + 1);
  if (hasWholeQuotes(tag)) return tag;
  tagForm.lastIndex = open;
  return tagForm.test(source) ? source.slice(open, tagForm.lastIndex) : undefined;
}

/** True for a tag whose `>` surely stands in no quotes. */
function hasWholeQuotes(tag: string): boolean {
  let count = 0;
  for (let at = tag.indexOf('"'); at >= 0; at = tag.indexOf('"', at + 1)) count += 1;
  return count % 2 === 0 && !tag.includes("'");
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
export function stretchesOfTag({ tag }: { tag: string }): string[] {
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
const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'code',
  'del',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'tspan',
  'u',
  'var',
  'wbr',
]);
