/** The text of a PDF as lines with their places: what is drawn on a page, without pictures and without anything run. */

export interface PdfLine {
  /** 1-based. */
  page: number;
  /** Points from the left and from the foot of the page. */
  x: number;
  y: number;
  /** Height of the letters in points. */
  size: number;
  /** Pieces that stand apart, from left to right. */
  parts: { x: number; text: string; size: number }[];
  /** Height of the page. */
  height: number;
}

/** Pages beyond these are refused. */
const pagesAllowed = 300;

/** In the order of pages, from top to foot. Throws for bytes that are no PDF, and for one with a password or too many pages. */
export async function readPdfLines(bytes: Uint8Array): Promise<PdfLine[]> {
  // Only who imports a PDF loads its reader.
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
  });
  if (document.numPages > pagesAllowed) throw new RangeError(`A PDF of more than ${pagesAllowed} pages.`);
  const lines: PdfLine[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , , height = 0] = page.view;
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: item.transform[4], y: item.transform[5], size: item.height || 1, width: item.width }]
        : [],
    );
    lines.push(...linesOf(pieces, number, height));
    page.cleanup();
  }
  return lines;
}

interface Piece {
  text: string;
  x: number;
  y: number;
  size: number;
  width: number;
}

/** Pieces at one height are a line; those that touch are a part of it. A gutter between columns is as wide as four letters and more. */
function linesOf(pieces: readonly Piece[], page: number, height: number): PdfLine[] {
  const lines: { pieces: Piece[]; y: number; size: number }[] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1);
    if (line && Math.abs(line.y - piece.y) < Math.min(line.size, piece.size) * 0.4) line.pieces.push(piece);
    else lines.push({ pieces: [piece], y: piece.y, size: piece.size });
  }
  return lines.map((line) => {
    const parts: PdfLine['parts'] = [];
    let end = Number.NEGATIVE_INFINITY;
    for (const { x, text, width, size } of line.pieces.sort((a, b) => a.x - b.x)) {
      const part = parts.at(-1);
      const gap = x - end;
      if (part && gap < size * 0.9) part.text += `${gap > size * 0.12 && !/\s$/.test(part.text) ? ' ' : ''}${text}`;
      else parts.push({ x, text, size });
      end = x + width;
    }
    const tidy = parts.map((part) => ({ ...part, text: part.text.replace(/\s+/g, ' ').trim() }));
    return { page, x: tidy[0]?.x ?? 0, y: line.y, size: line.size, parts: tidy, height };
  });
}
