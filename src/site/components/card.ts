/** The social card of a postmortem, as its page names it. */

import type { ProjectedPostmortem } from '../../shared/incident/public-postmortem.ts';
import { cardFacts, cardFile, cardSize } from '../data/card-facts.ts';
import { getLocaleInUtc } from '../data/locale.ts';
import { getService, getSite } from '../data/site-data.ts';
import { addressOf } from './address.ts';

/** `undefined` where the site has no cards. */
export function cardOf(
  postmortem: ProjectedPostmortem,
): { url: string; width: number; height: number; alt: string } | undefined {
  const site = getSite();
  if (site.edition === 'internal' || !site.cards) return undefined;
  const services = [...new Set(postmortem.impact.services.map(({ service }) => service))];
  const facts = cardFacts({ ...postmortem, services }, site, (id) => getService(id)?.name ?? id);
  const { words } = getLocaleInUtc();
  return {
    ...cardSize,
    url: addressOf(`/${cardFile(facts)}`),
    alt: words.card.alt({ title: facts.title, severity: facts.severity, rest: facts.rest, site: facts.site }),
  };
}
