/**
 * Puts the quotation marks and spaces of a language into one block of text, letter for letter. A sign that is no certain
 * quotation mark stays as it was typed: inches, an assignment, a quotation that is never closed.
 */
import type { SpokenLanguage } from '../incident/languages.ts';
import { apostrophe, fixedSpace, narrowSpace, quotationMarks } from './quotation-marks.ts';

export interface SignChange {
  /** Of the character in the text. */
  index: number;
  sign: string;
}

/** What a text needs for there to be anything to do. */
export const mayNeedTypesetting = /['"]| [%‰;:!?»]|« /;

const letter = /[\p{L}\p{M}\p{N}]/u;
const lettersWithApostrophes = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
/** Written without spaces between words, so that a quotation begins within a line of letters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const opens = /[\s([{<–—‒“„«‘‚"'「『（、。]/u;

/** More are not open at once in any sentence; the time that a text takes does not grow with their number. */
const mostOpen = 8;

interface Quotation {
  index: number;
  typed: string;
}

/** The changes, in order of their places. */
export function typesetText(text: string, language: SpokenLanguage): SignChange[] {
  const changes: SignChange[] = [];
  const open: Quotation[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '"' || character === "'") readQuote(text, index, { open, changes, language });
    else if (character === ' ') changes.push(...readSpace(text, index, language));
  }
  return changes.sort((a, b) => a.index - b.index);
}

function readQuote(
  text: string,
  index: number,
  { open, changes, language }: { open: Quotation[]; changes: SignChange[]; language: SpokenLanguage },
): void {
  const [before, after] = [text.charAt(index - 1), text.charAt(index + 1)];
  const typed = text.charAt(index);
  const isWithinWord = letter.test(before) && letter.test(after) && !unspaced.test(before);
  if (typed === "'" && isWithinWord) {
    if (lettersWithApostrophes.test(before)) changes.push({ index, sign: apostrophe });
    return;
  }
  const place = open.findLastIndex((quotation) => quotation.typed === typed);
  const canClose = before !== '' && !/\s/.test(before);
  const begin = open[place];
  if (begin && canClose && (!letter.test(after) || unspaced.test(after))) {
    const [first, last] = quotationMarks[language][typed === '"' ? 'double' : 'single'];
    // Within its like it would take marks of another kind, which stand for another sign.
    if (!open.slice(0, place).some((quotation) => quotation.typed === typed))
      changes.push({ index: begin.index, sign: first }, { index, sign: last });
    // What was opened within it and never closed is no quotation.
    open.length = place;
    return;
  }
  if (typed === "'" && /[sxz]/i.test(before)) changes.push({ index, sign: apostrophe });
  else if (canOpen(before) && after !== '' && !/\s/.test(after)) {
    if (open.length === mostOpen) open.shift();
    open.push({ index, typed });
  }
}

function canOpen(before: string): boolean {
  return before === '' || opens.test(before) || unspaced.test(before);
}

function readSpace(text: string, index: number, language: SpokenLanguage): SignChange[] {
  const [before, after] = [text.charAt(index - 1), text.charAt(index + 1)];
  const isEnd = !letter.test(text.charAt(index + 2));
  if (/[%‰]/.test(after) && /\p{N}/u.test(before))
    return [{ index, sign: language === 'fr' ? narrowSpace : fixedSpace }];
  if (language !== 'fr' || before === '' || /\s/.test(before)) return [];
  if (before === '«' || after === '»') return [{ index, sign: narrowSpace }];
  if (after === ':' && isEnd) return [{ index, sign: fixedSpace }];
  return /[;!?]/.test(after) && isEnd ? [{ index, sign: narrowSpace }] : [];
}
