/** How a service stands, as a picture of one line. */
import type { APIRoute } from 'astro';
import { speak } from '../../../shared/i18n/speak.ts';
import { standingInWords } from '../../../shared/i18n/standing-in-words.ts';
import { drawBadge } from '../../badges/draw-badge.ts';
import { getStanding } from '../../data/figures.ts';
import { getService, getSite } from '../../data/site-data.ts';

export const GET: APIRoute = ({ params }) => {
  const service = getService(params['service'] ?? '');
  const standing = service && getStanding(service.id);
  if (!service || !standing) return new Response(null, { status: 404 });
  const { language, severities } = getSite();
  const speech = speak(language);
  const { available, gravest, asOf } = standingInWords(standing, severities[0]?.name ?? '', speech);
  const badge = drawBadge({
    label: service.name,
    parts: [...(available ? [available] : []), gravest, asOf.replace(/[.。]$/, '')],
    language: speech.language,
    direction: speech.direction,
  });
  return new Response(badge, { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
};
