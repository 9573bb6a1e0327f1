/** Checks across postmortems: ids and addresses are unique, links and relations lead somewhere, claims follow from the facts. */
import { pathTo } from '../../shared/addresses/path-to.ts';
import type { Service } from '../../shared/incident/service-schema.ts';
import { createProblem, type Problem, type SourceLocation } from '../../shared/problem/problem.ts';
import type { SiteLink } from '../lint/list-links.ts';
import { checkClaims } from './check-claims.ts';
import { checkLinks } from './check-links.ts';
import { checkPublishing } from './check-publishing.ts';
import { addressesOfDrafts, type KnownContent, knownAddresses } from './known-addresses.ts';
import type { ListedPublication } from './listed-publication.ts';

export interface SiteFacts {
  services: Record<string, Service>;
  /** What is published now. */
  visible: readonly ListedPublication[];
  /** The build's instant. */
  now: string;
  /** What there is beside postmortems. */
  known: KnownContent;
  /** Links of pages and places, with their whole path. */
  ownLinks: readonly SiteLink[];
}

/** Drafts take part: their ids are permanent too. */
export function checkSite(publications: readonly ListedPublication[], facts: SiteFacts): Problem[] {
  const { services, visible, now } = facts;
  const published = visible.flatMap(({ postmortem }) => postmortem ?? []);
  const isVisible = new Set(visible);
  return [
    ...checkIds(publications),
    ...checkAddresses(publications),
    ...checkLinksOfAll(publications, facts),
    ...checkClaims(publications, { services, published, today: now.slice(0, 10) }),
    ...publications.flatMap((publication) =>
      publication.report && !isVisible.has(publication) && !isPublished(publication, now)
        ? checkPublishing(publication.report, services, now)
        : [],
    ),
    ...publications
      .filter((publication) => isPublished(publication, now))
      .flatMap(({ promisedUpdate }) => checkPromisedUpdate(promisedUpdate, now)),
  ];
}

/** Late from the day after, as the page says it. */
function checkPromisedUpdate(promised: ListedPublication['promisedUpdate'], now: string): Problem[] {
  const day = promised?.by.slice(0, 10);
  if (!promised || day === undefined || day >= now.slice(0, 10)) return [];
  return [createProblem('facts/passed-update', promised.location, { day })];
}

/** By what its author says. With an error it is not visible, and may be published all the same. */
export function isPublished({ state, publishedAt }: ListedPublication, now: string): boolean {
  return (state === 'final' || state === 'preliminary') && (publishedAt ?? '9') <= now;
}

function locationOf(
  { slug, locations }: ListedPublication,
  find: (locations: NonNullable<ListedPublication['locations']>) => SourceLocation | undefined,
): SourceLocation {
  return (locations && find(locations)) ?? { file: `content/postmortems/${slug}/index.mdx` };
}

function checkIds(publications: readonly ListedPublication[]): Problem[] {
  const ids = new Map<string, ListedPublication>();
  const problems: Problem[] = [];
  const locationOfId = (publication: ListedPublication) => locationOf(publication, ({ id }) => id);
  for (const publication of publications) {
    const { id } = publication;
    if (id === undefined) continue;
    const other = ids.get(id.toLowerCase());
    if (other)
      problems.push(
        createProblem('record/duplicate', locationOfId(publication), { what: 'id', value: id }, locationOfId(other)),
      );
    else ids.set(id.toLowerCase(), publication);
  }
  for (const publication of publications)
    for (const [index, id] of (publication.postmortem?.related ?? []).entries()) {
      if (ids.has(id.toLowerCase())) continue;
      problems.push(
        createProblem(
          'record/unknown-related',
          locationOf(publication, ({ related }) => related[index]),
          { id },
        ),
      );
    }
  return problems;
}

function checkAddresses(publications: readonly ListedPublication[]): Problem[] {
  const addresses = new Map(
    publications.map((publication) => [publication.slug, locationOf(publication, () => undefined)]),
  );
  const problems: Problem[] = [];
  for (const publication of publications)
    for (const [index, earlier] of (publication.postmortem?.redirectFrom ?? []).entries()) {
      const location = locationOf(publication, ({ redirectFrom }) => redirectFrom[index]);
      const other = addresses.get(earlier);
      if (other) problems.push(createProblem('record/duplicate', location, { what: 'address', value: earlier }, other));
      else addresses.set(earlier, location);
    }
  return problems;
}

/** What is public links to what is public; drafts may link to each other. */
function checkLinksOfAll(
  publications: readonly ListedPublication[],
  { visible, known, ownLinks, now }: SiteFacts,
): Problem[] {
  const { translations } = known;
  const slugs = new Set(publications.flatMap(({ slug, postmortem }) => [slug, ...(postmortem?.redirectFrom ?? [])]));
  const published = knownAddresses(visible, { known, today: now.slice(0, 10) });
  const all = addressesOfDrafts(published, { slugs, translations });
  const isVisible = new Set(visible);
  return [
    ...checkLinks(ownLinks, { page: pathTo('home'), translations, isAddress: published }),
    ...publications.flatMap((publication) =>
      checkLinks(publication.links ?? [], {
        page: pathTo('postmortem', { slug: publication.slug }),
        translations,
        isAddress: isVisible.has(publication) ? published : all,
      }),
    ),
  ];
}
