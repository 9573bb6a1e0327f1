/** An entry of a JSON feed, as far as it is needed for telling of it. */
import { z } from 'zod';
import { entryKinds } from '../../shared/feeds/feed-entry.ts';
import type { Message } from './message.ts';

const fact = z.object({ name: z.string(), value: z.string() });

/** What earlier versions wrote has no `_candor`: enough for what was there before. */
export const feedDocumentSchema = z.object({
  home_page_url: z.string().default(''),
  next_url: z.string().optional(),
  language: z.string().default('en'),
  authors: z.array(z.object({ name: z.string().default('') })).default([]),
  items: z
    .array(
      z.object({
        id: z.string(),
        url: z.string().default(''),
        title: z.string().default(''),
        summary: z.string().default(''),
        date_published: z.string().default(''),
        _candor: z
          .object({
            kind: z.enum(entryKinds),
            postmortem: z.object({ id: z.string(), title: z.string(), url: z.string() }),
            severity: z.string(),
            services: z.array(z.string()),
            facts: z.array(fact),
          })
          .optional(),
      }),
    )
    .default([]),
});

export type FeedDocumentRead = z.output<typeof feedDocumentSchema>;
export type FeedItem = FeedDocumentRead['items'][number];

/** `undefined` where the entry does not say what it is about. */
export function messageOf(item: FeedItem, feed: FeedDocumentRead): Message | undefined {
  const { _candor: subject } = item;
  if (!subject) return undefined;
  return {
    ...subject,
    postmortem: { ...subject.postmortem, title: oneLine(subject.postmortem.title) },
    facts: subject.facts.map(({ name, value }) => ({ name: oneLine(name), value: oneLine(value) })),
    id: item.id,
    title: oneLine(item.title),
    summary: oneLine(item.summary),
    url: item.url,
    published: item.date_published,
    site: {
      home: feed.home_page_url,
      organisation: oneLine(feed.authors[0]?.name ?? '') || feed.home_page_url,
      language: feed.language,
    },
  };
}

/** A line break in a title would be a header of a mail, or a second line of a chat. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
