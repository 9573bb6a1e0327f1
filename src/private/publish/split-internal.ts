/** Divides internal text into what would be recognised in public text: whole values, names and sentences. */
import { normalText } from '../../shared/text/normalise.ts';
import { isRare } from '../../shared/text/tokens.ts';
import { trimSigns } from '../../shared/text/trim-signs.ts';
import { wordsOf } from '../../shared/text/word-scanner.ts';

/** From so many words on, a text is read as sentences. */
const leastInSentence = 5;
/** The same where each character counts as a word. */
const leastUnspaced = 12;

export interface Sentence {
  text: string;
  /** 0-based, in the text. */
  start: number;
}

/** Sentences long enough to be told from chance. */
export function sentencesIn(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const add = (end: number) => {
    const part = text.slice(start, end);
    if (isLong(part)) sentences.push({ text: part.trim(), start: start + part.search(/\S/) });
    start = end;
  };
  for (const { index, 0: border } of text.matchAll(/(?<![.!?])[.!?]+["')\]]*(?=\s)|[。！？]+|\n[ \t]*\n/g))
    add(index + border.length);
  add(text.length);
  return sentences;
}

function isLong(part: string): boolean {
  if (/^[\x20-\x7e\s]*$/.test(part)) return (part.match(/[A-Za-z0-9]+/g)?.length ?? 0) >= leastInSentence;
  const words = wordsOf(normalText(part));
  return words.length >= (words.every((word) => [...word].length === 1) ? leastUnspaced : leastInSentence);
}

/** Values of a string under `internal`: itself where it is short, or what stands between commas and line ends; else sentences. */
export function valuesIn(
  text: string,
): { text: string; kind: 'a value of `internal`' | 'a name in `internal`' | 'an internal sentence' }[] {
  if (/^https?:\/\/\S+$/i.test(text))
    return [{ text: text.replace(/^https?:\/\//i, ''), kind: 'a value of `internal`' }];
  if (!/\s/.test(text.trim())) return [{ text: bareOf(text), kind: 'a value of `internal`' }];
  return linesOf(text).flatMap((line) => {
    const pieces = line.split(/[,;•|()]|\s[-–—&]\s|\s(?:and|und|et|y|e)\s/).map((piece) => bareOf(piece));
    const short = pieces.filter((piece) => piece !== '' && wordsOf(normalText(piece)).length < leastInSentence);
    if (short.length === pieces.filter((piece) => piece !== '').length)
      return short.map((piece) => ({ text: piece, kind: 'a value of `internal`' as const }));
    return [
      ...sentencesIn(line).map((sentence) => ({ text: sentence.text, kind: 'an internal sentence' as const })),
      ...[...line.matchAll(names)].map(([name]) => ({ text: name, kind: 'a name in `internal`' as const })),
      ...line
        .split(/\s+/)
        .map(bareOf)
        .filter((token) => isRare(normalText(token)))
        .map((token) => ({ text: token, kind: 'a value of `internal`' as const })),
    ];
  });
}

/** Two to four capitalised words in a row. */
const names =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’-]{1,30}(?: (?:(?:van|von|de|der|den|da|di|la|bin|al) ){0,2}\p{Lu}[\p{L}'’-]{1,30}){1,3}(?![\p{L}\p{N}])/gu;

/** Without headings and without the label before a colon. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !/^\s*#{1,6}\s/.test(line))
    .map((line) => line.replace(/^[\s>*_+-]*[\p{L} ]{1,40}[*_]*:(?!\/\/)[*_]*\s*/u, ''))
    .filter((line) => line.trim() !== '');
}

function bareOf(piece: string): string {
  const ended = trimSigns(piece, (sign) => /[\s*_`"'.,;:!?]/.test(sign), 'end');
  return trimSigns(ended, (sign) => /[\s*_`"'>+-]/.test(sign), 'start');
}
