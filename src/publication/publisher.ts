/** Publishes the files of a site in workers, each once for the same bytes and the same context. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { FileDigests } from '../files/file-digests.ts';
import { digestPage, digestPostmortem } from '../source/read-postmortem.ts';
import type { SiteSource } from '../source/read-site.ts';
import { type ListedPublication, listPublication } from './listed-publication.ts';
import { openListing } from './listing.ts';
import { pipelineDigest } from './pipeline-digest.ts';
import { createPublicationCache } from './publication-cache.ts';
import type { PublicationContext } from './publication-context.ts';
import type { PagePublication } from './publish-page.ts';
import type { PlacePublication } from './publish-place.ts';
import type { Publication } from './publish-postmortem.ts';
import { createWorkerPool, type WorkerPool } from './worker-pool.ts';

export interface AllPublications {
  /** In order of their folders. */
  postmortems: ListedPublication[];
  pages: PagePublication[];
  /** Translations of pages. */
  translatedPages: PagePublication[];
}

export interface PublisherOptions {
  context: PublicationContext;
  /** Folder of what is kept between runs. */
  cache: string;
  /** A cache of another copy of the site, read where the site's own has nothing. */
  borrow?: string | undefined;
  digests: FileDigests;
}

/** Of a publisher that only checks, kept apart from what builds take. */
const checkedFolder = 'checked';

export interface Publisher {
  context: PublicationContext;
  /** With `changed`, every other postmortem and every page is as it was in the last call. */
  publish(
    source: Pick<SiteSource, 'postmortems' | 'pages' | 'translatedPages'>,
    options?: {
      changed?: ReadonlySet<string> | undefined;
      progress?: ((done: number, total: number) => void) | undefined;
    },
  ): Promise<AllPublications>;
  /** The whole of what was listed, from the cache, or made again where that was damaged. */
  load(listed: ListedPublication): Promise<Publication>;
  /** Places of the theme, in the order of `names`. */
  publishPlaces(names: readonly string[]): Promise<PlacePublication[]>;
  close(): Promise<void>;
}

type Task = { kind: 'postmortem' | 'page'; name: string };

export function createPublisher({ context, cache, borrow, digests }: PublisherOptions): Publisher {
  const pool = createWorkerPool(context);
  const own = createPublicationCache(cache);
  const borrowed = borrow === undefined ? undefined : createPublicationCache(borrow);
  const listing = openListing(cache);
  const checked = context.checksOnly ? openListing(join(cache, checkedFolder)) : undefined;
  /** What the cache cannot give back. */
  const unkept = new Map<string, Publication>();
  let last = new Map<string, ListedPublication | PagePublication>();
  let contextDigest: string | undefined;

  const readKept = async <P extends Publication | PagePublication>(task: Task, key: string): Promise<P | undefined> =>
    (await own.read<P>(nameOf(task), key)) ?? (await borrowed?.read<P>(nameOf(task), key));
  const publishWhole = async <P extends Publication | PagePublication>(task: Task, key: string): Promise<P> => {
    const known = await readKept<P>(task, key);
    if (known) return known;
    const publication = (await runTask(pool, task)) as P;
    if (checked) return publication;
    // What took too long once may not the next time.
    if (!isTooSlow(publication)) await own.write(nameOf(task), key, publication);
    else if (task.kind === 'postmortem') unkept.set(key, publication as Publication);
    return publication;
  };
  const keyOf = async (task: Task): Promise<string> => {
    contextDigest ??= digestOf([await pipelineDigest(), { ...context, site: '', checksOnly: undefined }]);
    const digest = task.kind === 'page' ? digestPage : digestPostmortem;
    return digestOf([contextDigest, task.name, digest(context.site, task.name, digests)]);
  };
  const publishOne = async (task: Task): Promise<ListedPublication | PagePublication> => {
    const key = await keyOf(task);
    if (task.kind === 'page') return publishWhole<PagePublication>(task, key);
    const known = listing.find(task.name, key) ?? checked?.find(task.name, key);
    if (known) return known;
    const whole = await publishWhole<Publication>(task, key);
    const made = listPublication(whole, key);
    if (!isTooSlow(whole)) (checked ?? listing).add(task.name, made);
    return made;
  };
  return {
    context,
    async publish({ postmortems, pages, translatedPages }, { changed, progress } = {}) {
      const tasks: Task[] = [
        ...postmortems.map((name) => ({ kind: 'postmortem' as const, name })),
        ...[...pages, ...translatedPages].map((name) => ({ kind: 'page' as const, name })),
      ];
      let done = 0;
      const now = new Map<string, ListedPublication | PagePublication>();
      const published = await inParallel(tasks, async (task) => {
        const name = `${task.kind} ${task.name}`;
        const isKept = changed !== undefined && !(task.kind === 'postmortem' && changed.has(task.name));
        const publication = (isKept ? last.get(name) : undefined) ?? (await publishOne(task));
        now.set(name, publication);
        done += 1;
        progress?.(done, tasks.length);
        return publication;
      });
      last = now;
      if (changed === undefined) (checked ?? listing).save(postmortems);
      return {
        postmortems: published.slice(0, postmortems.length) as ListedPublication[],
        pages: published.slice(postmortems.length, postmortems.length + pages.length) as PagePublication[],
        translatedPages: published.slice(postmortems.length + pages.length) as PagePublication[],
      };
    },
    async load({ slug, key }) {
      const task = { kind: 'postmortem' as const, name: slug };
      const known = unkept.get(key) ?? (await readKept<Publication>(task, key));
      if (known) return known;
      if ((await keyOf(task)) !== key) throw new Error('The sources changed while the site was built.');
      return publishWhole(task, key);
    },
    publishPlaces: (names) =>
      inParallel(names, async (name) => {
        const outcome = await pool.run({ kind: 'place', name }, { file: `content/theme/${name}.mdx` });
        return outcome as PlacePublication;
      }),
    close: () => pool.close(),
  };
}

function isTooSlow({ problems }: Pick<Publication, 'problems'>): boolean {
  return problems.some(({ code }) => code === 'story/too-slow');
}

function nameOf({ kind, name }: Task): string {
  return `${kind}s/${name}`;
}

function runTask(pool: WorkerPool, { kind, name }: Task) {
  const file = kind === 'page' ? `content/pages/${name}.mdx` : `content/postmortems/${name}/index.mdx`;
  return pool.run({ kind, name }, { file }) as Promise<Publication | PagePublication>;
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

function digestOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value));
}
