/** Text with its escapes taken off, with the way back to where each character stood. */

export interface DecodedForm {
  text: string;
  /** `offsets[i]` is the offset in the original of what gave `text[i]`; one more for the end. */
  offsets: number[];
}

/** Without braces a `\u` escape has four digits; a fifth is the next letter. */
const escapes =
  /(?:%[0-9a-f]{2})+|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});|\\u(?:\{[0-9a-f]{1,6}\}|[0-9a-f]{4})|\\x[0-9a-f]{2}/gi;
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

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  zwnj: '\u200c',
  zwj: '\u200d',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  tab: ' ',
  newline: '\n',
  hyphen: '-',
  dash: '-',
  period: '.',
  commat: '@',
  sol: '/',
  colon: ':',
  lowbar: '_',
  equals: '=',
  num: '#',
};

/** `undefined` for what stands for nothing. */
function meaningOf(written: string): string | undefined {
  if (written.startsWith('%')) return percentDecoded(written);
  const hex = /^(?:&#x|\\u\{?|\\x)([0-9a-f]+)/i.exec(written)?.[1];
  const decimal = /^&#(\d+)/.exec(written)?.[1];
  if (hex !== undefined) return codePoint(Number.parseInt(hex, 16));
  if (decimal !== undefined) return codePoint(Number(decimal));
  const name = written.slice(1, -1).toLowerCase();
  return Object.hasOwn(named, name) ? named[name] : undefined;
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
