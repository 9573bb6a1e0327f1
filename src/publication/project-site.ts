/** The first stage of a build: private tree in, a fresh tree of public bytes out, or all problems of all files. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { storyWordsFor } from '../i18n/story-words.ts';
import type { Edition, PublicSite, SiteSettings } from '../incident/site-schema.ts';
import { applyChecks } from '../lint/apply-checks.ts';
import { hearSilences, reportUnused } from '../lint/silences.ts';
import { createProblem, hasErrors, type Problem, sortProblems } from '../problem/problem.ts';
import { createFinder, PolicyError, policyOn } from '../redaction/find-private-text.ts';
import { digestPostmortem } from '../source/read-postmortem.ts';
import { readSite, type SiteSource } from '../source/read-site.ts';
import { readPlainText } from '../source/safe-file.ts';
import { parseYaml } from '../source/yaml-document.ts';
import { checkSettings } from './check-settings.ts';
import { checkSite, isPublished, type SiteFacts } from './check-site.ts';
import { listKnownPages } from './list-known-pages.ts';
import { maskProblems } from './mask-problems.ts';
import { pipelineDigest } from './pipeline-digest.ts';
import { createPublicationCache, type PublicationCache } from './publication-cache.ts';
import type { PublicationContext } from './publication-context.ts';
import type { PagePublication } from './publish-page.ts';
import type { Publication } from './publish-postmortem.ts';
import type { SiteSnapshot } from './site-snapshot.ts';
import { createWorkerPool, type WorkerPool } from './worker-pool.ts';
import { publicServices, writeProjection } from './write-projection.ts';

export interface ProjectOptions {
  /** Absolute path of the site's folder. */
  site: string;
  edition: Edition;
  /** The build's instant in canonical form: decides embargoes and the end of exceptions. */
  now: string;
  /** False: only look, and write no projection. */
  write?: boolean;
  /** A cache of another copy of the site, read where the site's own has nothing. */
  borrow?: string;
  /** Told after each postmortem. */
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
  /** What this edition shows at this instant, also where other files have errors. */
  snapshot?: SiteSnapshot;
}

/** Folder of all that a site keeps between builds, one for each edition. */
export function workFolder(site: string, edition: Edition): string {
  return join(site, '.candor', edition);
}

/** Projects a site. Author mistakes come back as problems. */
export async function projectSite(options: ProjectOptions): Promise<ProjectedSite> {
  const { site, edition, now } = options;
  const read = await readSite(site);
  const failed = (problems: Problem[]): ProjectedSite => ({
    problems: sortProblems(problems),
    published: 0,
    withheld: 0,
  });
  if (!read.site) return failed(read.problems);
  const context = await createContext(read.site, options);
  const policyProblem = await checkPolicy(context);
  if (policyProblem) return failed([...read.problems, policyProblem]);

  const findPrivateText = createFinder(context.policy, context);
  const settingsProblems = edition === 'public' ? await checkSettings(site, read.site, findPrivateText) : [];
  const all = await publishAll(read.site, context, options);
  const visible = all.postmortems.filter(
    ({ postmortem, publishedAt }) => postmortem && (edition === 'internal' || (publishedAt ?? '9') <= now),
  );
  const known = await listKnownPages(read.site, context);
  const across = maskProblems(
    checkAcross(all.postmortems, context, { services: context.services, visible, now, known }),
    findPrivateText,
  );
  const own = all.postmortems.flatMap((publication) => withholdExcerpts(publication, now));
  const ofPages = all.pages.flatMap((page) => page.problems);
  const problems = [
    ...maskProblems(read.problems, findPrivateText),
    ...settingsProblems,
    ...own,
    ...ofPages,
    ...across,
  ];
  const settings = publicSettings(context);
  const result = {
    problems: sortProblems(problems),
    settings,
    checks: context.settings.checks,
    published: visible.length,
    withheld: read.site.postmortems.length - visible.length,
    snapshot: {
      settings,
      services: publicServices(context.services, edition === 'internal'),
      pages: all.pages.flatMap(({ page }) => page ?? []),
      postmortems: visible.flatMap(({ postmortem }) => postmortem ?? []),
      withheld: Object.fromEntries(visible.flatMap(({ slug, withheld }) => (withheld ? [[slug, withheld]] : []))),
      drafts: all.postmortems.filter(({ state }) => state === 'draft' || state === 'review').length,
      embargoed: all.postmortems.filter(({ postmortem, publishedAt }) => postmortem && (publishedAt ?? '9') > now)
        .length,
      unreadable: all.postmortems.filter(({ problems }) => hasErrors(problems)).map(({ slug }) => slug),
    },
  };
  if (hasErrors(problems) || options.write === false) return result;
  const folder = join(workFolder(site, edition), 'projection');
  await writeProjection(folder, {
    settings,
    services: context.services,
    publications: visible,
    all: all.postmortems,
    pages: all.pages,
    now,
  });
  return { ...result, folder };
}

/** Checks across postmortems, after which a silence that is still unused is one too many. */
function checkAcross(
  publications: Publication[],
  { settings, edition }: PublicationContext,
  facts: SiteFacts,
): Problem[] {
  const found = applyChecks(checkSite(publications, facts), { checks: settings.checks, isDraft: false });
  const silences = publications.flatMap((publication) => publication.silences ?? []);
  const { problems, unused } = hearSilences(found, silences);
  // The internal edition leaves out checks, so it cannot tell.
  return edition === 'internal' ? problems : [...problems, ...reportUnused(unused)];
}

/** The lines of what is not published at `now` are marked as such. */
function withholdExcerpts(publication: Publication, now: string): Problem[] {
  if (isPublished(publication, now)) return publication.problems;
  return publication.problems.map((problem) =>
    problem.excerpt ? { ...problem, excerpt: { ...problem.excerpt, isWithheld: true } } : problem,
  );
}

async function createContext(source: SiteSource, { site, edition, now }: ProjectOptions): Promise<PublicationContext> {
  const { settings, services } = source;
  const path = new URL(settings.url).pathname;
  return {
    edition,
    site,
    settings,
    base: path.endsWith('/') ? path : `${path}/`,
    services,
    policy: policyOn(source.policy, now.slice(0, 10)),
    ticketPrefixes: await findTicketPrefixes(site, source.postmortems),
    internalNames: Object.values(services).flatMap(({ name, internal }) => (internal ? [name] : [])),
    words: storyWordsFor(settings.language),
  };
}

/** Prefixes of all `ticket:` fields, read as text so that one postmortem's tickets are private in every other. */
async function findTicketPrefixes(site: string, slugs: string[]): Promise<string[]> {
  const prefixes = new Set<string>();
  for (const slug of slugs) {
    const text = await readFile(join(site, 'content', 'postmortems', slug, 'index.mdx'), 'utf8').catch(() => '');
    for (const [, value] of text.matchAll(/\bticket["']?\s*:([^\n]*(?:\n[ \t]+[^\n:]*$)?)/gm))
      for (const match of (value ?? '').matchAll(/(?<![A-Za-z0-9])([A-Za-z][A-Za-z0-9]{1,15})-\d+(?![A-Za-z0-9-])/g))
        prefixes.add((match[1] ?? '').toLowerCase());
  }
  return [...prefixes].sort();
}

async function checkPolicy({
  site,
  policy,
  ticketPrefixes,
  internalNames,
}: PublicationContext): Promise<Problem | undefined> {
  try {
    createFinder(policy, { ticketPrefixes, internalNames });
    return undefined;
  } catch (cause) {
    if (!(cause instanceof PolicyError)) throw cause;
    const file = 'content/redaction.yaml';
    const { value } = await readPlainText(join(site, 'content'), 'redaction.yaml', { file });
    const { document } = value === undefined ? {} : parseYaml(value, file, 1, { secret: true });
    const place = document?.placeOf(['patterns', cause.pattern, 'pattern']) ?? { file };
    return createProblem('redaction/policy', place, { reason: cause.message });
  }
}

interface AllPublications {
  postmortems: Publication[];
  pages: PagePublication[];
}

async function publishAll(
  source: SiteSource,
  context: PublicationContext,
  { progress, borrow }: ProjectOptions,
): Promise<AllPublications> {
  const pool = createWorkerPool(context);
  const cache = createPublicationCache(join(workFolder(context.site, context.edition), 'cache'));
  const borrowed = borrow === undefined ? undefined : createPublicationCache(borrow);
  const contextDigest = digestOf([await pipelineDigest(), { ...context, site: '' }]);
  let done = 0;
  try {
    const postmortems = await inParallel(source.postmortems, async (slug) => {
      const publication = await publishCached(slug, { context, contextDigest, cache, borrowed, pool });
      done += 1;
      progress?.(done, source.postmortems.length);
      return publication;
    });
    const pages = await inParallel(
      source.pages,
      (name) => pool.run({ kind: 'page', name }, { file: `content/pages/${name}.mdx` }) as Promise<PagePublication>,
    );
    return { postmortems, pages };
  } finally {
    await pool.close();
  }
}

interface CachedPublishing {
  context: PublicationContext;
  contextDigest: string;
  cache: PublicationCache;
  borrowed: PublicationCache | undefined;
  pool: WorkerPool;
}

async function publishCached(
  slug: string,
  { context, contextDigest, cache, borrowed, pool }: CachedPublishing,
): Promise<Publication> {
  const key = digestOf([contextDigest, slug, await digestPostmortem(context.site, slug)]);
  const name = `postmortems/${slug}`;
  const known = (await cache.read<Publication>(name, key)) ?? (await borrowed?.read<Publication>(name, key));
  if (known) return known;
  const place = { file: `content/postmortems/${slug}/index.mdx` };
  const publication = (await pool.run({ kind: 'postmortem', name: slug }, place)) as Publication;
  // What took too long once may not the next time.
  if (publication.problems.every(({ code }) => code !== 'story/too-slow')) await cache.write(name, key, publication);
  return publication;
}

/** Keeps a few under way at once; results stand in the order of `items`. */
async function inParallel<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await run(items[index] as T);
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  return results;
}

function publicSettings({ settings, edition, base }: PublicationContext): PublicSite {
  const { checks: _checks, thresholds: _thresholds, glossary: _glossary, ...shown } = settings;
  return { ...shown, edition, base, origin: new URL(settings.url).origin };
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
