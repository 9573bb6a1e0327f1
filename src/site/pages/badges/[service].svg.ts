/** How a service stands, as a picture of one line. */

import type { APIRoute } from 'astro';
import { serviceSummaryInWords } from '../../../shared/i18n/service-summary-in-words.ts';
import { drawBadge } from '../../badges/draw-badge.ts';
import { getServiceSummary } from '../../data/figures.ts';
import { getLocaleInUtc } from '../../data/locale.ts';
import { getService, getSite } from '../../data/site-data.ts';

export const GET: APIRoute = ({ params }) => {
  const service = getService(params['service'] ?? '');
  const serviceSummary = service && getServiceSummary(service.id);
  if (!service || !serviceSummary) return new Response(null, { status: 404 });
  const { severities } = getSite();
  const locale = getLocaleInUtc();
  const { available, gravest, asOf } = serviceSummaryInWords(serviceSummary, severities[0]?.name ?? '', locale);
  const badge = drawBadge({
    label: service.name,
    parts: [...(available ? [available] : []), gravest, asOf.replace(/[.。]$/, '')],
    language: locale.language,
    direction: locale.direction,
  });
  return new Response(badge, { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
};
