/** One normal form of text for every comparison: what looks alike, or is the same word without its accents, compares alike. */

export interface NormalText {
  /** Lower case, without accents and invisible characters, compatible forms and typographic signs as plain ones, single spaces. */
  text: string;
  /** The same with upper and lower case kept; letter for letter as long as `text`. */
  cased: string;
  /** `offsets[i]` is the offset in the original of the character that gave `text[i]`; one more for the end. */
  readonly offsets: readonly number[];
}

/** Normalises `original`, remembering where each character came from. Linear in its length. */
export function normalise(original: string): NormalText {
  const cased = casedText(original);
  let offsets: readonly number[] | undefined;
  return {
    text: isAscii(cased) ? cased.toLowerCase() : foldCase(cased),
    cased,
    // Asked for only where something was found.
    get offsets() {
      offsets ??= offsetsOf(original);
      return offsets;
    },
  };
}

/** The normal form alone. */
export function normalText(original: string): string {
  if (isPlain(original)) return original.toLowerCase();
  if (isAscii(original)) return withSingleSpaces(original.toLowerCase());
  return foldCase(casedText(original));
}

/** True for printable ASCII with any white space, where nothing is left to do but that and lowering. */
export function isAscii(text: string): boolean {
  return !/[^\t-\r -~]/.test(text);
}

/** Soft hyphens, zero-width characters, direction marks, variation selectors, controls: drawn as nothing. */
const invisible = /[\p{Default_Ignorable_Code_Point}\u0000-\u0008\u000e-\u001f\u007f]/u;
/**
 * Accents of Latin, Greek and Cyrillic, vowel signs of Arabic and Hebrew, lines through and below letters, and the stroke that
 * stretches an Arabic word: a word is the same word without them. Marks of other scripts are letters, and stay.
 */
const accents = String.raw`\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f`;
const withoutShape = new RegExp(
  `[${accents}\\p{Default_Ignorable_Code_Point}\\u0000-\\u0008\\u000e-\\u001f\\u007f]`,
  'gu',
);
const allAccents = new RegExp(`[${accents}]`, 'gu');
const allInvisible = new RegExp(invisible.source, 'gu');
/** Marks, and the letters of Hangul that join the one before them; tested in normal form, for some forms hide them. */
const combining = /^[\p{M}\u1160-\u11ff\ud7b0-\ud7ff]/u;
/** Sorting marks takes time that grows with the square of their number: they are sorted by thirties (UAX 15, 13, stream-safe). */
const manyMarks = /(\p{M}{30})(?=\p{M})/gu;
const marksBorder = '\u200d';

/** ASCII that is drawn as nothing: what stands around it comes together. */
const hiddenAscii = /[\u0000-\u0008\u000e-\u001f\u007f]/;
/** What is not ASCII, with the character before it, which it may combine with; none combines with ASCII behind it. */
const beyondAscii = /[\u0000-\u007f]?[^\u0000-\u007f]+/g;

function casedText(original: string): string {
  if (isPlain(original)) return original;
  if (isAscii(original)) return withSingleSpaces(original);
  return withSingleSpaces(
    hiddenAscii.test(original) ? plainLetters(original) : original.replace(beyondAscii, plainLetters),
  );
}

/** Without white space joined. The same for a text as for its clusters one by one. */
function plainLetters(text: string): string {
  return text
    .replace(acutes, "'")
    .replace(withoutShape, '')
    .replace(manyMarks, `$1${marksBorder}`)
    .normalize('NFKD')
    .replace(allAccents, '')
    .normalize('NFC')
    .replace(allInvisible, '')
    .replace(likened, (letter) => likenesses[letter] ?? letter);
}

/** Acute accents that stand by themselves are typed as apostrophes; their compatible form is a space. */
const acutes = /[\u00b4\u0384\u1ffd]/g;

/** Letters that no decomposition leads to the plain one, and signs of typography. */
const likenesses: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      ["'", "'‘’‚‛′‵ʹʻʼʽˈ"],
      ['"', '“”„‟″‶«»「」『』ʺ'],
      ['-', '‐‑‒–—―−⁃﹘﹣'],
      ['l', 'łƚ'],
      ['L', 'ŁȽ'],
      ['o', 'ø'],
      ['O', 'Ø'],
      ['d', 'đð'],
      ['D', 'ĐÐ'],
      ['h', 'ħ'],
      ['H', 'Ħ'],
      ['t', 'ŧ'],
      ['T', 'Ŧ'],
      ['i', 'ı'],
      ['ae', 'æ'],
      ['AE', 'Æ'],
      ['oe', 'œ'],
      ['OE', 'Œ'],
      ['th', 'þ'],
      ['TH', 'Þ'],
      ['ss', 'ß'],
      ['SS', 'ẞ'],
      ['ي', 'ىی'],
      ['ك', 'ک'],
      ['ه', 'ة'],
    ] as const
  ).flatMap(([plain, letters]) => [...letters].map((letter) => [letter, plain])),
);
const likened = new RegExp(`[${Object.keys(likenesses).join('')}]`, 'gu');

/** Full case folding, as near as the language has it: final sigma meets sigma. As long as what it is given in normal form. */
function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

/** Single spaces, which are most, are passed over. */
function withSingleSpaces(text: string): string {
  return text.replace(/ \s+|[^\S ]\s*/g, ' ');
}

/** True for printable ASCII with single spaces, where normalising is lowering alone. */
function isPlain(text: string): boolean {
  return !/[^ -~]| {2}/.test(text);
}

function offsetsOf(original: string): number[] {
  if (isPlain(original)) return Array.from({ length: original.length + 1 }, (_, index) => index);
  const offsets: number[] = [];
  let isAfterSpace = false;
  for (const { cluster, offset } of clustersOf(original))
    for (const unit of isAscii(cluster) ? cluster : plainLetters(cluster)) {
      const isSpace = /\s/u.test(unit);
      if (!isSpace || !isAfterSpace) for (let index = 0; index < unit.length; index += 1) offsets.push(offset);
      isAfterSpace = isSpace;
    }
  offsets.push(original.length);
  return offsets;
}

/** A character with the marks that combine with it, invisible ones left out between. */
function* clustersOf(original: string): Generator<{ cluster: string; offset: number }> {
  let cluster = '';
  let offset = 0;
  let position = 0;
  for (const character of original) {
    if (!invisible.test(character)) {
      if (cluster !== '' && !combining.test(character.normalize('NFKC'))) {
        yield { cluster, offset };
        cluster = '';
      }
      if (cluster === '') offset = position;
      cluster += character;
    }
    position += character.length;
  }
  if (cluster !== '') yield { cluster, offset };
}
