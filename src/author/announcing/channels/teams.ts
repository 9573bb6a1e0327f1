/** Microsoft Teams, by a webhook of Workflows: an Adaptive Card. It has no key against repetition. */
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import type { Channel } from '../channel.ts';
import { cutText } from '../cut-text.ts';
import { postJson } from '../post-json.ts';
import { refuseAddress } from '../refuse-address.ts';

/** Below the size at which Workflows drops a card without a word. */
const mostBytes = 20_000;

export const teams: Channel<'teams', object> = {
  compose(message) {
    const whole = cardOf(message, 4000);
    return Buffer.byteLength(JSON.stringify(whole)) <= mostBytes ? whole : cardOf({ ...message, facts: [] }, 1000);
  },
  show: (payload) => JSON.stringify(payload, null, 2),
  send: (payload, { url }, { secretOf, clock }) =>
    postJson({ url: secretOf(url), body: JSON.stringify(payload), now: clock() }),
  refuse: ({ url }, secretOf) => refuseAddress(secretOf(url)),
  pace: 300,
};

type Shown = Pick<Parameters<(typeof teams)['compose']>[0], 'title' | 'summary' | 'url' | 'facts' | 'site'>;

/** Runs of text are shown letter by letter; a `TextBlock` would read Markdown in them. */
function cardOf({ title, summary, url, facts, site }: Shown, limit: number): object {
  const { words } = useLocale(site.language);
  const text = (...inlines: object[]) => ({ type: 'RichTextBlock', inlines });
  const run = (value: string, more: object = {}) => ({ type: 'TextRun', text: cutText(value, limit), ...more });
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    lang: site.language,
    body: [
      text(run(cutText(title, 300), { size: 'Large', weight: 'Bolder' })),
      ...(summary === '' ? [] : [text(run(summary))]),
      ...facts
        .slice(0, 12)
        .map(({ name, value }) => text(run(`${words.label(name)} `, { weight: 'Bolder' }), run(value))),
    ],
    actions: [{ type: 'Action.OpenUrl', title: words.feeds.readOnSite, url }],
  };
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}
