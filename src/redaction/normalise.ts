/** One normal form of text for every comparison: what looks alike compares alike. */

export interface NormalText {
  /** NFKC, lower case, without invisible characters, every run of white space one space. */
  text: string;
  /** The same with upper and lower case kept; letter for letter as long as `text`. */
  cased: string;
  /** `offsets[i]` is the offset in the original of the character that gave `text[i]`; one more for the end. */
  offsets: number[];
}

/** Soft hyphens, zero-width characters, direction marks, variation selectors: drawn as nothing. */
const invisible = /\p{Default_Ignorable_Code_Point}|[\u0000-\u0008\u000e-\u001f\u007f]/u;
const allInvisible = new RegExp(invisible.source, 'gu');
/** Marks, and the letters of Hangul that join the one before them; tested in normal form, for some forms hide them. */
const combining = /^[\p{M}\u1160-\u11ff\ud7b0-\ud7ff]/u;

/** Normalises `original`, remembering where each character came from. Linear in its length. */
export function normalise(original: string): NormalText {
  if (isPlain(original)) return plainText(original);
  let cased = '';
  let text = '';
  const offsets: number[] = [];
  for (const { cluster, offset } of clustersOf(original)) {
    for (const character of cluster.normalize('NFKC')) {
      if (invisible.test(character)) continue;
      const unit = /\s/u.test(character) ? ' ' : character;
      if (unit === ' ' && cased.endsWith(' ')) continue;
      const lower = fold(unit);
      const kept = lower.length === unit.length ? unit : lower;
      cased += kept;
      text += lower;
      for (let index = 0; index < lower.length; index += 1) offsets.push(offset);
    }
  }
  offsets.push(original.length);
  return { text, cased, offsets };
}

/** The normal form alone, which is the same text as `normalise` gives, made faster. */
export function normalText(original: string): string {
  if (isPlain(original)) return original.toLowerCase();
  if (isAscii(original)) return withSingleSpaces(original.toLowerCase());
  if (hiddenAscii.test(original)) return withSingleSpaces(foldShown(original));
  return withSingleSpaces(original.replace(beyondAscii, foldShown).toLowerCase());
}

/** ASCII that is drawn as nothing: what stands around it comes together. */
const hiddenAscii = /[\u0000-\u0008\u000e-\u001f\u007f]/;
/** What is not ASCII, with the character before it, which it may combine with; none combines with ASCII behind it. */
const beyondAscii = /[\u0000-\u007f]?[^\u0000-\u007f]+/g;

function foldShown(text: string): string {
  return fold(text.replace(allInvisible, '').normalize('NFKC').replace(allInvisible, ''));
}

/** Single spaces, which are most, are passed over. */
function withSingleSpaces(text: string): string {
  return text.replace(/ \s+|[^\S ]\s*/g, ' ');
}

/** Full case folding, as near as the language has it: `ß` meets `SS`, final sigma meets sigma. */
function fold(unit: string): string {
  return unit.toUpperCase().toLowerCase().replaceAll('ς', 'σ').replaceAll('ß', 'ss');
}

/** True for printable ASCII with single spaces, where normalising is lowering alone. */
function isPlain(text: string): boolean {
  return !/[^ -~]| {2}/.test(text);
}

/** True for printable ASCII with any white space, where nothing is left to do but that and lowering. */
export function isAscii(text: string): boolean {
  return !/[^\t-\r -~]/.test(text);
}

function plainText(original: string): NormalText {
  let offsets: number[] | undefined;
  return {
    text: original.toLowerCase(),
    cased: original,
    // Asked for only where something was found.
    get offsets() {
      offsets ??= Array.from({ length: original.length + 1 }, (_, index) => index);
      return offsets;
    },
  };
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
