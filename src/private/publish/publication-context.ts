/** All that decides how a postmortem is published, beside its own files. Plain data: it crosses into workers. */
import type { StoryWords } from '../../shared/i18n/words.ts';
import type { Service } from '../../shared/incident/service-schema.ts';
import type { Edition, SiteSettings } from '../../shared/incident/site-schema.ts';
import type { Policy } from '../../shared/redaction/policy-schema.ts';

export interface PublicationContext {
  edition: Edition;
  /** The site's folder. */
  site: string;
  settings: SiteSettings;
  /** Path of the site's address, begins and ends with `/`. */
  base: string;
  services: Record<string, Service>;
  /** Only exceptions that hold at the build's instant. */
  policy: Policy;
  /** Begins of the tickets in internal fields, over all postmortems: `pay-`, `inc`, `#`. */
  ticketPrefixes: string[];
  /** Names of services that only staff know. */
  internalNames: string[];
  words: StoryWords;
  /** Base of the pages in the language of the text, where that is not the site's own. */
  pageBase?: string;
  /** Blocks of stories carry the lines of their source. Never in a build. */
  withLines?: boolean;
  /** Public texts come with the places of their lines. */
  withLocations?: boolean;
  /** What is a draft comes as if it were published now, for its reviewers. Never in a build. */
  asIfPublished?: boolean;
  /** What has errors is shown as far as it can be, and is judged as if it were published, for its author. Never in a build. */
  whileWriting?: boolean;
  /** Nothing is made to be published: stories are not rendered, pictures are only looked at. */
  checksOnly?: boolean;
}
