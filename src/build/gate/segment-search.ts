/** Searches the segments of file after file for leaks. */
import { hash } from 'node:crypto';
import { type Fingerprints, findLeaksInAll, type Leak } from '../../shared/text/fingerprints.ts';
import { textBorder } from '../../shared/text/word-scanner.ts';
import { jsonSegments } from './json-segments.ts';
import { segmentsOfTag } from './markup-segments.ts';
import { isOwnKey, type OwnNames, partsOfTag, withoutOwnAddresses } from './own-names.ts';
import { type PolicyLeak, probeOf, type TextSearch } from './policy-search.ts';
import { createRecent, type Recent } from './recent.ts';
import type { TextSegment } from './text-segment.ts';
import { formsOf, innerSegments } from './visible-segments.ts';

/** Leaks in the segments of one file, of which none goes on in the next. */
export type SegmentSearch = (segments: readonly TextSegment[]) => PolicyLeak[];

export interface SegmentSearchOptions {
  /** For terms alone: the engine's own names are no text. */
  own?: OwnNames;
  /** Finds what the policy names. */
  inPolicy?: TextSearch | undefined;
}

/** Markup escaped within markup, so many times. */
const deepestMarkup = 4;
/** Of so many characters. */
const longText = 100;

/**
 * What has to be taken apart first, or decoded, was often seen in the files before, as a page's chrome, or a story in several
 * feeds: it is left out then.
 */
export function createSegmentSearch(
  fingerprints: Fingerprints,
  { own, inPolicy }: SegmentSearchOptions = {},
): SegmentSearch {
  let seen = createSeen();
  const gather = (segment: TextSegment, depth: number, texts: string[]) => {
    if (typeof segment === 'string') gatherText(segment, depth, texts);
    else if ('key' in segment) {
      if (!own || !isOwnKey(segment.key, own)) gatherText(segment.key, depth, texts);
    } else if (isNewIn(seen.tags, segment.tag))
      for (const part of own ? partsOfTag(segment.tag, own) : segmentsOfTag(segment)) gather(part, depth, texts);
  };
  const gatherText = (written: string, depth: number, texts: string[]) => {
    const document = own && depth < deepestMarkup ? dataIn(written) : undefined;
    if (document) {
      for (const part of document) gather(part, depth + 1, texts);
      return;
    }
    const text = own ? withoutOwnAddresses(written, own) : written;
    const isAsItIs = isPlain(text);
    // A short one is searched faster than it could be looked up.
    if (isAsItIs && text.length < longText) texts.push(text);
    else {
      const key = keyOf(text, isAsItIs ? deepestMarkup : depth);
      if (!isNewIn(seen.texts, `text ${key}`)) return;
      const forms = formsOf(text);
      // Of escaped markup the engine's own names are told where it is markup again.
      const isEscaped = own !== undefined && /&(?:lt|#x?0*(?:60|3c));/i.test(text) && forms.some(isMarkup);
      for (const form of isEscaped ? forms.slice(forms.findIndex(isMarkup)) : forms)
        gatherForm(form, { depth, texts, key: form === text ? key : undefined });
    }
  };
  const gatherForm = (form: string, { depth, texts, key }: GatherOptions) => {
    // One feed has a story's markup as it is, another escaped.
    if (form.length >= longText && !isNewIn(seen.texts, `form ${key ?? keyOf(form, depth)}`)) return;
    // Markup is searched by its parts, which hold every character of it but the signs of its tags.
    const parts = depth < deepestMarkup ? innerSegments(form) : [];
    if (parts.length === 0) texts.push(form);
    for (const part of parts) gather(part, depth + 1, texts);
  };
  return (segments) => {
    const texts: string[] = [];
    for (const segment of segments) gather(segment, 0, texts);
    const normals = texts.map(probeOf);
    const named = inPolicy?.mayFind(normals.join(textBorder))
      ? texts.flatMap((text, index) => inPolicy(text, normals[index] ?? ''))
      : [];
    const leaks: Leak[] = [...named, ...findLeaksInAll(normals, fingerprints)];
    // What was seen is clean as long as nothing was found at all.
    if (leaks.length > 0) seen = createSeen();
    return leaks;
  };
}

/** Data for programs that stands in a page. */
function dataIn(text: string): TextSegment[] | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return jsonSegments(text);
  } catch {
    return undefined;
  }
}

interface GatherOptions {
  depth: number;
  texts: string[];
  /** Of the form, where it is known. */
  key: string | undefined;
}

function isMarkup(form: string): boolean {
  return innerSegments(form).length > 0;
}

/** Neither markup nor escapes. */
function isPlain(text: string): boolean {
  return !/[%&\\<]/.test(text);
}

/** Long texts are known by their digests. */
function keyOf(text: string, depth: number): string {
  return `${depth} ${text.length < longText ? text : hash('sha256', text, 'binary')}`;
}

function isNewIn(seen: Recent, key: string): boolean {
  const isKnown = seen.has(key);
  if (!isKnown) seen.add(key);
  return !isKnown;
}

/** Most tags are a page's own; texts come again in feeds that are far from each other. */
function createSeen(): { tags: Recent; texts: Recent } {
  return { tags: createRecent(50_000), texts: createRecent(500_000) };
}
