/** The words and forms of the site's language. */
import { en } from './en.ts';
import { createFormat, type Format } from './format.ts';

/** What every language must say; a missing key is a compile error. */
export type Words = typeof en;

export interface Speech {
  words: Words;
  format: Format;
  /** The language of the words, a BCP 47 tag: English where the site's language has none. */
  language: string;
  /** In which the site's own language is written. */
  direction: 'ltr' | 'rtl';
}

const wordsByLanguage: Record<string, Words> = { en };
const spoken = new Map<string, Speech>();

/** Words by the whole tag, else by its first part (`pt` for `pt-BR`), else English; dates and numbers follow the words. */
export function speak(language: string): Speech {
  const known = spoken.get(language);
  if (known) return known;
  const tag = new Intl.Locale(language);
  const words = wordsByLanguage[language] ?? wordsByLanguage[tag.language];
  const locale = words ? language : 'en';
  const direction = tag.getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';
  const speech: Speech = { words: words ?? en, format: createFormat(locale), language: locale, direction };
  spoken.set(language, speech);
  return speech;
}
