/**
 * Puts the typography of its languages into the prose of a finished page: text between tags, by the nearest `lang`. Code,
 * attributes, the head, scripts and drawings stay as they are. One pass over the page, linear in its length.
 */
import { decodeXML } from 'entities';
import { type SpokenLanguage, spokenLanguageOf } from '../incident/languages.ts';
import { mayNeedTypesetting, typesetText } from './typeset-text.ts';

/** Passed over whole, with what is in them. */
const opaque = new Set(
  'head title script style code pre kbd samp var svg textarea select template noscript math iframe object'.split(' '),
);
/** Of one line with what is around them; all others end it. */
const inline = new Set(
  'a abbr b bdi bdo cite data del dfn em i img ins label mark q s small span strong sub sup time u wbr'.split(' '),
);
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Stands for what is passed over within a line: a quotation mark before it opens, one behind it closes. */
const placeholder = 'x';
/** Those of French have room within, which is no space that anybody would copy or a search find. */
const roomWithin: Readonly<Record<string, string>> = {
  '«': '<span class="quote-begin">«</span>',
  '»': '<span class="quote-end">»</span>',
};
/** As `typesetPage` writes them, the mark alone being `$1`. */
export const guillemets = /<span class="quote-(?:begin|end)">([«»])<\/span>/g;

interface Piece {
  start: number;
  end: number;
}

export function typesetPage(page: string): string {
  const edits: { start: number; end: number; sign: string }[] = [];
  /** Elements with a language of their own, and how many of their name are open within. */
  const languages: { name: string; depth: number; language: SpokenLanguage | undefined }[] = [];
  let line: (Piece | undefined)[] = [];
  let isNeeded = false;
  const finishLine = () => {
    const language = languages.at(-1)?.language;
    if (isNeeded && language) edits.push(...typesetLine(page, line, language));
    if (line.length > 0) line = [];
    isNeeded = false;
  };
  let at = 0;
  while (at < page.length) {
    const found = nextTag(page, at);
    const tagStart = found < 0 ? page.length : found;
    if (tagStart > at) {
      line.push({ start: at, end: tagStart });
      isNeeded ||= mayNeed(page, at, tagStart);
    }
    if (found < 0) break;
    at = endOfTag(page, tagStart);
    const isEnd = page.charCodeAt(tagStart + 1) === slash;
    const name = nameAt(page, tagStart + (isEnd ? 2 : 1));
    if (!inline.has(name) && !opaque.has(name)) finishLine();
    if (isEnd) {
      const current = languages.at(-1);
      if (current?.name === name) {
        current.depth -= 1;
        if (current.depth === 0) {
          finishLine();
          languages.pop();
        }
      }
      continue;
    }
    if (empty.has(name) || page.charCodeAt(at - 2) === slash) {
      if (name === 'img') line.push(undefined);
      continue;
    }
    if (opaque.has(name)) {
      line.push(undefined);
      const close = page.indexOf(`</${name}`, at);
      at = close < 0 ? page.length : endOfTag(page, close);
      continue;
    }
    const language = at - tagStart > name.length + 2 ? languageAt(page, tagStart, at) : undefined;
    if (language !== undefined) {
      finishLine();
      languages.push({ name, depth: 1, language: spokenLanguageOf(language) });
    } else {
      const current = languages.at(-1);
      if (current?.name === name) current.depth += 1;
    }
  }
  finishLine();
  return applyEdits(page, edits);
}

const slash = 47;

/** One that stands by itself is text. */
function nextTag(page: string, from: number): number {
  let found = page.indexOf('<', from);
  while (found >= 0 && !/[A-Za-z/!]/.test(page.charAt(found + 1))) found = page.indexOf('<', found + 1);
  return found;
}

function mayNeed(page: string, start: number, end: number): boolean {
  const text = page.slice(start, end);
  return mayNeedTypesetting.test(text) || text.includes('&');
}

/** Behind the `>` that ends the tag at `start`; attributes may hold one. */
function endOfTag(page: string, start: number): number {
  if (page.startsWith('<!--', start)) {
    const end = page.indexOf('-->', start);
    return end < 0 ? page.length : end + 3;
  }
  let from = start;
  for (;;) {
    const end = page.indexOf('>', from);
    const quote = page.indexOf('"', from);
    if (end < 0) return page.length;
    if (quote < 0 || quote > end) return end + 1;
    const close = page.indexOf('"', quote + 1);
    if (close < 0) return page.length;
    from = close + 1;
  }
}

function nameAt(page: string, start: number): string {
  let end = start;
  while (isNameSign(page.charCodeAt(end))) end += 1;
  return page.slice(start, end);
}

function isNameSign(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 45;
}

function languageAt(page: string, start: number, end: number): string | undefined {
  const tag = page.slice(start, end);
  return tag.includes(' lang="') ? /^[^"]*(?:"[^"]*"[^"]*)*? lang="([^"]*)"/.exec(tag)?.[1] : undefined;
}

function typesetLine(
  page: string,
  line: readonly (Piece | undefined)[],
  language: SpokenLanguage,
): { start: number; end: number; sign: string }[] {
  let text = '';
  const places: Piece[] = [];
  for (const piece of line) {
    if (!piece) {
      text += placeholder;
      places.push({ start: 0, end: 0 });
      continue;
    }
    for (let at = piece.start; at < piece.end; ) {
      const [character, length] = characterAt(page, at);
      text += character;
      places.push({ start: at, end: at + length });
      at += length;
    }
  }
  return typesetText(text, language).flatMap(({ index, sign }) => {
    const place = places[index];
    return place ? [{ ...place, sign: (language === 'fr' && roomWithin[sign]) || sign }] : [];
  });
}

/** One UTF-16 unit, or the quote that an entity stands for; other entities are one sign that is no letter. */
function characterAt(page: string, at: number): [character: string, length: number] {
  const character = page.charAt(at);
  if (character !== '&') return [character, 1];
  const entity = /^&#?\w{1,8};/.exec(page.slice(at, at + 10))?.[0];
  if (entity === undefined) return [character, 1];
  const decoded = decodeXML(entity);
  return [decoded === '"' || decoded === "'" ? decoded : '&', entity.length];
}

function applyEdits(page: string, edits: readonly { start: number; end: number; sign: string }[]): string {
  if (edits.length === 0) return page;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, sign } of edits) {
    parts.push(page.slice(at, start), sign);
    at = end;
  }
  return parts.join('') + page.slice(at);
}
