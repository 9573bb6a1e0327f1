/** Takes a finished file apart into stretches of text, whatever its kind, decoded as far as a reader's tools would. */
import { takeApart } from '../../shared/formats/take-apart.ts';
import { decodedTexts } from '../../shared/text/decoded-forms.ts';
import { stretchesOfValue } from './json-stretches.ts';
import { type MarkupStretch, markupStretches, readMarkup } from './markup-stretches.ts';
import { isPagefindFile, pagefindStretches } from './pagefind-stretches.ts';
import type { Stretch } from './stretch.ts';

/**
 * Stretches of one file, as they stand; `formsOf` and `innerStretches` go on from there. Throws `UnreadableFile` for every
 * file of a kind that is not known, and for one that is not what its ending says.
 */
export function visibleStretches(path: string, bytes: Uint8Array): Stretch[] {
  if (isPagefindFile(path)) return pagefindStretches(bytes);
  const { text, kind, texts, value, shown } = takeApart(path, bytes);
  if (text === undefined) return texts;
  if (kind === 'markup') {
    const { stretches, isTorn, hasUnknown } = readMarkup(text);
    // Else the words without the tags are the same again.
    const isDoubtful = isTorn || (hasUnknown && /\.x?html?(?:\.gz)?$/i.test(path));
    return [...stretches, ...texts, ...(isDoubtful && shown ? [shown()] : [])];
  }
  if (kind === 'data') return [...stretchesOfValue(value), ...texts];
  return [/\.(?:ics|vcf)(?:\.gz)?$/i.test(path) ? unfoldLong(text) : text, ...texts];
}

/**
 * A calendar's lines, those joined that are as long as RFC 5545 (3.1) lets them be before they are folded: within a word, where
 * it comes to that, and half a word is none. A break after a short line stays one, whatever wrote it.
 */
function unfoldLong(text: string): string {
  let [joined, length] = ['', 0];
  for (const line of text.split(/\r?\n/)) {
    joined += length >= 60 && /^[ \t]/.test(line) ? line.slice(1) : `\n${line}`;
    length = Buffer.byteLength(line);
  }
  return joined;
}

/** The stretch itself, and what its escapes stand for. */
export function formsOf(stretch: string): string[] {
  return [stretch, ...decodedTexts(stretch)];
}

/** Stretches of markup within a form of a stretch, as feeds have it escaped and data files as strings; none without. */
export function innerStretches(form: string): MarkupStretch[] {
  return /<[A-Za-z!/]/.test(form) ? markupStretches(form).filter((inner) => inner !== form) : [];
}
