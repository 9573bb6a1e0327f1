/** What the checks of facts and style may look at: what is public of one text, and where it stands. */
import type { Root } from 'mdast';
import type { CalendarDate } from '../../shared/incident/instant.ts';
import type { Postmortem } from '../../shared/incident/postmortem-schema.ts';
import type { SiteSettings } from '../../shared/incident/site-schema.ts';
import type { SourceLocation } from '../../shared/problem/problem.ts';
import type { LocationAt, Point } from '../markdown/point.ts';

/** A stretch of public prose: a field, or a paragraph, heading or cell of the story. */
export interface Passage {
  /** The author's own sentences; code, quotations and addresses are masked. */
  text: string;
  /** As a reader sees it, letter for letter as long as `text`. */
  shown: string;
  /** Top-level key of the frontmatter, or `story`. */
  field: string;
  /** The whole path; empty in the story. */
  path: readonly PropertyKey[];
  kind: 'field' | 'paragraph' | 'heading' | 'cell' | 'caption';
  /** True for words that are quoted from somebody. */
  isQuoted: boolean;
  locationAt(index: number): SourceLocation;
}

/** Any authored text. */
export interface TextInput {
  passages: readonly Passage[];
  /** The story's public nodes; absent when it has faults of its own. */
  story?: {
    tree: Root;
    locationAt: LocationAt;
    emptyLinks: readonly Point[];
    indented: readonly Point[];
    /** Where comments begin: what they say is private. */
    comments: readonly Point[];
  };
  /** Its author is still at it: a draft or review, whatever it is judged as. */
  isBeingWritten?: boolean;
  /** What links within the page may lead to around the story. */
  anchors: readonly string[];
  /** Anchors that headings of the story cannot have. */
  taken: readonly string[];
  settings: SiteSettings;
}

/** A text that tells of an incident, and the facts. */
export interface LintInput extends TextInput {
  /** As its author wrote it: internal rows and fields are in it, and no rule may tell of them. */
  postmortem: Postmortem;
  /** Services that readers may know. */
  publicServices: ReadonlySet<string>;
  /** Of those that have one, the day on which they began. */
  serviceBegins: ReadonlyMap<string, CalendarDate>;
  locationOf(path: readonly PropertyKey[]): SourceLocation;
}
