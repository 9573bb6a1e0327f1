/** What a postmortem is, for search engines: schema.org as JSON-LD. Public facts only, those that stand on the page. */

import type { BreadcrumbList, CorrectionComment, Graph, MediaObject, Report, Service } from 'schema-dts';
import { pathTo } from '../../shared/addresses/path-to.ts';
import type { PublicPostmortem } from '../../shared/incident/public-postmortem.ts';
import type { RecordedTime } from '../../shared/incident/recorded-time.ts';
import type { PublicSite } from '../../shared/incident/site-schema.ts';

export interface StructuredContext {
  site: Pick<PublicSite, 'name' | 'organisation' | 'language'>;
  /** Makes the full address of a path without base. */
  addressOf: (path: string) => string;
  services: readonly { id: string; name: string }[];
  /** The pages above this one, the home page first. */
  above: readonly { title: string; path: string }[];
  /** Full address of the card. */
  image?: string | undefined;
}

/** Text of a `<script type="application/ld+json">`: no `<` in it, so that no title can end the element. */
export function structuredData(postmortem: PublicPostmortem, context: StructuredContext): string {
  const graph: Graph = {
    '@context': 'https://schema.org',
    '@graph': [reportOf(postmortem, context), breadcrumbOf(postmortem, context)],
  };
  return JSON.stringify(graph).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A report is the kind of article that an organisation makes about itself. */
function reportOf(postmortem: PublicPostmortem, { site, addressOf, services, image }: StructuredContext): Report {
  const { id, slug, title, summary, publishedAt, revisions, tags, times } = postmortem;
  const url = addressOf(pathTo('postmortem', { slug }));
  const organisation = { '@type': 'Organization', name: site.organisation } as const;
  const period = periodOf(times);
  return {
    '@type': 'Report',
    '@id': url,
    url,
    mainEntityOfPage: url,
    identifier: id,
    headline: title,
    description: summary.text,
    inLanguage: site.language,
    datePublished: publishedAt,
    dateModified: revisions.at(-1)?.at ?? publishedAt,
    author: organisation,
    publisher: organisation,
    isPartOf: { '@type': 'WebSite', name: site.name, url: addressOf(pathTo('home')) },
    isAccessibleForFree: true,
    ...(services.length > 0 ? { about: services.map(serviceOf(addressOf)) } : {}),
    ...(tags.length > 0 ? { keywords: tags } : {}),
    ...(period ? { temporalCoverage: period } : {}),
    ...(image ? { image } : {}),
    ...(revisions.some(isCorrection) ? { correction: revisions.filter(isCorrection).map(correctionOf) } : {}),
    encoding: [
      mediaOf('text/markdown', addressOf(pathTo('postmortemText', { slug }))),
      mediaOf('application/json', addressOf(pathTo('postmortemData', { slug }))),
    ],
  };
}

function serviceOf(addressOf: (path: string) => string) {
  return ({ id, name }: { id: string; name: string }): Service => ({
    '@type': 'Service',
    name,
    url: addressOf(pathTo('service', { service: id })),
  });
}

/** From the start to the resolution, where both are known exactly; an estimate has no form here. */
function periodOf({ started, resolved }: PublicPostmortem['times']): string | undefined {
  const exact = (time: RecordedTime | undefined) => (time?.certainty === 'exact' ? time.at : undefined);
  const [from, to] = [exact(started), exact(resolved)];
  return from && to ? `${from}/${to}` : undefined;
}

type Revision = PublicPostmortem['revisions'][number];

function isCorrection({ kind }: Revision): boolean {
  return kind === 'correction';
}

function correctionOf({ at, note }: Revision): CorrectionComment {
  return { '@type': 'CorrectionComment', text: note.text, datePublished: at };
}

function mediaOf(encodingFormat: string, contentUrl: string): MediaObject {
  return { '@type': 'MediaObject', encodingFormat, contentUrl };
}

function breadcrumbOf({ slug, title }: PublicPostmortem, { above, addressOf }: StructuredContext): BreadcrumbList {
  const way = [...above, { title, path: pathTo('postmortem', { slug }) }];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: way.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: step.title,
      item: addressOf(step.path),
    })),
  };
}
