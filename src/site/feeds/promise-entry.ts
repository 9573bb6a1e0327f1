/** What became of a promise, as an entry of a feed. */
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { rawHtml } from '../../shared/documents/raw-html.ts';
import type { FeedEntry, KeyFact } from '../../shared/feeds/feed-entry.ts';
import type { Locale } from '../../shared/i18n/use-locale.ts';
import type { PromiseEvent } from '../../shared/incident/promise-events.ts';
import { promiseState } from '../../shared/incident/promises.ts';
import type { Prose, PublicPostmortem } from '../../shared/incident/public-postmortem.ts';
import { absoluteHtml } from './absolute-html.ts';

export interface PromiseContext {
  locale: Locale;
  action: PublicPostmortem['actions'][number];
  /** Title of the postmortem that made the promise. */
  title: string;
  /** Full address of the action item. */
  url: string;
}

/** Title, summary and text; what the feed's readers see without coming to the site. */
export function promiseEntry(
  event: PromiseEvent,
  context: PromiseContext,
): Pick<FeedEntry, 'title' | 'summary' | 'html'> & { facts: KeyFact[] } {
  const { locale, action, title, url } = context;
  const { words, format } = locale;
  const heading = headingOf(event, context);
  const name = words.postmortem;
  const said = (label: string, value: Prose | string) => ({ label, value });
  const because = event.kind === 'done' ? undefined : event.because;
  const rows = [
    said(name.actionOwner, action.owner),
    ...(event.kind === 'moved'
      ? [
          said(words.promises.dueBefore, format.date(event.from)),
          said(words.promises.dueNow, format.date(event.to)),
          said(words.promises.movedOn, format.date(event.on)),
        ]
      : [said(name.actionDue, format.date(action.due))]),
    ...(event.kind === 'done' ? [said(name.actionDoneOn, format.date(event.on))] : []),
    ...(event.kind === 'dropped' ? [said(name.actionDroppedOn, format.date(event.on))] : []),
    ...(because?.text ? [said(name.because, because)] : []),
    said(name.actionDoneWhen, action.doneWhen),
  ];
  const tree = [
    h('p', h('strong', heading), `${words.label('')} `, rawHtml(action.what.html)),
    h('ul', ...rows.map(({ label, value }) => row(words.label(label), value))),
    h('p', `${words.promises.from} `, h('a', { href: url }, title)),
  ];
  const html = toHtml({ type: 'root', children: tree }, { allowDangerousHtml: true });
  return {
    title: words.feeds.promiseTitle(heading, action.what.text),
    summary: because?.text || action.what.text,
    html: absoluteHtml(html, url),
    facts: rows.map(({ label, value }) => ({ name: label, value: typeof value === 'string' ? value : value.text })),
  };
}

/** `doneOn` decides between kept on time and kept late, so that the day of the build does not. */
function headingOf(event: PromiseEvent, { locale: { words }, action }: PromiseContext): string {
  if (event.kind === 'moved') return words.promises.moved;
  return words.promises.state[promiseState(action, event.on)];
}

function row(label: string, value: Prose | string) {
  return h('li', `${label} `, typeof value === 'string' ? value : rawHtml(value.html));
}
