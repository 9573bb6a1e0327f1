/** Searches the stretches of file after file for leaks. */
import { hash } from 'node:crypto';
import { type Fingerprints, findLeaksInAll, type Leak } from '../redaction/fingerprints.ts';
import { stretchesOfTag } from './markup-stretches.ts';
import { createRecent, type Recent } from './recent.ts';
import type { Stretch } from './stretch.ts';
import { formsOf, innerStretches } from './visible-stretches.ts';

/** Leaks in the stretches of one file, of which none goes on in the next. */
export type StretchSearch = (stretches: readonly Stretch[]) => Leak[];

/** Markup escaped within markup, so many times. */
const deepestMarkup = 4;
/** Of so many characters. */
const longText = 100;

/**
 * What has to be taken apart first, or decoded, was often seen in the files before, as a page's chrome, or a story in several
 * feeds: it is left out then.
 */
export function createStretchSearch(fingerprints: Fingerprints): StretchSearch {
  let seen = createSeen();
  const gather = (stretch: Stretch, depth: number, texts: string[]) => {
    if (typeof stretch === 'string') gatherText(stretch, depth, texts);
    else if ('key' in stretch) gatherText(stretch.key, depth, texts);
    else if (isNewIn(seen.tags, stretch.tag)) for (const part of stretchesOfTag(stretch)) gather(part, depth, texts);
  };
  const gatherText = (text: string, depth: number, texts: string[]) => {
    const isAsItIs = isPlain(text);
    // A short one is searched faster than it could be looked up.
    if (isAsItIs && text.length < longText) texts.push(text);
    else {
      const key = keyOf(text, isAsItIs ? deepestMarkup : depth);
      if (!isNewIn(seen.texts, `text ${key}`)) return;
      for (const form of formsOf(text)) gatherForm(form, { depth, texts, key: form === text ? key : undefined });
    }
  };
  const gatherForm = (form: string, { depth, texts, key }: GatherOptions) => {
    // One feed has a story's markup as it is, another escaped.
    if (form.length >= longText && !isNewIn(seen.texts, `form ${key ?? keyOf(form, depth)}`)) return;
    // Markup is searched by its parts, which hold every character of it but the signs of its tags.
    const parts = depth < deepestMarkup ? innerStretches(form) : [];
    if (parts.length === 0) texts.push(form);
    for (const part of parts) gather(part, depth + 1, texts);
  };
  return (stretches) => {
    const texts: string[] = [];
    for (const stretch of stretches) gather(stretch, 0, texts);
    const leaks = findLeaksInAll(texts, fingerprints);
    // What was seen is clean as long as nothing was found at all.
    if (leaks.length > 0) seen = createSeen();
    return leaks;
  };
}

interface GatherOptions {
  depth: number;
  texts: string[];
  /** Of the form, where it is known. */
  key: string | undefined;
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
