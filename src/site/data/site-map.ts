/** Every address the site has, in one place. */

import { countContents } from '../../shared/addresses/count-contents.ts';
import { type Address, listAddresses as listAll } from '../../shared/addresses/list-addresses.ts';
import { defineQuery } from './answers.ts';
import { originalLanguage } from './languages.ts';
import { projected } from './projection.ts';
import { getSite, getTheme } from './site-data.ts';

/** What decides about addresses. */
const getContents = defineQuery('contents', () =>
  countContents({
    postmortems: projected.summaries(),
    actions: projected.actions(),
    pages: projected.pages().map(({ id }) => id),
    services: projected.services().map(({ id }) => id),
    severities: projected.site().severities.map(({ id }) => id),
    today: projected.today(),
    timezone: projected.site().timezone,
  }),
);

/** Slugs of what is translated into the language of the site. */
const listTranslated = defineQuery('translated', () =>
  Object.entries(projected.translations()).flatMap(([slug, languages]) =>
    Object.hasOwn(languages, projected.site().language) ? [slug] : [],
  ),
);

/** All addresses in a fixed order, each once. In another language than the site's own: those that it has for itself. */
export function listAddresses(): Address[] {
  const { edition } = getSite();
  const { stylesheet } = getTheme();
  return listAll(getContents(), {
    edition,
    stylesheet: stylesheet?.name.replace(/\.css$/, ''),
    translated: originalLanguage() === undefined ? undefined : new Set(listTranslated()),
  });
}
