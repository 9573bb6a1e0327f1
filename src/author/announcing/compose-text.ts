/** A message as plain text: for the text part of a mail, and for copying. */
import { useLocale } from '../../shared/i18n/use-locale.ts';
import type { Message } from './message.ts';

/** The title first, then the summary, then the facts, one a line, then where to read on. */
export function composeText({ title, summary, facts, url, site }: Message): string {
  const { words } = useLocale(site.language);
  const rows = facts.map(({ name, value }) => `${words.label(name)} ${value}`);
  return [title, summary, rows.join('\n'), `${words.label(words.feeds.readOnSite)}\n${url}`]
    .filter((part) => part !== '')
    .join('\n\n');
}
