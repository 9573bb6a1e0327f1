/** What the programs that read a file of text make of it, beside what is written. */

/** By its ending. The file as it stands is none of them. */
export function textReadings(ending: string, text: string): string[] {
  switch (ending) {
    case 'ics':
    case 'vcf':
      return [text.replace(/\r?\n[ \t]/g, '').replace(/\\([,;nN\\])/g, ' $1')];
    case 'md':
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
    default:
      return [];
  }
}

function codePoint(value: number): string {
  return value > 0 && value <= 0x10ffff ? String.fromCodePoint(value) : '';
}
