/** What a social card says: public facts alone, and its name, which follows from them. */
import { createHash } from 'node:crypto';
import { pathTo } from '../../shared/addresses/path-to.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import type { PublicSite } from '../../shared/incident/site-schema.ts';
import type { PostmortemSummary } from '../../shared/projection.ts';

export interface CardFacts {
  /** Stands for a title in a script that there is no font for. */
  id: string;
  title: string;
  /** Name of the site. */
  site: string;
  /** Of a postmortem. */
  severity?: string;
  /** Of the severity: 0 is the gravest; those behind the fourth count as it. */
  rank?: number;
  /** The day of publication and the services of a postmortem, a sentence about a page, in the site's language. */
  rest: string;
  language: string;
  direction: 'ltr' | 'rtl';
}

/** Pixels, as the networks ask for. */
export const cardSize = { width: 1200, height: 630 };

/** To be raised when the drawing changes, so that no cache keeps the old picture. */
const drawing = 1;

/** Of a page that is no postmortem. */
export function pageCardFacts(
  { title, rest }: Pick<CardFacts, 'title' | 'rest'>,
  site: Pick<PublicSite, 'name' | 'organisation' | 'language'>,
): CardFacts {
  const { direction } = useLocale(site.language);
  const above = title === site.name ? site.organisation : site.name;
  return { id: site.organisation, title, site: above, rest, language: site.language, direction };
}

/** `nameOf` gives the name of a service by its id. */
export function cardFacts(
  row: Pick<PostmortemSummary, 'id' | 'title' | 'publishedAt' | 'severity' | 'services'>,
  site: Pick<PublicSite, 'name' | 'language' | 'severities' | 'timezone'>,
  nameOf: (service: string) => string,
): CardFacts {
  const { format, direction } = useLocale(site.language, site.timezone);
  const index = site.severities.findIndex(({ id }) => id === row.severity);
  const services = row.services.map(nameOf);
  return {
    id: row.id,
    title: row.title,
    site: site.name,
    severity: site.severities[index]?.name ?? row.severity,
    rank: Math.min(index < 0 ? 3 : index, 3),
    rest: [format.date(row.publishedAt), ...(services.length > 0 ? [format.list(services)] : [])].join(' · '),
    language: site.language,
    direction,
  };
}

/** The file of a card: the same for the same facts, and another when anything on it changes. */
export function cardFile(facts: CardFacts): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([drawing, facts]))
    .digest('hex')
    .slice(0, 20);
  return pathTo('card', { file: `${digest}.png` }).slice(1);
}
