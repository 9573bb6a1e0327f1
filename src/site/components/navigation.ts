/** The links of the header: the site's own pages, those the owner adds, or just those the owner names. */
import { pathTo } from '../../shared/addresses/path-to.ts';
import type { Words } from '../../shared/i18n/words.ts';
import {
  type NavigationEntry,
  type NavigationPage,
  navigationPages,
  type PublicSite,
} from '../../shared/incident/site-schema.ts';
import { linkTo } from './address.ts';

export interface NavigationLink {
  title: string;
  url: string;
  /** Absent where it leads elsewhere. */
  page?: NavigationPage;
}

/** In the internal edition there are no feeds to subscribe to. */
export function navigationOf(
  { navigation, edition }: Pick<PublicSite, 'navigation' | 'edition'>,
  words: Words,
): NavigationLink[] {
  const linkOf = (entry: NavigationEntry): NavigationLink => {
    if (typeof entry === 'object' && 'url' in entry) return entry;
    const page = typeof entry === 'string' ? entry : entry.page;
    return { page, title: typeof entry === 'string' ? titleOf(page, words) : entry.title, url: linkTo(pathTo(page)) };
  };
  const namesPages = navigation.some((entry) => typeof entry === 'string' || 'page' in entry);
  const links = [...(namesPages ? [] : navigationPages), ...navigation].map(linkOf);
  return links.filter(({ page }) => page !== 'subscribe' || edition === 'public');
}

function titleOf(page: NavigationPage, { nav, feeds }: Words): string {
  return page === 'subscribe' ? feeds.subscribe : nav[page];
}
