/** The links of header, menu and footer: those that the owner lists come first, and are all once a page is among them. */
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

export interface Navigation {
  /** Always in sight on wide screens. */
  first: NavigationLink[];
  /** In the menu of narrow screens, and in the footer. */
  rest: NavigationLink[];
  /** Has a place of its own; `undefined` where the owner lists pages without it. */
  search: NavigationLink | undefined;
}

/** As many as stay in one row with the name of the site. */
const mostInHeader = 4;

/** In the internal edition there are no feeds to subscribe to. */
export function navigationOf(
  { navigation, edition }: Pick<PublicSite, 'navigation' | 'edition'>,
  words: Words,
): Navigation {
  const linkOf = (entry: NavigationEntry): NavigationLink => {
    if (typeof entry === 'object' && 'url' in entry) return entry;
    const page = typeof entry === 'string' ? entry : entry.page;
    return { page, title: typeof entry === 'string' ? titleOf(page, words) : entry.title, url: linkTo(pathTo(page)) };
  };
  const namesPages = navigation.some((entry) => typeof entry === 'string' || 'page' in entry);
  const links = [...navigation, ...(namesPages ? [] : navigationPages)]
    .map(linkOf)
    .filter(({ page }) => page !== 'subscribe' || edition === 'public');
  const others = links.filter(({ page }) => page !== 'search');
  return {
    first: others.slice(0, mostInHeader),
    rest: others.slice(mostInHeader),
    search: links.find(({ page }) => page === 'search'),
  };
}

function titleOf(page: NavigationPage, { nav, feeds }: Words): string {
  return page === 'subscribe' ? feeds.subscribe : nav[page];
}
