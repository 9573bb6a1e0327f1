/** What a page of a PDF draws by letters and its reading leaves out: beside the page, and in notes and stamps. */
import { type getDocumentProxy, getResolvedPDFJS } from 'unpdf';

export type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** A gap of so many thousandths of the size of the letters is a space between words. */
const widestKerning = 150;

/** Five letters, each standing alone. */
const spacedOut = /(?:(?:^|\s)\S(?=\s)){5}/;

/** In the order of the file, with and without spaces between the pieces; nothing where `read`, the reading, says the same. */
export async function drawnTexts(page: PdfPage, read: string): Promise<string[]> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList({ intent: 'any' });
  const pieces = argsArray.flatMap((args: unknown[] | null, index) =>
    fnArray[index] === OPS.showText ? [lettersOf(args?.[0])] : [],
  );
  const isSame = withoutSpaces(pieces.join('')) === withoutSpaces(read);
  return isSame && !spacedOut.test(read) ? [] : [pieces.join(''), pieces.join(' ')];
}

function lettersOf(glyphs: unknown): string {
  const parts: unknown[] = Array.isArray(glyphs) ? glyphs : [];
  return parts
    .map((part) => {
      // Numbers move what follows: to the left, and where they are negative to the right.
      if (typeof part === 'number') return part < -widestKerning ? ' ' : '';
      return (part as { unicode?: string } | null)?.unicode ?? '';
    })
    .join('');
}

/** Ligatures are letters in the one, and may be signs in the other. */
function withoutSpaces(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
