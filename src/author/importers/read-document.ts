/** Any document as text of Markdown or MDX, whatever it was: the one tree that is read. */
import type { ImportSource } from './importer.ts';

export interface DocumentFile {
  fileName: string;
  /** The text of a text file, lines ended by `\n`. */
  text?: string;
  /** The bytes of a PDF or a Word document. */
  bytes?: Uint8Array;
}

/** How names of documents end. */
export const documentEnding = /\.(?:docx|erb|html?|markdown|md|mdx|pdf|qmd|xhtml)$/i;

/** True for files that are no text, by their names. */
export function isBinaryDocument(fileName: string): boolean {
  return /\.(?:pdf|docx)$/i.test(fileName);
}

/** Throws a `RangeError` for what is nested too deep or would unpack to too much, and an `Error` for bytes that are none of these. */
export async function readDocument({ fileName, text, bytes }: DocumentFile): Promise<ImportSource> {
  // What reads these is loaded for them alone.
  if (bytes !== undefined && /\.pdf$/i.test(fileName)) {
    const { readPdfLines } = await import('./pdf-lines.ts');
    const { pdfMarkdown } = await import('./pdf-markdown.ts');
    const lines = await readPdfLines(bytes);
    const { markdown, internal } = pdfMarkdown(lines);
    if (markdown.trim() === '') throw new Error('Pictures of text only.');
    const words = lines.map(({ parts }) => parts.map(({ text }) => text).join(' ')).join('\n');
    return sourceOf(fileName, { markdown, internal, words });
  }
  if (bytes !== undefined) {
    const { docxHtml } = await import('./docx-document.ts');
    return await ofHtml(fileName, await docxHtml(bytes));
  }
  if (text !== undefined && isHtml(fileName, text)) return await ofHtml(fileName, text);
  return { fileName, text: text ?? '' };
}

async function ofHtml(fileName: string, html: string): Promise<ImportSource> {
  const { htmlDocument } = await import('./html-document.ts');
  return sourceOf(fileName, htmlDocument(html));
}

/** By its ending, where no other follows: `post.html.md` is Markdown. */
function isHtml(fileName: string, text: string): boolean {
  return /\.(?:html?|xhtml)$/i.test(fileName) || /^\s*<(?:!doctype html|html)\b/i.test(text);
}

function sourceOf(
  fileName: string,
  { markdown, internal, words }: { markdown: string; internal: string[]; words: string },
): ImportSource {
  return { fileName, text: markdown, words, ...(internal.length > 0 && { internal: { noted: internal } }) };
}
