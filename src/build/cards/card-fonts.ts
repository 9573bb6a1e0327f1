/** Fonts of the cards: which subset of which family has a character. Whatever no font has is left out, for it would be a box. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontFolder } from '../../disk/installation.ts';

/** A part of a family, for some ranges of code points, both ends included. */
export interface FontSubset {
  family: string;
  file: string;
  ranges: readonly (readonly [number, number])[];
}

/** Fonts of the cards. In this order a character is looked up; the first family has Latin, Greek and Cyrillic. */
export const fontPackages = [
  { family: 'Noto Sans', name: 'noto-sans' },
  { family: 'Noto Sans Arabic', name: 'noto-sans-arabic' },
  { family: 'Noto Sans JP', name: 'noto-sans-jp' },
];

/** Format and control characters, and what changes the emoji before it: nothing that a font of letters can show. */
const unseen = /\p{C}|\p{Emoji_Modifier}|\p{Variation_Selector}/gu;

/** Ranges of these are common to all families, and the fonts have a part of them only. */
export const unusedSubsets = new Set(['math', 'symbols']);

/** All subsets, by the lists that the packages hold. */
export function readSubsets(): FontSubset[] {
  return fontPackages.flatMap(({ family, name }) => {
    const folder = fontFolder(name);
    const lists = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
    const complete = Object.entries(lists).filter(([subset]) => !unusedSubsets.has(subset));
    return complete.map(([subset, list]) => ({
      family,
      file: join(folder, 'files', `${name}-${subset.replace(/[[\]]/g, '')}-wght-normal.woff2`),
      ranges: parseRanges(list),
    }));
  });
}

/** `text` without what no subset has, and the subsets that it needs. */
export function chooseSubsets(text: string, subsets: readonly FontSubset[]): { text: string; needed: Set<FontSubset> } {
  const needed = new Set<FontSubset>();
  const kept = [...text.normalize('NFC').replace(/\s+/g, ' ').replace(unseen, '')].filter((character) => {
    const point = character.codePointAt(0) ?? 0;
    const found = subsets.find(({ ranges }) => ranges.some(([from, to]) => point >= from && point <= to));
    if (found) needed.add(found);
    return found !== undefined;
  });
  return { text: kept.join('').replace(/ +/g, ' ').trim(), needed };
}

/** `U+0000-00FF,U+0131` as pairs of numbers. */
function parseRanges(list: string): [number, number][] {
  return list.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}
