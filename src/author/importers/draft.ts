/** What an import has understood of one document so far. */
import type { FoundCounts } from './find-counts.ts';
import type { MdxText } from './mdx-text.ts';
import type { ReadTimeline } from './read-timeline.ts';
import type { Todo } from './write-frontmatter.ts';

export interface ActionItem {
  /** Inline MDX. */
  what: string;
  isDone: boolean;
  /** One of `actionKinds`, where the source says as much. */
  kind?: string;
  /** A day. */
  due?: string;
  ticket?: string;
  /** What the source says of it beside; a line each. */
  notes: string[];
}

/** All that is gathered while the sections are gone through. */
export interface Draft {
  mdx: MdxText;
  values: Record<string, unknown>;
  internal: Record<string, unknown>;
  figures: Map<string, string>;
  timeline?: ReadTimeline;
  story: { title: string; text: string }[];
  todos: Todo[];
  actionItems: ActionItem[];
  /** The source's own word for how grave it was. */
  severity?: string | undefined;
  /** Names of services that the source gives. */
  services: string[];
  tags: string[];
  /** How many were affected. */
  counts: FoundCounts;
  /** Headings, moments and heads of tables of the source, which fields say in another way. */
  said: string[];
}
