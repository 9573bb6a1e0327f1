/** The shape of what is projected: the rows and pages that both sides of the boundary know. */
import type { InternalDetails, ProjectedPostmortem } from './incident/public-postmortem.ts';

/** One row of a list: what lists, filters and neighbours need of a postmortem. */
export type PostmortemSummary = Pick<
  ProjectedPostmortem,
  'id' | 'slug' | 'title' | 'summary' | 'state' | 'publishedAt' | 'severity' | 'tags' | 'times' | 'detection'
> & {
  services: string[];
  redirectFrom: string[];
  /** The newest revision, else `publishedAt`. */
  updatedAt: string;
  /** When it was revised, in order of time. */
  revisedAt: string[];
  /** Only in the internal edition. */
  internal?: Pick<InternalDetails, 'state' | 'embargoed'>;
};

/** A page of the owner's, `content/pages/<id>.mdx`. */
export interface ContentPage {
  id: string;
  /** In which it is there, that of the originals first. */
  languages: string[];
  title: string;
  description?: string;
  html: string;
  headings: { depth: number; slug: string; text: string }[];
}

/** By slug, when each postmortem was translated into which language; without those that never were. */
export type Translations = Readonly<Record<string, Readonly<Record<string, string>>>>;
