/** How a service stands, as a picture of one line. */
import type { APIRoute } from 'astro';
import { drawBadge } from '../../badges/draw-badge.ts';
import { standingInWords } from '../../components/standing-in-words.ts';
import { speak } from '../../i18n/speak.ts';
import { getService, getSite } from '../../site-data.ts';
import { getStanding } from '../../site-figures.ts';

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
