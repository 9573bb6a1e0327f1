/** The texts of a PDF, and why they are not all: asked of a process of its own. */
import { createProcessAsker } from '../ask-process.ts';

export interface PdfOutcome {
  /** What could be read. */
  texts: string[];
  /** Why that is not all, in words that can stand behind `because`; it never quotes the file. */
  failed?: string;
}

/** Longest time for one PDF, in seconds. */
const secondsAllowed = 10;

const ask = createProcessAsker<Uint8Array, PdfOutcome>({
  script: 'disk/pdf/pdf-process',
  name: 'PDFs',
  secondsAllowed,
  megabytesAllowed: 512,
  tooSlow: { texts: [], failed: `it takes more than ${secondsAllowed} seconds to read, or too much memory` },
});

/** What is written on its pages and beside them; words in pictures are not among it. Never fails because of a PDF. */
export function pdfTexts(bytes: Uint8Array): Promise<PdfOutcome> {
  return ask(bytes);
}
