/** Discord, by a webhook: one embed. It has no key against repetition. */
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import type { Channel } from '../channel.ts';
import { cutText } from '../cut-text.ts';
import { postJson } from '../post-json.ts';
import { refuseAddress } from '../refuse-address.ts';

export const discord: Channel<'discord', object> = {
  compose({ title, summary, url, facts, published, site }) {
    const { words } = useLocale(site.language);
    const fields = facts.slice(0, 10).map(({ name, value }) => ({
      name: plain(words.label(name), 120),
      value: plain(value, 300) || '–',
      inline: true,
    }));
    const embed = { title: plain(title, 256), description: plain(summary, 1200), url, timestamp: published, fields };
    // Nobody is mentioned, whatever a text says.
    return {
      allowed_mentions: { parse: [] },
      embeds: [{ ...embed, footer: { text: cutText(site.organisation, 200) } }],
    };
  },
  show: (payload) => JSON.stringify(payload, null, 2),
  send: (payload, { url }, { secretOf, clock }) =>
    postJson({ url: withWait(secretOf(url)), body: JSON.stringify(payload), now: clock() }),
  refuse: ({ url }, secretOf) => refuseAddress(secretOf(url)),
  pace: 500,
};

/** Else Discord answers before it knows. */
function withWait(address: string): string {
  const url = new URL(address);
  url.searchParams.set('wait', 'true');
  return url.href;
}

/** Signs of Discord's Markdown with a backslash before them; addresses stay as they are. Counted as written. */
function plain(text: string, limit: number): string {
  let shown = cutText(text, limit);
  while (escaped(shown).length > limit) shown = cutText(shown, shown.length - 1);
  return escaped(shown);
}

function escaped(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>()]+)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_~|<>[\]()#@:-]/g, '\\$&')))
    .join('');
}
