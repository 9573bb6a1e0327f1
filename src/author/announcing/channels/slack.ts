/** Slack, by an incoming webhook. It has no key against repetition. */
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import type { Channel } from '../channel.ts';
import { cutText } from '../cut-text.ts';
import { postJson } from '../post-json.ts';
import { refuseAddress } from '../refuse-address.ts';

export const slack: Channel<'slack', object> = {
  /** Titles, summaries and facts are plain text, where no sign of Slack's markup means anything. */
  compose({ title, summary, url, facts, site }) {
    const { words } = useLocale(site.language);
    const fields = facts.slice(0, 10).map(({ name, value }) => plain(`${words.label(name)}\n${value}`, 2000));
    return {
      text: escaped(cutText(title, 3000)),
      mrkdwn: false,
      unfurl_links: false,
      unfurl_media: false,
      blocks: [
        { type: 'header', text: plain(title, 150) },
        ...(summary === '' ? [] : [{ type: 'section', text: plain(summary, 3000) }]),
        ...(fields.length > 0 ? [{ type: 'section', fields }] : []),
        { type: 'section', text: { type: 'mrkdwn', text: `<${linkOf(url)}|${escaped(words.feeds.readOnSite)}>` } },
      ],
    };
  },
  show: (payload) => JSON.stringify(payload, null, 2),
  send: (payload, { url }, { secretOf, clock }) =>
    postJson({ url: secretOf(url), body: JSON.stringify(payload), now: clock() }),
  refuse: ({ url }, secretOf) => refuseAddress(secretOf(url)),
  pace: 1100,
};

/** Counted as written, which is longer than as shown. */
function plain(text: string, limit: number): object {
  let shown = cutText(text, limit);
  while (escaped(shown).length > limit) shown = cutText(shown, shown.length - 1);
  return { type: 'plain_text', text: escaped(shown), emoji: false };
}

/** The three signs that Slack asks for; they open its mentions as well. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Between `<` and `|`. */
function linkOf(url: string): string {
  return escaped(url).replaceAll('|', '%7C');
}
