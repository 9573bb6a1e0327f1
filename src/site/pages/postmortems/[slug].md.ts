/** One postmortem as Markdown. */

import type { APIRoute } from 'astro';
import { pathTo } from '../../../shared/addresses/path-to.ts';
import { postmortemMarkdown } from '../../../shared/documents/postmortem-markdown.ts';
import { verdictInWords } from '../../../shared/i18n/verdict-in-words.ts';
import type { PublicPostmortem } from '../../../shared/incident/public-postmortem.ts';
import { addressOf } from '../../components/address.ts';
import { getVerdicts } from '../../data/figures.ts';
import { getLocaleInUtc } from '../../data/locale.ts';
import { findPostmortemById, getPostmortem, getPostmortemTitle, getService, getSite } from '../../data/site-data.ts';

export const GET: APIRoute = ({ params }) => {
  const postmortem = getPostmortem(params['slug'] ?? '');
  if (!postmortem) return new Response(null, { status: 404 });
  const site = getSite();
  const { slug, severity, impact, related } = postmortem;
  const markdown = postmortemMarkdown(postmortem, {
    locale: getLocaleInUtc(),
    organisation: site.organisation,
    pageUrl: addressOf(pathTo('postmortem', { slug })),
    site,
    severityName: site.severities.find(({ id }) => id === severity)?.name ?? severity,
    serviceNames: Object.fromEntries(impact.services.map(({ service }) => [service, nameOf(service)])),
    agreements: agreementRows(postmortem),
    related: related.flatMap((id) => {
      const row = findPostmortemById(id);
      return row ? [{ title: row.title, url: addressOf(pathTo('postmortem', { slug: row.slug })) }] : [];
    }),
  });
  return new Response(markdown, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
};

function agreementRows({ slug }: PublicPostmortem): string[][] {
  const site = getSite();
  const locale = getLocaleInUtc();
  const { service, verdict } = { service: locale.words.postmortem.service, verdict: locale.words.verdict };
  const titleOf = (of: string) => getPostmortemTitle(of) ?? of;
  const rows = getVerdicts(slug).map((found) => {
    const { name, measured, target, used, share, credit } = verdictInWords(found, { site, locale, titleOf });
    return [nameOf(found.service), name, verdict.outcome[found.outcome], measured, target, used, share, credit];
  });
  const { agreement, measured, target, used, share, credit } = verdict;
  return rows.length === 0
    ? []
    : [[service, agreement, verdict.verdict, measured, target, used, share, credit], ...rows];
}

function nameOf(service: string): string {
  return getService(service)?.name ?? service;
}
