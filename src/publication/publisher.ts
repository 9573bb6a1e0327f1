/** Publishes the files of a site in workers, each once for the same bytes and the same context. */
import { createHash } from 'node:crypto';
import { digestPage, digestPostmortem } from '../source/read-postmortem.ts';
import type { SiteSource } from '../source/read-site.ts';
import { pipelineDigest } from './pipeline-digest.ts';
import { createPublicationCache } from './publication-cache.ts';
import type { PublicationContext } from './publication-context.ts';
import type { PagePublication } from './publish-page.ts';
import type { PlacePublication } from './publish-place.ts';
import type { Publication } from './publish-postmortem.ts';
import { createWorkerPool, type WorkerPool } from './worker-pool.ts';

export interface AllPublications {
  /** In order of their folders. */
  postmortems: Publication[];
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
}

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
  /** Places of the theme, in the order of `names`. */
  publishPlaces(names: readonly string[]): Promise<PlacePublication[]>;
  close(): Promise<void>;
}

type Task = { kind: 'postmortem' | 'page'; name: string };

export function createPublisher({ context, cache, borrow }: PublisherOptions): Publisher {
  const pool = createWorkerPool(context);
  const own = createPublicationCache(cache);
  const borrowed = borrow === undefined ? undefined : createPublicationCache(borrow);
  let last = new Map<string, Publication | PagePublication>();
  let contextDigest: string | undefined;

  const publishOne = async (task: Task): Promise<Publication | PagePublication> => {
    contextDigest ??= digestOf([await pipelineDigest(), { ...context, site: '' }]);
    const digest = task.kind === 'page' ? digestPage : digestPostmortem;
    const key = digestOf([contextDigest, task.name, await digest(context.site, task.name)]);
    const name = `${task.kind}s/${task.name}`;
    const known =
      (await own.read<Publication | PagePublication>(name, key)) ??
      (await borrowed?.read<Publication | PagePublication>(name, key));
    if (known) return known;
    const publication = await runTask(pool, task);
    // What took too long once may not the next time.
    if (publication.problems.every(({ code }) => code !== 'story/too-slow')) await own.write(name, key, publication);
    return publication;
  };
  return {
    context,
    async publish({ postmortems, pages, translatedPages }, { changed, progress } = {}) {
      const tasks: Task[] = [
        ...postmortems.map((name) => ({ kind: 'postmortem' as const, name })),
        ...[...pages, ...translatedPages].map((name) => ({ kind: 'page' as const, name })),
      ];
      let done = 0;
      const now = new Map<string, Publication | PagePublication>();
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
      return {
        postmortems: published.slice(0, postmortems.length) as Publication[],
        pages: published.slice(postmortems.length, postmortems.length + pages.length) as PagePublication[],
        translatedPages: published.slice(postmortems.length + pages.length) as PagePublication[],
      };
    },
    publishPlaces: (names) =>
      inParallel(names, async (name) => {
        const outcome = await pool.run({ kind: 'place', name }, { file: `content/theme/${name}.mdx` });
        return outcome as PlacePublication;
      }),
    close: () => pool.close(),
  };
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
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
