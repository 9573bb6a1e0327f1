/** Social cards, as pages name them. */

import type { ProjectedPostmortem } from '../../shared/incident/public-postmortem.ts';
import { type CardFacts, cardFacts, cardFile, cardSize } from '../data/card-facts.ts';
import { getLocaleInUtc } from '../data/locale.ts';
import { cardOfPage } from '../data/page-cards.ts';
import { getService, getSite } from '../data/site-data.ts';
import { addressOf } from './address.ts';

interface Card {
  url: string;
  width: number;
  height: number;
  alt: string;
}

/** `undefined` where the site has no cards. */
export function cardOf(postmortem: ProjectedPostmortem): Card | undefined {
  const site = getSite();
  const services = [...new Set(postmortem.impact.services.map(({ service }) => service))];
  const facts = cardFacts({ ...postmortem, services }, site, (id) => getService(id)?.name ?? id);
  const { title, severity = '', rest } = facts;
  return describe(facts, getLocaleInUtc().words.card.alt({ title, severity, rest, site: facts.site }));
}

/** Of a page that is no postmortem; `undefined` where the site has no cards. */
export function pageCard(page: Parameters<typeof cardOfPage>[0]): Card | undefined {
  const facts = cardOfPage(page);
  return facts && describe(facts, getLocaleInUtc().words.pageOf(facts.title, facts.site));
}

function describe(facts: CardFacts, alt: string): Card | undefined {
  const { edition, cards } = getSite();
  return edition === 'internal' || !cards ? undefined : { ...cardSize, url: addressOf(`/${cardFile(facts)}`), alt };
}
