/** What goes into publishing a postmortem, and what comes out. */

import type { EncodedImage } from '../../disk/images/image-outcome.ts';
import type { TranslationFile } from '../../disk/source/read-postmortem.ts';
import type { Postmortem } from '../../shared/incident/postmortem-schema.ts';
import type { ProjectedPostmortem } from '../../shared/incident/public-postmortem.ts';
import type { Problem, SourceLocation } from '../../shared/problem/problem.ts';
import type { SiteLink } from '../lint/list-links.ts';
import type { Suppression } from '../lint/suppressions.ts';
import type { LocatedClaim } from './check-claims.ts';
import type { OutsideReport } from './check-publishing.ts';
import type { Withheld } from './count-withheld.ts';
import type { InternalValue } from './internal-values.ts';
import type { ShownText } from './shown-texts.ts';

/** One postmortem's files, already known to be plain files of its folder. */
export interface PostmortemSource {
  slug: string;
  /** Path of `index.mdx` as shown to its author. */
  file: string;
  text: string;
  translations: readonly TranslationFile[];
  /** Reads a file beside `index.mdx`. */
  attachment(name: string): Promise<{ value: Uint8Array; problem?: never } | { value?: never; problem: Problem }>;
}

/** A file for download, as it is published. */
export interface AttachedFile {
  digest: string;
  /** Its name, the same as in the source. */
  file: string;
  bytes: Uint8Array;
}

export interface Publication {
  slug: string;
  /** The author's `state`, as far as it could be read. */
  state?: Postmortem['state'];
  /** What the author says of agreements, for `checkClaims`. */
  claims?: LocatedClaim[];
  /** Where what is checked across postmortems stands. */
  locations?: { id: SourceLocation; redirectFrom: SourceLocation[]; related: SourceLocation[] };
  /** Links to pages of the same site. */
  links?: SiteLink[];
  /** Present when a customer or partner reported the incident. */
  report?: OutsideReport;
  /** Present while it is preliminary: by when its author promised an update, and where. */
  promisedUpdate?: { by: string; location: SourceLocation };
  /** Silences that no problem of the postmortem alone has needed. */
  suppressions?: Suppression[];
  id?: string;
  publishedAt?: string;
  /** What must not stand in public text of the site; none in the internal edition. */
  internalValues?: InternalValue[];
  /** What is public of it and its translations, for the same check. */
  shown?: ShownText[];
  /** How much of it is internal. */
  withheld?: Withheld;
  problems: Problem[];
  /** Absent with an error, and for draft and review in the public edition. */
  postmortem?: ProjectedPostmortem;
  /** The same in other languages, by their tags; present with `postmortem` only. */
  translations?: Record<string, PublishedTranslation>;
  images: EncodedImage[];
  /** Only where there are any. */
  attached?: AttachedFile[];
}

export interface PublishedTranslation {
  postmortem: ProjectedPostmortem;
  /** The state of the original that it tells. */
  translatedAt: string;
}

export interface TranslationOutcome {
  problems: Problem[];
  suppressions: Suppression[];
  links: SiteLink[];
  internalValues: InternalValue[];
  shown: ShownText[];
  /** Body, values and comments of the file, for counting what is withheld. */
  marks: { text: string; comments: number };
  /** Absent with an error. */
  published?: PublishedTranslation;
  images: EncodedImage[];
}
