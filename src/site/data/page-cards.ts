/** The social cards of pages that are no postmortems: home, numbers, and each service. */

import { type CardFacts, pageCardFacts } from './card-facts.ts';
import { getLocaleInUtc } from './locale.ts';
import { getService, getSite, listServices } from './site-data.ts';

/** `undefined` where there is no such service. */
export function cardOfPage(page: 'home' | 'numbers' | { service: string }): CardFacts | undefined {
  const site = getSite();
  if (page === 'home') return pageCardFacts({ title: site.name, rest: site.description }, site);
  if (page === 'numbers') {
    const { title } = getLocaleInUtc().words.numbers;
    return pageCardFacts({ title, rest: site.description }, site);
  }
  const service = getService(page.service);
  return service && pageCardFacts({ title: service.name, rest: service.description ?? site.description }, site);
}

/** Every one that a site has. */
export function listPageCards(): CardFacts[] {
  const services = listServices().map(({ id }) => cardOfPage({ service: id }));
  return [cardOfPage('home'), cardOfPage('numbers'), ...services].filter((facts) => facts !== undefined);
}
