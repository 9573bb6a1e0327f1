/** The words and forms of the site's language. */

import { type SpokenLanguage, spokenLanguageOf } from '../incident/languages.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { createFormat, type Format } from './format.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { pt } from './pt.ts';
import type { Words } from './words.ts';

export interface Locale {
  words: Words;
  format: Format;
  /** The language of the words, a BCP 47 tag: English where the site's language has none. */
  language: string;
  /** In which the site's own language is written. */
  direction: 'ltr' | 'rtl';
}

const wordsByLanguage: Record<SpokenLanguage, Words> = { en, de, fr, es, pt, ja, ar };
const spoken = new Map<string, Locale>();

/**
 * Words by the first part of the tag (`pt` for `pt-BR`), else English; dates and numbers follow the words. Moments are shown
 * in `timezone`, an IANA zone.
 */
export function useLocale(tag: string, timezone = 'UTC'): Locale {
  const key = `${tag} ${timezone}`;
  const known = spoken.get(key);
  if (known) return known;
  const locale = localeOf(tag, timezone);
  spoken.set(key, locale);
  return locale;
}

function localeOf(tag: string, timezone: string): Locale {
  const direction = directionOf(tag);
  const words = spokenLanguageOf(tag);
  const language = words ? tag : 'en';
  return { words: wordsByLanguage[words ?? 'en'], format: createFormat(language, timezone), language, direction };
}

/** Node 22 has a property in the place of the method. */
function directionOf(tag: string): 'ltr' | 'rtl' {
  const locale: Partial<Intl.Locale> & { textInfo?: { direction?: string } } = new Intl.Locale(tag);
  return (locale.getTextInfo?.() ?? locale.textInfo)?.direction === 'rtl' ? 'rtl' : 'ltr';
}
