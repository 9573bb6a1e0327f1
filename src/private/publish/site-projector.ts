/** Projects a site again and again while its files change: what did not change is neither read nor checked again. */
import { join } from 'node:path';
import { codeVersion } from '../../disk/code-version.ts';
import { type FileDigests, openFileDigests } from '../../disk/file-digests.ts';
import { type Edition, type PublicSite, type SiteSettings, translationsOf } from '../../shared/incident/site-schema.ts';
import { hasErrors, type Problem, sortProblems } from '../../shared/problem/problem.ts';
import { checkAcross } from './check-across.ts';
import { isPublished } from './check-site.ts';
import { publicSettings } from './create-context.ts';
import { dateDraft } from './date-drafts.ts';
import { checkInternalAcross, withBothLocations } from './internal-across.ts';
import type { ListedPublication } from './listed-publication.ts';
import { createPreparer, type PreparedSite } from './prepare-site.ts';
import type { AllPublications, ReadAhead } from './publisher.ts';
import { embargoesOf, sourcesOf } from './shown-sources.ts';
import type { SiteSnapshot } from './site-snapshot.ts';
import { takeSnapshot } from './take-snapshot.ts';
import type { Publication } from './types.ts';
import { createProjectionWriter, type ProjectionParts } from './write-projection.ts';

export interface ProjectOptions {
  /** Absolute path of the site's folder. */
  site: string;
  edition: Edition;
  /** The build's instant in canonical form: decides embargoes and the end of exceptions. */
  now: string;
  /** False: only look, and write no projection. */
  write?: boolean;
  /** Find problems, and make nothing that could be published; then there is no snapshot either. */
  checksOnly?: boolean;
  /**
   * For the development server: every postmortem is shown as if it were published now, also one with errors as far as that
   * can be, with the lines of its source. All of it lies in folders that no build takes anything from.
   */
  whileWriting?: boolean;
  /** A cache of another copy of the site, read where the site's own has nothing. */
  borrow?: string;
  /** Digests of files that were written before, where they are already open. */
  digests?: FileDigests;
  /** How many threads may work at once. */
  jobs?: number;
  /** Ends what is under way, which rejects with its reason. */
  signal?: AbortSignal;
  ahead?: ReadAhead;
  /** Told after each file. */
  progress?: (done: number, total: number) => void;
}

export interface ProjectedSite {
  /** Sorted. With an error nothing was written. */
  problems: Problem[];
  settings?: PublicSite;
  /** What the site makes of the finds of checks. */
  checks?: SiteSettings['checks'];
  /** Folder of the projection; absent with an error. */
  folder?: string;
  /** How many postmortems are in the projection, and how many are withheld. */
  published: number;
  withheld: number;
  /** Folders of those in draft or review. */
  drafts?: string[];
  /** Of those that are published later, when. */
  embargoes?: ReadonlyMap<string, string>;
  /** Sources of the pages in the projection; while writing alone. */
  files?: ReadonlySet<string>;
  /** What this edition shows at this instant, also where other files have errors; absent without a site. Reads all of it into memory. */
  takeSnapshot?: () => Promise<SiteSnapshot>;
}

/** Folder of all that a site keeps between builds, one for each edition. */
export function workFolder(site: string, edition: Edition): string {
  return join(site, '.candor', edition);
}

/** File of the digests of what lies in a work folder, and of what was published from it. */
export function digestsFile(work: string): string {
  return join(work, 'digests.json');
}

/** Folder of what is public, in a work folder. */
export function projectionFolder(work: string): string {
  return join(work, 'projection');
}

export interface SiteProjector {
  /** Where the projection is written. */
  folder: string;
  /** Projects everything; with `changed`, the slugs whose files changed since the last call, only what depends on them. */
  project(changed?: ReadonlySet<string>): Promise<ProjectedSite>;
  /** One that is not public, as if it were published now, for its reviewers; after `project`. */
  preview(slug: string): Promise<Publication>;
  close(): Promise<void>;
}

/** `isOnce`: after the first projection nothing is read again, as a rule. */
export function createProjector(options: ProjectOptions, isOnce = false): SiteProjector {
  const { site, edition, now, checksOnly, ahead, progress, whileWriting, signal } = options;
  const work = `${workFolder(site, edition)}${whileWriting ? '-dev' : ''}`;
  const { digests = openFileDigests(digestsFile(work)) } = options;
  const writer = createProjectionWriter(projectionFolder(work), digests);
  const preparer = createPreparer({ ...options, work, digests });
  let prepared: PreparedSite | undefined;

  return {
    folder: projectionFolder(work),
    async project(changed) {
      const isKept = changed !== undefined && prepared !== undefined && (await preparer.holds(prepared, changed));
      const current = isKept && prepared ? prepared : await preparer.prepare(prepared);
      if (Array.isArray(current)) return { problems: sortProblems(current), published: 0, withheld: 0 };
      prepared = current;
      const { source, publisher, look } = current;
      const all = await publisher.publish(source, {
        changed: isKept ? changed : undefined,
        ahead,
        progress,
        isLast: isOnce,
      });
      const visible = all.postmortems.filter(
        (each) => each.postmortem && (edition === 'internal' || isPublished(each, now)),
      );
      signal?.throwIfAborted();
      const problems = await findProblems(all, { prepared: current, visible, now, work });
      const result: ProjectedSite = {
        problems,
        settings: publicSettings(publisher.context),
        checks: source.settings.checks,
        published: visible.length,
        withheld: source.postmortems.length - visible.length,
        drafts: all.postmortems.flatMap(({ slug, state }) => (state === 'draft' || state === 'review' ? [slug] : [])),
        embargoes: embargoesOf(all, now),
        ...(checksOnly ? {} : { takeSnapshot: () => takeThemedSnapshot(all, { visible, publisher, look, now }) }),
      };
      if (whileWriting) {
        const shown = whatIsWritten(all, { prepared: current, visible, now });
        return { ...result, files: sourcesOf(shown), folder: await writer.write(shown) };
      }
      if (hasErrors(problems) || options.write === false || checksOnly) return result;
      return { ...result, folder: await writer.write(whatToWrite(all, { prepared: current, visible, now })) };
    },
    async preview(slug) {
      if (!prepared) throw new Error('There is no site yet.');
      return dateDraft(await prepared.publisher.preview(slug), now);
    },
    async close() {
      await prepared?.publisher.close();
    },
  };
}

interface Found {
  prepared: PreparedSite;
  visible: ListedPublication[];
  now: string;
}

/** Those of the site's own files, of each text, and those that show when all texts are known. */
async function findProblems(all: AllPublications, { prepared, visible, now, work }: Found & { work: string }) {
  const memory = { path: join(work, 'cache', 'internal-values.json'), version: codeVersion() };
  const { publisher, look, settingsTexts, findPrivateText } = prepared;
  const found = [
    ...prepared.problems,
    ...checkAcross(all, { ...prepared, visible, now }),
    ...(await checkInternalAcross(all, {
      publisher,
      slots: look.published,
      settingsTexts,
      findPrivateText,
      now,
      memory,
    })),
  ];
  return sortProblems(withBothLocations(found));
}

function whatToWrite(
  all: AllPublications,
  { prepared: { publisher, source, look }, visible, now }: Found,
): ProjectionParts {
  const { context } = publisher;
  return {
    settings: publicSettings(context),
    translated: translationsOf(source.settings).map((language) => publicSettings(context, language)),
    theme: look.theme,
    services: context.services,
    publications: visible,
    load: (publication) => publisher.load(publication),
    pages: [...all.pages, ...all.translatedPages, { images: look.images }],
    now,
  };
}

/** The same with every postmortem that can be shown. */
function whatIsWritten(all: AllPublications, found: Found): ProjectionParts {
  const { publisher } = found.prepared;
  const parts = whatToWrite(all, found);
  if (publisher.context.edition === 'internal') return parts;
  return {
    ...parts,
    publications: all.postmortems.filter(({ postmortem }) => postmortem).map((each) => dateDraft(each, found.now)),
    load: async (publication) => dateDraft(await publisher.load(publication), found.now),
  };
}

async function takeThemedSnapshot(
  all: AllPublications,
  { visible, publisher, look, now }: Omit<Found, 'prepared'> & Pick<PreparedSite, 'publisher' | 'look'>,
): Promise<SiteSnapshot> {
  return { ...(await takeSnapshot(all, visible, publisher, now)), theme: look.theme };
}
