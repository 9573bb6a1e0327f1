/** Projects a site again and again while its files change: what did not change is neither read nor checked again. */
import { join } from 'node:path';
import { codeVersion } from '../../disk/code-version.ts';
import { type FileDigests, openFileDigests } from '../../disk/file-digests.ts';
import { readSite, type SiteSource } from '../../disk/source/read-site.ts';
import { type Edition, type PublicSite, type SiteSettings, translationsOf } from '../../shared/incident/site-schema.ts';
import { hasErrors, type Problem, sortProblems } from '../../shared/problem/problem.ts';
import { createFinder, type PrivateTextFinder } from '../../shared/redaction/find-private-text.ts';
import { checkAcross } from './check-across.ts';
import { checkPublicFiles } from './check-public-files.ts';
import { checkSettings } from './check-settings.ts';
import type { SiteFacts } from './check-site.ts';
import { checkPolicy, createContext, publicSettings } from './create-context.ts';
import { type FilledTheme, fillTheme } from './fill-theme.ts';
import { checkInternalAcross, withBothPlaces } from './internal-across.ts';
import { knownContent } from './known-addresses.ts';
import type { ListedPublication } from './listed-publication.ts';
import { maskProblems } from './mask-problems.ts';
import { type AllPublications, createPublisher, type Publisher } from './publisher.ts';
import type { SiteSnapshot } from './site-snapshot.ts';
import { openTicketPrefixes, type TicketPrefixes } from './ticket-prefixes.ts';
import type { Publication } from './types.ts';
import { createProjectionWriter, publicServices } from './write-projection.ts';

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
  /** Folder of the cache and the projection, where it is not the usual one. */
  work?: string;
  /** Blocks of stories carry the lines of their source, for the development server. */
  withLines?: boolean;
  /** A cache of another copy of the site, read where the site's own has nothing. */
  borrow?: string;
  /** Digests of files that were written before, where they are already open. */
  digests?: FileDigests;
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

export interface SiteProjector {
  /** Projects everything; with `changed`, the slugs whose files changed since the last call, only what depends on them. */
  project(changed?: ReadonlySet<string>): Promise<ProjectedSite>;
  close(): Promise<void>;
}

/** What holds for every postmortem, until a file of the site's own changes. */
interface Ground {
  source: SiteSource;
  publisher: Publisher;
  findPrivateText: PrivateTextFinder;
  look: FilledTheme;
  known: SiteFacts['known'];
  /** Problems of the site's own files. */
  problems: Problem[];
}

export function createProjector(options: ProjectOptions): SiteProjector {
  const { site, edition, now, borrow, withLines, checksOnly, progress } = options;
  const write = options.write !== false && !checksOnly;
  const work = options.work ?? workFolder(site, edition);
  const { digests = openFileDigests(digestsFile(work)) } = options;
  const writer = createProjectionWriter(join(work, 'projection'), digests);
  const prefixes = new Map<string, readonly string[]>();
  let tickets: TicketPrefixes | undefined;
  let ground: Ground | undefined;

  const readPrefixes = async (slugs: readonly string[]) => {
    const path = join(work, 'cache', 'prefixes.json');
    tickets ??= openTicketPrefixes(site, { path, version: codeVersion(), digests });
    for (const slug of slugs) prefixes.set(slug, tickets.find(slug));
    return [...new Set([...prefixes.values()].flat())].sort();
  };
  const prepare = async (): Promise<Ground | Problem[]> => {
    const read = await readSite(site);
    if (!read.site) return read.problems;
    prefixes.clear();
    const ticketPrefixes = await readPrefixes(read.site.postmortems);
    tickets?.save();
    const context = createContext(read.site, { site, edition, now, ticketPrefixes, withLines, checksOnly });
    const refused = await checkPolicy(context);
    if (refused) return [...read.problems, refused];
    const findPrivateText = createFinder(context.policy, context);
    const isSame = ground !== undefined && JSON.stringify(ground.publisher.context) === JSON.stringify(context);
    if (!isSame) await ground?.publisher.close();
    const publisher =
      isSame && ground ? ground.publisher : createPublisher({ context, cache: join(work, 'cache'), borrow, digests });
    const look = await fillTheme(read.site, publisher);
    return {
      source: read.site,
      publisher,
      findPrivateText,
      look,
      known: knownContent(read.site, context),
      problems: [
        ...maskProblems([...read.problems, ...look.problems], findPrivateText),
        ...(edition === 'public' ? await checkSettings(site, read.site, findPrivateText) : []),
        ...(edition === 'public'
          ? await checkPublicFiles(site, { policy: context.policy, findPrivateText, day: now.slice(0, 10) })
          : []),
      ],
    };
  };
  /** Whether the ground still holds when these postmortems changed. */
  const stands = async (changed: ReadonlySet<string>) => {
    if (!ground || ![...changed].every((slug) => ground?.source.postmortems.includes(slug))) return false;
    const { ticketPrefixes } = ground.publisher.context;
    return (await readPrefixes([...changed])).join() === ticketPrefixes.join();
  };

  return {
    async project(changed) {
      const isKept = changed !== undefined && (await stands(changed));
      const prepared = isKept && ground ? ground : await prepare();
      if (Array.isArray(prepared)) return { problems: sortProblems(prepared), published: 0, withheld: 0 };
      ground = prepared;
      const { source, publisher, look } = ground;
      const all = await publisher.publish(source, { changed: isKept ? changed : undefined, progress });
      const visible = all.postmortems.filter(
        ({ postmortem, publishedAt }) => postmortem && (edition === 'internal' || (publishedAt ?? '9') <= now),
      );
      const memory = { path: join(work, 'cache', 'internal-values.json'), version: codeVersion() };
      const found = [
        ...ground.problems,
        ...checkAcross(all, { ...ground, visible, now }),
        ...(await checkInternalAcross(all, { publisher, places: look.published, memory })),
      ];
      const problems = sortProblems(withBothPlaces(found));
      const result: ProjectedSite = {
        problems,
        settings: publicSettings(publisher.context),
        checks: source.settings.checks,
        published: visible.length,
        withheld: source.postmortems.length - visible.length,
        ...(checksOnly
          ? {}
          : {
              takeSnapshot: async () => ({
                ...(await takeSnapshot(all, visible, publisher, now)),
                theme: look.theme,
              }),
            }),
      };
      if (hasErrors(problems) || !write || !result.settings) return result;
      const { services } = publisher.context;
      const folder = await writer.write({
        settings: result.settings,
        translated: translationsOf(source.settings).map((language) => publicSettings(publisher.context, language)),
        theme: look.theme,
        services,
        publications: visible,
        load: (publication) => publisher.load(publication),
        pages: [...all.pages, ...all.translatedPages, { images: look.images }],
        now,
      });
      return { ...result, folder };
    },
    async close() {
      await ground?.publisher.close();
    },
  };
}

async function takeSnapshot(
  { postmortems, pages, translatedPages }: AllPublications,
  visible: readonly ListedPublication[],
  { context, load }: Publisher,
  now: string,
): Promise<Omit<SiteSnapshot, 'theme'>> {
  const shown: Pick<Publication, 'slug' | 'postmortem' | 'translations'>[] = [];
  for (const listed of visible) {
    const { slug, postmortem, translations } = await load(listed);
    shown.push({ slug, ...(postmortem ? { postmortem } : {}), ...(translations ? { translations } : {}) });
  }
  return {
    settings: publicSettings(context),
    services: publicServices(context.services, context.edition === 'internal', context.settings.language),
    pages: pages.flatMap(({ page }) => page ?? []),
    translatedPages: translatedPages.flatMap(({ page }) => page ?? []),
    postmortems: shown.flatMap(({ postmortem }) => postmortem ?? []),
    translations: Object.fromEntries(
      shown.flatMap(({ slug, translations }) => (translations ? [[slug, translations]] : [])),
    ),
    withheld: Object.fromEntries(visible.flatMap(({ slug, withheld }) => (withheld ? [[slug, withheld]] : []))),
    drafts: postmortems.filter(({ state }) => state === 'draft' || state === 'review').length,
    embargoed: postmortems.filter(({ postmortem, publishedAt }) => postmortem && (publishedAt ?? '9') > now).length,
    unreadable: postmortems.filter(({ problems }) => hasErrors(problems)).map(({ slug }) => slug),
  };
}
