/** What every format to import from implements. Importers are pure: text in, text out; disk is the command's business. */

export interface ImportSource {
  /** The file's own name without its folder; ids and slugs are made from it. */
  fileName: string;
  /** UTF-8 text without a byte order mark, lines ended by `\n`. */
  text: string;
  /** All words of the file, where `text` was made of it. */
  words?: string;
  /** What was read from the file besides, for staff only. */
  internal?: Record<string, unknown>;
}

export interface ImportOptions {
  /** Severity written where the source states none; must be one of the site's. */
  severity: string;
  /** Severities of the site, the gravest first, to find the one that the source names. */
  severities?: readonly { id: string; name: string }[];
  /** A zone of the IANA's list for times that are written without one, `Europe/Berlin`. */
  zone?: string;
  /** Services of the site, to find those that the source names. */
  services?: readonly { id: string; name: string }[];
}

/** What the importer made out, for one line of the report: counts and names of fields, never text of the source. */
export interface Understood {
  id: string;
  /** The zone the source states, `UTC` or `CET`; absent when it states none. */
  zone?: string;
  timelineRows: number;
  /** Rows of the timeline whose moment could be read. */
  timedRows: number;
  /** Keys of `times` that were inferred, such as `started`. */
  times: string[];
  contributingFactors: number;
  actionItems: number;
  attendees: number;
  /** Words of the source that found no place, and stand in a to-do. */
  notPlaced: number;
  /** Headings of what stays in the story. */
  story: string[];
}

export interface ImportedPostmortem {
  slug: string;
  /** The whole `index.mdx`: valid as a draft. */
  mdx: string;
  understood: Understood;
  /** What a person still has to find out, one sentence each; the same sentences are comments in the frontmatter. */
  todo: string[];
}

/** Turns one source into the postmortems in it. Never throws on odd text: what it cannot place goes into the story. */
export type Importer = (source: ImportSource, options: ImportOptions) => ImportedPostmortem[];
