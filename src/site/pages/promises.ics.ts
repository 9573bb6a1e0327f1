/** Due dates of open promises as a calendar. */

import type { APIRoute } from 'astro';
import { pathTo } from '../../shared/addresses/path-to.ts';
import { permanentId } from '../../shared/incident/permanent-id.ts';
import { addressOf } from '../components/address.ts';
import { listCalendarPromises } from '../data/figures.ts';
import { getLocaleInUtc } from '../data/locale.ts';
import { getSite } from '../data/site-data.ts';
import { promisesCalendar } from '../documents/promises-calendar.ts';

export const GET: APIRoute = () => {
  const site = getSite();
  const { words } = getLocaleInUtc();
  const promises = listCalendarPromises().map(({ id, slug, title, publishedAt, action }) => ({
    uid: permanentId(site, id, 'action', action.id),
    title,
    publishedAt,
    action,
    url: addressOf(`${pathTo('postmortem', { slug })}#action-${action.id}`),
  }));
  const calendar = promisesCalendar(promises, {
    name: words.promises.calendarName(site.name),
    doneWhen: words.postmortem.actionDoneWhen,
    from: words.promises.from,
    label: words.label,
  });
  return new Response(calendar, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
