/** The words for telling of one postmortem by hand: for a mail, a chat and a status page, from the same facts. */
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { composeText } from './compose-text.ts';
import type { Message } from './message.ts';

/** Plain text, and lists that every status page draws. In the words for a chat nobody is called whoever pastes them. */
export function wordsToCopy(message: Message): { name: string; text: string }[] {
  const { title, summary, facts, url, site } = message;
  const { words } = useLocale(site.language);
  const rows = facts.map(({ name, value }) => `${words.label(name)} ${value}`);
  const link = `${words.label(words.feeds.readOnSite)} ${url}`;
  return [
    { name: 'E-mail', text: `Subject: ${title}\n\n${composeText(message)}` },
    {
      name: 'Chat',
      text: callingNobody([title, summary, rows.join('\n'), url].filter((part) => part !== '').join('\n')),
    },
    {
      name: 'Status page',
      text: [summary, rows.map((row) => `- ${row}`).join('\n'), link].filter((part) => part !== '').join('\n\n'),
    },
  ];
}

/** A sign of no width behind the `@`, which no reader sees. */
function callingNobody(text: string): string {
  return text.replace(/@(?=[\p{L}<&])/gu, '@\u200b').replace(/<(?=[!@#])/g, '<\u200b');
}
