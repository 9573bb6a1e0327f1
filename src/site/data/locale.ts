/** The words and forms of pages: those of the site's language, moments in the site's zone. Feeds and data stay in UTC. */
import { type Locale, useLocale } from '../../shared/i18n/use-locale.ts';
import { getSite } from './site-data.ts';

export function getLocale(): Locale {
  const { language, timezone } = getSite();
  return useLocale(language, timezone);
}
