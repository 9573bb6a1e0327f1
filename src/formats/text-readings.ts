/** What the programs that read a file of text make of it, beside what is written. */
import { decodedTexts } from '../redaction/decoded-forms.ts';

/** By its ending. The file as it stands is none of them; `byTags`: nor is what `isReadByTags` says. */
export function textReadings(ending: string, text: string, byTags = false): string[] {
  switch (ending) {
    case 'ics':
    case 'vcf':
      return [text.replace(/\r?\n[ \t]/g, '').replace(/\\([,;nN\\])/g, ' $1')];
    case 'md':
    case 'mdx':
      return [
        ...(/[*_`~\\[]/.test(text) ? [text.replace(/\]\([^()\s]*\)|\]\[[^[\]\n]*\]|[*_`~\\[\]]/g, '')] : []),
        ...(text.includes('<') ? [shownText(text, isWithinXml)] : []),
      ];
    case 'txt':
      return /[*_`~\\]/.test(text) ? [text.replace(/[*_`~\\]/g, '')] : [];
    case 'yml':
    case 'yaml':
    case 'toml':
      return text.includes('\\') ? [text.replace(/\\\r?\n\s*/g, '')] : [];
    case 'css':
      return text.includes('\\') ? [styleText(text)] : [];
    case 'js':
    case 'mjs':
      return text.includes('\\') ? [scriptText(text)] : [];
    case 'html':
    case 'htm':
    case 'xhtml':
      return [
        ...(byTags && isReadByTags(ending, text) ? [] : [shownText(text, isWithinHtml)]),
        ...(text.includes('\\') ? [styleText(text), scriptText(text)] : []),
      ];
    case 'xml':
    case 'xsl':
    case 'atom':
    case 'rss':
    case 'opml':
      return byTags && isReadByTags(ending, text) ? [] : [shownText(text, isWithinXml)];
    default:
      return [];
  }
}

/** What is markup only when its references are decoded, as feeds and frames have it. */
export function innerReadings(text: string): string[] {
  return /&(?:lt|#)/i.test(text) ? decodedTexts(text).map((form) => shownText(form, isWithinXml)) : [];
}

/** Without comments and tags; those of elements within a sentence leave no gap. */
function shownText(text: string, isWithin: (name: string) => boolean): string {
  return text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<\?[\s\S]*?(?:\?>|$)/g, '')
    .replace(/<!\[CDATA\[|\]\]>/g, '')
    .replace(/<\/?([A-Za-z][\w:-]*)(?:\s[^<>]*)?\/?>/g, (_, name: string) => (isWithin(name) ? '' : '\n'));
}

/**
 * True where a program that goes from tag to tag, and joins the words around those of `isWithinXml`, reads what `shownText`
 * does: of elements that nobody knows, and of signs of XML within a word, the two may think differently.
 */
function isReadByTags(ending: string, text: string): boolean {
  const hasSigns = text.includes('<![CDATA[') || text.includes('<?');
  if (hasSigns && /[^\s>]<(?:\?|!\[CDATA\[)|(?:\?>|\]\]>)[^\s<]/.test(text)) return false;
  if (!/^x?html?$/.test(ending)) return true;
  let isInDrawing = false;
  for (const [, sign, name = ''] of text.matchAll(/<(\/?)([A-Za-z][\w:-]*)/g)) {
    if (name === 'svg') isInDrawing = sign === '';
    else if (!(isInDrawing ? inDrawing.test(name) : isKnownInHtml(name))) return false;
  }
  return true;
}

/** Of these, only `text` shows words. */
const inDrawing = /^(?:circle|clipPath|defs|desc|ellipse|g|line|path|polygon|polyline|rect|text|title|tspan|use)$/;
/** By name as it is written; the same few come again and again. */
const knownInHtml = new Map<string, boolean>();

function isKnownInHtml(name: string): boolean {
  let isKnown = knownInHtml.get(name);
  if (isKnown === undefined) {
    isKnown = isWithinXml(name) || !isWithinHtml(name);
    if (knownInHtml.size < 1000) knownInHtml.set(name, isKnown);
  }
  return isKnown;
}

const inline =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|blink|cite|code|data|del|dfn|em|font|i|img|ins|kbd|mark|nobr|q|rb|ruby|s|samp|small|span|strike|strong|sub|sup|time|tspan|tt|u|var|wbr)$/i;
/** All others of HTML, those that nobody knows among them, are shown within a line. */
const block =
  /^(?:address|article|aside|audio|base|blockquote|body|br|canvas|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|embed|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hgroup|hr|html|iframe|input|legend|li|link|main|menu|meta|nav|noscript|object|ol|optgroup|option|p|pre|script|search|section|select|style|summary|svg|table|tbody|td|template|text|textarea|tfoot|th|thead|title|tr|ul|video)$/i;

function isWithinHtml(name: string): boolean {
  return !block.test(name);
}

function isWithinXml(name: string): boolean {
  return name.includes('-') || inline.test(name);
}

/** With the escapes of stylesheets taken off. */
function styleText(text: string): string {
  return text
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex) => codePoint(Number.parseInt(hex, 16)))
    .replace(/\\\r?\n/g, '');
}

/** With those escapes of scripts taken off that nothing else has. */
function scriptText(text: string): string {
  return text.replace(/\\(?:(\r?\n)|([0-3]?[0-7]{1,2})|([bfnrtv])|(?=[^xu\s]))/g, (_, end, octal, blank) =>
    end === undefined && octal !== undefined ? codePoint(Number.parseInt(octal, 8)) : blank === undefined ? '' : ' ',
  );
}

function codePoint(value: number): string {
  return value > 0 && value <= 0x10ffff ? String.fromCodePoint(value) : '';
}
