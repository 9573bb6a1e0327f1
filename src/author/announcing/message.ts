/** One entry as it is told: everything that a channel may say of it, all of it public. */
import type { EntrySubject } from '../../shared/feeds/feed-entry.ts';

export interface Message extends EntrySubject {
  /** Permanent id of the entry. */
  id: string;
  /** On one line, without control characters, as are all texts here. */
  title: string;
  summary: string;
  url: string;
  /** An instant. */
  published: string;
  site: { home: string; organisation: string; language: string };
}
