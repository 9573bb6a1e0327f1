/** Text with its escapes taken off, with the way back to where each character stood. */
import { decodeHTML } from 'entities';

export interface DecodedForm {
  text: string;
  /** `offsets[i]` is the offset in the original of what gave `text[i]`; one more for the end. */
  offsets: number[];
}

/**
 * Without braces a `\u` escape has four digits; a fifth is the next letter. Browsers take many character references without their
 * semicolon.
 */
const escapes =
  /(?:%[0-9a-f]{2})+|%u[0-9a-f]{4}|&(?:#\d{1,20}|#x[0-9a-f]{1,20}|[a-z][a-z0-9]{1,31});?|\\u(?:\{[0-9a-f]{1,20}\}|[0-9a-f]{4})|\\x[0-9a-f]{2}/gi;
const mostRounds = 3;
/** Every escape begins with one of these. */
const begin = /[%&\\]/;

/**
 * Percent escapes, character references and `\u` escapes decoded, once, then again in what came out; nothing for text
 * without any. Escapes that stand for no character stay as they are.
 */
export function decodedForms(original: string): DecodedForm[] {
  if (!begin.test(original)) return [];
  const forms: DecodedForm[] = [];
  let form: DecodedForm = { text: original, offsets: [] };
  for (let round = 0; round < mostRounds; round += 1) {
    const next = decodeOnce(form);
    if (next.text === form.text) break;
    forms.push(next);
    form = next;
  }
  return forms;
}

/** The texts of `decodedForms` alone, made faster. */
export function decodedTexts(original: string): string[] {
  const texts: string[] = [];
  let text = original;
  for (let round = 0; round < mostRounds && begin.test(text); round += 1) {
    const next = text.replace(escapes, (written) => meaningOf(written) ?? written);
    if (next === text) break;
    texts.push(next);
    text = next;
  }
  return texts;
}

function decodeOnce({ text, offsets }: DecodedForm): DecodedForm {
  const at = (index: number) => offsets[index] ?? index;
  const decoded: DecodedForm = { text: '', offsets: [] };
  let last = 0;
  const copy = (until: number) => {
    for (let index = last; index < until; index += 1) decoded.offsets.push(at(index));
    decoded.text += text.slice(last, until);
  };
  for (const { index, 0: written } of text.matchAll(escapes)) {
    const meaning = meaningOf(written);
    if (meaning === undefined) continue;
    copy(index);
    decoded.text += meaning;
    for (let unit = 0; unit < meaning.length; unit += 1) decoded.offsets.push(at(index));
    last = index + written.length;
  }
  copy(text.length);
  decoded.offsets.push(at(text.length));
  return decoded;
}

/** `undefined` for what stands for nothing. */
function meaningOf(written: string): string | undefined {
  if (written.startsWith('&')) return referenceMeaning(written);
  const hex = /^(?:\\u\{?|\\x|%u)([0-9a-f]+)/i.exec(written)?.[1];
  return hex === undefined ? percentDecoded(written) : codePoint(Number.parseInt(hex, 16));
}

/** As HTML has it; a name in the wrong case means what it means in small letters. */
function referenceMeaning(written: string): string | undefined {
  const meaning = decodeHTML(written);
  if (meaning !== written) return meaning;
  const lower = decodeHTML(written.toLowerCase());
  return lower === written.toLowerCase() ? undefined : lower;
}

/** Bytes that are no UTF-8 are read one by one, as browsers of old did. */
function percentDecoded(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run.replace(/%([0-9a-f]{2})/gi, (_, hex) => codePoint(Number.parseInt(hex, 16)) ?? '');
  }
}

function codePoint(value: number): string | undefined {
  return value > 0 && value <= 0x10ffff ? String.fromCodePoint(value) : undefined;
}
