/** Imports a channel of a Slack export as a timeline, of which every row is internal until the author publishes it. */
import { composeDraft } from './compose-draft.ts';
import type { IncidentRow } from './imported-incident.ts';
import type { Importer } from './importer.ts';
import { slugOf, titleOf } from './names.ts';
import { type Fields, listOf, parseJson, textIn } from './read-json.ts';
import { createTold, type Told } from './told.ts';

/** One postmortem for all messages of the text; none where there is no message. The file is named like the channel. */
export const importSlack: Importer = ({ fileName, text }, options) => {
  const data = parseJson(text);
  if (!Array.isArray(data)) return [];
  const messages = listOf(data).filter((message) => momentOf(message) !== undefined);
  const told = createTold();
  const rows = messages.flatMap((message) => rowOf(message, told));
  if (rows.length === 0) return [];
  const channel = titleOf(fileName.replace(/\.json$/i, ''));
  const moments = messages.map((message) => momentOf(message) ?? '').sort();
  const slug = `${moments[0]?.slice(0, 10)}-${slugOf(channel)}`;
  return [
    composeDraft(
      {
        id: slug,
        slug,
        title: channel,
        command: 'candor import slack',
        times: {},
        services: [],
        timeline: rows,
        story: '',
        internal: told.rest(messages),
        source: messages.map(({ ts: _, ...message }) => message),
        todos: [
          { key: 'title', text: 'This is the name of the channel; what happened, in the words of a reader?' },
          {
            key: 'times',
            text: `The first message is of ${moments[0]}, the last of ${moments.at(-1)}; when did the incident begin and end?`,
          },
          {
            key: 'timeline',
            text: 'Every row is internal: take `internal` from those that may be public, write them anew without names, and give them their kind.',
          },
        ],
      },
      options,
    ),
  ];
};

/** What people wrote; that somebody joined or that a topic was set is no row. */
function rowOf(message: Fields, told: Told): IncidentRow[] {
  const subtype = textIn(message, 'subtype');
  if (subtype !== undefined && !/^(?:bot_message|me_message|file_share|thread_broadcast)$/.test(subtype)) return [];
  const said = told.take(message, 'text');
  if (said === undefined) return [];
  const profile = listOf(message['user_profile'] ?? [])[0] ?? {};
  const who = textIn(profile, 'real_name') ?? textIn(message, 'username') ?? textIn(message, 'user');
  return [{ at: momentOf(message), kind: 'note', text: `${who ? `${who}: ` : ''}${plainOf(said)}`, isInternal: true }];
}

/** Seconds since 1970 with six digits behind the point, which make it the message's id: it stays text. */
function momentOf(message: Fields): string | undefined {
  const seconds = /^(\d{9,11})(?:\.\d{1,9})?$/.exec(textIn(message, 'ts') ?? '')?.[1];
  return seconds === undefined ? undefined : new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}

/** Slack's own marks as Markdown: mentions, channels, links. */
function plainOf(text: string): string {
  return text
    .replace(
      /<([@#!])([^<>|]{1,80})(?:\|([^<>]{0,200}))?>/g,
      (_, mark: string, id: string, name?: string) => `${mark === '!' ? '@' : mark}${name ? `${name} (${id})` : id}`,
    )
    .replace(
      /<((?:https?|mailto):[^<>|\s]{1,2000})\|([^<>]{1,500})>/g,
      (_, address: string, label: string) => `[${label.replace(/[[\]]/g, '\\$&')}](${address})`,
    )
    .replaceAll('&lt;', '\\<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
