/** What the programs that read a file of text make of it, beside what is written. */
import { decodedTexts } from '../text/decoded-forms.ts';

/** By its ending. The file as it stands is none of them, nor is markup without its tags (`shownText`). */
export function textReadings(ending: string, text: string): string[] {
  switch (ending) {
    case 'ics':
    case 'vcf':
      return [text.replace(/\r?\n[ \t]/g, '').replace(/\\([,;nN\\])/g, ' $1')];
    case 'md':
    case 'mdx':
      return [
        ...(/[*_`~\\[]/.test(text) ? [text.replace(/\]\([^()\s]*\)|\]\[[^[\]\n]*\]|[*_`~\\[\]]/g, '')] : []),
        ...(text.includes('<') ? [withoutTags(text, isWithinXml)] : []),
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
      return text.includes('\\') ? [styleText(text), scriptText(text)] : [];
    default:
      return [];
  }
}

/** What is markup only when its references are decoded, as feeds and frames have it. */
export function innerReadings(text: string): string[] {
  return /&(?:lt|#)/i.test(text) ? decodedTexts(text).map((form) => withoutTags(form, isWithinXml)) : [];
}

/** What markup of an ending shows, in lines, without comments and tags. */
export function shownText(ending: string, text: string): string {
  return withoutTags(text, /^x?html?$/.test(ending) ? isWithinHtml : isWithinXml);
}

/** Those of elements within a sentence leave no gap. */
function withoutTags(text: string, isWithin: (name: string) => boolean): string {
  return text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<\?[\s\S]*?(?:\?>|$)/g, '')
    .replace(/<!\[CDATA\[|\]\]>/g, '')
    .replace(/<\/?([A-Za-z][\w:-]*)(?:\s[^<>]*)?\/?>/g, (_, name: string) => (isWithin(name) ? '' : '\n'));
}

const inline =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|blink|cite|code|data|del|dfn|em|font|i|img|ins|kbd|mark|nobr|q|rb|ruby|s|samp|small|span|strike|strong|sub|sup|time|tspan|tt|u|var|wbr)$/i;
/** All others of HTML, those that nobody knows among them, are shown within a line. */
const block =
  /^(?:address|article|aside|audio|base|blockquote|body|br|canvas|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|embed|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hgroup|hr|html|iframe|input|legend|li|link|main|menu|meta|nav|noscript|object|ol|optgroup|option|p|pre|script|search|section|select|style|summary|svg|table|tbody|td|template|text|textarea|tfoot|th|thead|title|tr|ul|video)$/i;

/** True for elements that HTML shows within a line. */
export function isWithinHtml(name: string): boolean {
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
