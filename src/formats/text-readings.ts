/** What the programs that read a file of text make of it, beside what is written. */

/** By its ending. The file as it stands is none of them. */
export function textReadings(ending: string, text: string): string[] {
  switch (ending) {
    case 'ics':
    case 'vcf':
      return [text.replace(/\r?\n[ \t]/g, '').replace(/\\([,;nN\\])/g, ' $1')];
    case 'md':
    case 'mdx':
    case 'txt':
      return /[*_`~\\]/.test(text) ? [text.replace(/[*_`~\\]/g, '')] : [];
    case 'css':
      return text.includes('\\')
        ? [
            text
              .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex) => codePoint(Number.parseInt(hex, 16)))
              .replace(/\\\r?\n/g, ''),
          ]
        : [];
    case 'html':
    case 'htm':
    case 'xhtml':
    case 'xml':
    case 'xsl':
    case 'atom':
    case 'rss':
    case 'opml':
      return [shownText(text)];
    default:
      return [];
  }
}

/** Without comments and tags; those of elements within a sentence leave no gap. */
function shownText(text: string): string {
  return text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<!\[CDATA\[|\]\]>/g, '')
    .replace(/<\/?([A-Za-z][\w:-]*)(?:\s[^<>]*)?\/?>/g, (_, name: string) => (isInline(name) ? '' : '\n'));
}

const inline =
  /^(?:a|abbr|b|bdi|bdo|code|del|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|tspan|u|var|wbr)$/i;

function isInline(name: string): boolean {
  return name.includes('-') || inline.test(name);
}

function codePoint(value: number): string {
  return value > 0 && value <= 0x10ffff ? String.fromCodePoint(value) : '';
}
