/** One site in several languages: what of it each language has for itself, and where its counterparts are. */
import type { PublicPostmortem } from '../../shared/incident/public-postmortem.ts';
import type { SiteText } from '../../shared/incident/site-schema.ts';
import type { ContentPage } from '../../shared/projection.ts';
import { getSite, getTranslations } from './site-data.ts';

/** Path of the pages in `language`. */
export function baseOf(language: string): string {
  const { root, languages } = getSite();
  return language === languages[0] ? root : `${root}${language}/`;
}

/** Languages in which the text of a postmortem is there, the original first. */
export function languagesOf(slug: string): string[] {
  const { languages } = getSite();
  const translations = getTranslations(slug);
  return languages.filter((language, index) => index === 0 || Object.hasOwn(translations, language));
}

/** The language of the originals, where this site is in another; for the owner's words that are not translated. */
export function originalLanguage(): string | undefined {
  const { language, languages } = getSite();
  return language === languages[0] ? undefined : languages[0];
}

/** The same, unless the owner gave this text in the language of the site. */
export function ownLanguageOf(text: SiteText): string | undefined {
  return getSite().untranslated.includes(text) ? originalLanguage() : undefined;
}

/** The language of a page of the owner's, where it is not that of the site, for want of a translation. */
export function foreignLanguageOfPage({ languages }: Pick<ContentPage, 'languages'>): string | undefined {
  return languages.includes(getSite().language) ? undefined : originalLanguage();
}

/** The language of a postmortem's text, where it is not that of the site, for want of a translation. */
export function foreignLanguageOf(slug: string): string | undefined {
  const original = originalLanguage();
  return original === undefined || Object.hasOwn(getTranslations(slug), getSite().language) ? undefined : original;
}

type TranslationState = { kind: 'missing' } | { kind: 'corrected' | 'changed'; at: string };

/** What readers must know of a postmortem on a site in another language; `undefined` where there is nothing to say. */
export function translationState({
  slug,
  revisions,
}: Pick<PublicPostmortem, 'slug' | 'revisions'>): TranslationState | undefined {
  if (originalLanguage() === undefined) return undefined;
  const translatedAt = getTranslations(slug)[getSite().language];
  if (translatedAt === undefined) return { kind: 'missing' };
  const later = revisions.filter(({ at }) => at > translatedAt);
  const correction = later.filter(({ kind }) => kind === 'correction').at(-1);
  const last = correction ?? later.at(-1);
  return last && { kind: correction ? 'corrected' : 'changed', at: last.at };
}

/** A language in its own words: `Deutsch`. The region is said where the site has another of the same. */
export function nameOfLanguage(tag: string): string {
  const { language } = new Intl.Locale(tag);
  const isAlone = getSite().languages.filter((other) => new Intl.Locale(other).language === language).length === 1;
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(isAlone ? language : tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
