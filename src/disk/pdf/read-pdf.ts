/** Reads what a PDF says: on its pages, and in what stands beside them. Runs only in the process for PDFs. */
import { getDocumentProxy } from 'unpdf';
import { drawnTexts, type PdfPage } from './drawn-texts.ts';
import type { PdfOutcome } from './pdf-texts.ts';

const mostPages = 500;
const mostCharacters = 4_194_304;
/** Levels of nested values: an outline has two for each of its own. */
const deepest = 100;

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Nothing is drawn, and nothing run. Never throws on bad input. */
export async function readPdf(bytes: Uint8Array): Promise<PdfOutcome> {
  let document: Document;
  try {
    document = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      // No picture is unpacked.
      maxImageSize: 0,
    });
  } catch {
    return { texts: [], failed: 'it is damaged, has a password, or is no PDF' };
  }
  if (document.numPages > mostPages) return { texts: [], failed: `it has more than ${mostPages} pages` };
  const texts: string[] = [];
  try {
    const hidden = hiddenInBytes(bytes) ?? (await hiddenInDocument(document));
    const failed = (await readPages(document, texts)) ?? hidden;
    const found = [...new Set(texts)].filter((text) => text.trim() !== '');
    return { texts: found, ...(failed === undefined ? {} : { failed }) };
  } catch {
    return { texts, failed: 'it is damaged' };
  }
}

/** What stands in the file by its letters, and no reader shows. */
function hiddenInBytes(bytes: Uint8Array): string | undefined {
  const letters = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (/\/EmbeddedFile\b/.test(letters)) return withFiles;
  if (/\/JavaScript\b/.test(letters)) return withProgram;
  return keepsEarlier(letters) ? 'it was changed, and keeps what it was before; print it into a new file' : undefined;
}

/** Whether things of the document stand behind an end of it. Word adds an index of its own there, and nothing else. */
function keepsEarlier(letters: string): boolean {
  const behind = letters.split('%%EOF').slice(1);
  const changes = behind.filter((part) => /\d\s+\d+\s+obj\b/.test(part)).length;
  // One that is made for the web begins with an end.
  const isForWeb = /\/Linearized\b/.test(letters.slice(0, 1024));
  return changes > (isForWeb ? 1 : 0);
}

const withFiles = 'it has other files within it';
const withProgram = 'it has a program within it';

async function hiddenInDocument(document: Document): Promise<string | undefined> {
  if ((await document.getAttachments()) !== null) return withFiles;
  if (await document.hasJSActions()) return withProgram;
  const { info } = await document.getMetadata();
  const { IsXFAPresent: isForm } = info as { IsXFAPresent?: boolean };
  return isForm ? 'it has a form that only some programs show' : undefined;
}

/** Adds to `texts`; tells why what is there is not all. */
async function readPages(document: Document, texts: string[]): Promise<string | undefined> {
  const { info, metadata } = await document.getMetadata();
  const { Custom: own = {} } = info as { Custom?: object };
  const layers = [...((await document.getOptionalContentConfig({ intent: 'any' })) ?? [])];
  const beside: unknown[] = [info, Object.keys(own), metadata?.getRaw(), await document.getOutline()];
  beside.push(await document.getFieldObjects(), await document.getPageLabels());
  beside.push(
    layers.map(([, { name }]) => name),
    Object.keys(await document.getDestinations()),
  );
  let hidden: string | undefined;
  let characters = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const annotations: { file?: unknown; actions?: unknown }[] = await page.getAnnotations({ intent: 'any' });
    const programs = await page.getJSActions();
    if (annotations.some(({ file }) => file)) hidden ??= withFiles;
    if (programs !== null || annotations.some(({ actions }) => actions)) hidden ??= withProgram;
    beside.push(annotations, programs, await page.getStructTree());
    const onPage = await pageTexts(page);
    texts.push(...onPage);
    page.cleanup();
    characters += onPage.reduce((sum, { length }) => sum + length, 0);
    if (characters > mostCharacters) return 'it holds too much text';
  }
  const strings = stringsIn(beside);
  if (!strings) return 'what stands beside its pages is nested too deep';
  const words = strings.join('\n');
  if (words.length > mostCharacters) return 'it holds too much text';
  texts.push(words);
  return hidden;
}

/** Letters that stand apart are a word in the first, and words without a space between them two in the second. */
async function pageTexts(page: PdfPage): Promise<string[]> {
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item) => ('str' in item ? [item] : []));
  const joined = pieces.map(({ str, hasEOL }) => `${str}${hasEOL ? '\n' : ''}`).join('');
  return [joined, pieces.map(({ str }) => str).join(' '), ...(await drawnTexts(page, joined))];
}

/** Every string in a value, keys of maps too; `undefined` where one may stand deeper than is looked. */
function stringsIn(value: unknown, depth = 0): string[] | undefined {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  if (depth > deepest) return undefined;
  const strings: string[] = [];
  for (const part of value instanceof Map ? [...value.entries()] : Object.values(value)) {
    const inner = stringsIn(part, depth + 1);
    if (!inner) return undefined;
    for (const text of inner) strings.push(text);
  }
  return strings;
}
