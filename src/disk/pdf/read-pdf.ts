/** Reads what a PDF says: on its pages, and in what stands beside them. Runs only in the process for PDFs. */
import { getDocumentProxy } from 'unpdf';
import type { PdfOutcome } from './pdf-texts.ts';

const mostPages = 500;
const mostCharacters = 4_194_304;
const deepest = 30;

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Nothing is drawn, and nothing run. Never throws on bad input. */
export async function readPdf(bytes: Uint8Array): Promise<PdfOutcome> {
  let document: Document;
  try {
    document = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
    });
  } catch {
    return { failed: 'it is damaged, has a password, or is no PDF' };
  }
  if (document.numPages > mostPages) return { failed: `it has more than ${mostPages} pages` };
  try {
    return await readDocument(document);
  } catch {
    return { failed: 'it is damaged' };
  }
}

async function readDocument(document: Document): Promise<PdfOutcome> {
  if ((await document.getAttachments()) !== null) return { failed: 'it has other files within it' };
  if ((await document.getJSActions()) !== null) return { failed: 'it has a program within it' };
  const { info, metadata } = await document.getMetadata();
  const beside: unknown[] = [info, metadata?.getRaw(), await document.getOutline()];
  beside.push(await document.getFieldObjects(), await document.getPageLabels());
  const texts: string[] = [];
  let characters = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item) => ('str' in item ? [item] : []));
    // Letters that stand apart are a word in the first, and words without a space between them two in the second.
    const joined = pieces.map(({ str, hasEOL }) => `${str}${hasEOL ? '\n' : ''}`).join('');
    const apart = pieces.map(({ str }) => str).join(' ');
    texts.push(joined, apart);
    beside.push(await page.getAnnotations(), await page.getStructTree(), await page.getJSActions());
    page.cleanup();
    characters += joined.length + apart.length;
    if (characters > mostCharacters) return { failed: 'it holds too much text' };
  }
  const words = stringsIn(beside).join('\n');
  if (words.length > mostCharacters) return { failed: 'it holds too much text' };
  return { texts: [...new Set([...texts, words])].filter((text) => text.trim() !== '') };
}

/** Every string in a value, as deep as any of these is. */
function stringsIn(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (depth > deepest || typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  const inner = value instanceof Map ? [...value.values()] : Object.values(value);
  return inner.flatMap((part) => stringsIn(part, depth + 1));
}
