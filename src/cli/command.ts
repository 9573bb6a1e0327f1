/** What every command is given, and what it gives back. */
import type { Call } from './call.ts';
import type { Console } from './console.ts';
import type { DraftFlags } from './draft-flags.ts';

/** What `init` is told; what was not given is absent. */
export interface StartFlags {
  name?: string | undefined;
  organisation?: string | undefined;
  url?: string | undefined;
  language?: string | undefined;
  timezone?: string | undefined;
  host?: 'github' | 'gitlab' | 'none' | undefined;
  updates?: 'renovate' | 'dependabot' | 'none' | undefined;
  /** Whether a form of GitHub's is written that becomes a draft. */
  issueForm?: boolean | undefined;
  /** A packed file of Candor, where it does not come from the registry. */
  packageFile?: string | undefined;
}

/** What `announce` is told. */
export interface AnnounceFlags {
  before: string | undefined;
  after: string | undefined;
  ledger: string | undefined;
  /** Where to write the ledger as it is while all is under way. */
  plan: string | undefined;
  /** How long to wait for the deployed site. */
  minutesToWait: number | undefined;
  isDry: boolean;
  /** A folder to save the feeds of the deployed site into. */
  save: string | undefined;
  retriesUnknown: boolean;
  most: number;
  /** Whether words to copy are printed, and in which language; that of the site where it is not said. */
  prints: boolean;
  language: string | undefined;
  environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970, read anew. */
  clock: () => number;
}

export const checkFormats = ['text', 'json', 'github', 'sarif', 'junit'] as const;
/** How problems are printed. */
export type CheckFormat = (typeof checkFormats)[number];

/** Markdown for a pull request, or one page to send to somebody without git. */
export const reportFormats = ['markdown', 'html', 'comment'] as const;

export type Format = CheckFormat | (typeof reportFormats)[number];

/** What `promote` is told. */
export interface PromotionFlags {
  /** `path=value`, as typed. */
  set: string[];
  /** Keys or lines of to-dos that are answered, or `all`. */
  done: string[];
  state?: string | undefined;
  /** Canonical. */
  publishedAt?: string | undefined;
}

/** What every command is given. */
export interface CommandOptions {
  /** Absolute path of the folder with `content/` and `public/`. */
  site: string;
  /** Absolute path of the output folder. */
  out: string;
  edition: 'public' | 'internal';
  /** The one instant of this run, canonical. */
  now: string;
  /** One of those that the command knows, the first of them where none was named. */
  format: Format;
  /** More warnings than this are as bad as an error; `undefined`: any number is well. */
  maxWarnings: number | undefined;
  /** Whether `check` mends what has one certain mend. */
  fix: boolean;
  port: number;
  /** A commit that `check` and `report` compare with. */
  since: string | undefined;
  /** Whether `check` reads what is staged in git instead of the files. */
  staged: boolean;
  /** Whether `check` looks through the built site too. */
  links: boolean;
  /** Whether `build` makes links relative, for reading from a disk. */
  relative: boolean;
  /** How many threads or processes of `build` may work at once; `undefined`: as many as there are processors. */
  jobs: number | undefined;
  /** What `new` is told. */
  draft: DraftFlags;
  /** What `init` is told. */
  start: StartFlags;
  announcing: AnnounceFlags;
  promotion: PromotionFlags;
  /** How hints write a command. */
  call: Call;
  /** Whether a person can be asked. */
  isInteractive: boolean;
  /** Folder that an import writes to, as given. */
  into: string | undefined;
  /** Whether `pdf` prints every postmortem. */
  isAll: boolean;
  /** Of the pages that `pdf` prints; that of the originals where it is not said. */
  language: string | undefined;
  environment: Readonly<Record<string, string | undefined>>;
  /** Whether an import says what it would write, and writes nothing. */
  isDryRun: boolean;
  /** Words behind the command. */
  words: string[];
  console: Console;
}

/** Exit codes: 0 clean, 1 problems an author can mend, 2 the tool itself failed or was called wrongly. */
export type ExitCode = 0 | 1 | 2;
