/** The words and forms of the site: those of its language, with the labels that the owner words otherwise. */
import { withOwnWords } from '../../shared/i18n/own-words.ts';
import { type Locale, useLocale } from '../../shared/i18n/use-locale.ts';
import { getSite } from './site-data.ts';

const known = new Map<string, Locale>();

/** For pages: moments in the site's zone. */
export function getLocale(): Locale {
  return localeIn(getSite().timezone);
}

/** For feeds, documents and data: moments in UTC. */
export function getLocaleInUtc(): Locale {
  return localeIn('UTC');
}

function localeIn(timezone: string): Locale {
  const { language, words } = getSite();
  const key = JSON.stringify([language, timezone, words]);
  const made = known.get(key);
  if (made) return made;
  const locale = useLocale(language, timezone);
  const own = { ...locale, words: withOwnWords(locale.words, words) };
  known.set(key, own);
  return own;
}
