/** Due dates of open promises as a calendar. */

import type { APIRoute } from 'astro';
import { pathTo } from '../addresses/path-to.ts';
import { addressOf } from '../components/address.ts';
import { permanentId } from '../feeds/permanent-id.ts';
import { speak } from '../i18n/speak.ts';
import { promisesCalendar } from '../open-data/promises-calendar.ts';
import { getSite } from '../site-data.ts';
import { listCalendarPromises } from '../site-figures.ts';

export const GET: APIRoute = () => {
  const site = getSite();
  const { words } = speak(site.language);
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
