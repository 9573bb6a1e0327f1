/** The signs of typography of each language. Each stands for one typed sign, and is folded into it by the normal form of text. */
import type { SpokenLanguage } from '../incident/languages.ts';

/** Opening and closing. */
type Pair = readonly [string, string];

/** In place of `"`, and of a pair of `'`. */
export const quotationMarks: Readonly<Record<SpokenLanguage, { double: Pair; single: Pair }>> = {
  en: { double: ['“', '”'], single: ['‘', '’'] },
  de: { double: ['„', '“'], single: ['‚', '‘'] },
  fr: { double: ['«', '»'], single: ['‘', '’'] },
  es: { double: ['«', '»'], single: ['‘', '’'] },
  pt: { double: ['“', '”'], single: ['‘', '’'] },
  ja: { double: ['「', '」'], single: ['‘', '’'] },
  ar: { double: ['«', '»'], single: ['‘', '’'] },
};

export const apostrophe = '’';
/** A space at which no line breaks. */
export const fixedSpace = '\u00a0';
/** The same, narrow: of French, before high signs. */
export const narrowSpace = '\u202f';
