/** Takes a finished file apart into segments of text, whatever its kind, decoded as far as a reader's tools would. */
import { takeApart } from '../../shared/formats/take-apart.ts';
import { decodedTexts } from '../../shared/text/decoded-forms.ts';
import { segmentsOfValue } from './json-segments.ts';
import { type MarkupSegment, markupSegments, readMarkup } from './markup-segments.ts';
import { isPagefindFile, pagefindSegments } from './pagefind-segments.ts';
import type { TextSegment } from './text-segment.ts';

/**
 * Segments of one file, as they stand; `formsOf` and `innerSegments` go on from there. Throws `UnreadableFile` for every
 * file of a kind that is not known, and for one that is not what its ending says.
 */
export function visibleSegments(path: string, bytes: Uint8Array): TextSegment[] {
  if (isPagefindFile(path)) return pagefindSegments(bytes);
  const { text, kind, texts, value, shown } = takeApart(path, bytes);
  if (text === undefined) return texts;
  if (kind === 'markup') {
    const { segments, isTorn, hasUnknown } = readMarkup(text);
    // Else the words without the tags are the same again.
    const isDoubtful = isTorn || (hasUnknown && /\.x?html?(?:\.gz)?$/i.test(path));
    return [...segments, ...texts, ...(isDoubtful && shown ? [shown()] : [])];
  }
  if (kind === 'data') return [...segmentsOfValue(value), ...texts];
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

/** The segment itself, and what its escapes stand for. */
export function formsOf(segment: string): string[] {
  return [segment, ...decodedTexts(segment)];
}

/** Segments of markup within a form of a segment, as feeds have it escaped and data files as strings; none without. */
export function innerSegments(form: string): MarkupSegment[] {
  return /<[A-Za-z!/]/.test(form) ? markupSegments(form).filter((inner) => inner !== form) : [];
}
