/** What decides how a text in another language than the site's own is published. */
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { peopleInLanguage } from '../../shared/redaction/people-in-language.ts';
import type { PublicationContext } from './publication-context.ts';

/** The words of the language, and links to pages in it. */
export function contextInLanguage(
  context: PublicationContext,
  language: string,
): PublicationContext & { pageBase: string } {
  return {
    ...context,
    settings: { ...context.settings, language },
    policy: { ...context.policy, people: peopleInLanguage(context.policy.people, language) },
    words: useLocale(language).words.story,
    pageBase: `${context.base}${language}/`,
  };
}
