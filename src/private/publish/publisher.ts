/** Publishes the files of a site in workers, each once for the same bytes and the same context. */
import { hash } from 'node:crypto';
import { codeVersion } from '../../disk/code-version.ts';
import type { FileDigests } from '../../disk/file-digests.ts';
import { digestPage, digestPostmortem } from '../../disk/source/read-postmortem.ts';
import type { SiteSource } from '../../disk/source/read-site.ts';
import { type ListedPublication, listPublication } from './listed-publication.ts';
import type { PublicationContext } from './publication-context.ts';
import { openPublicationStore, type PublicationStore } from './publication-store.ts';
import type { ListedResult, Task as WorkerTask } from './publication-worker.ts';
import type { PagePublication } from './publish-page.ts';
import type { SlotPublication } from './publish-slot.ts';
import { packShown, type ShownText } from './shown-texts.ts';
import type { Publication } from './types.ts';
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
  /** How many threads may work at once. */
  jobs?: number | undefined;
  /** Ends what is under way. */
  signal?: AbortSignal | undefined;
}

/** What is told before postmortems are read anew, for whatever can begin meanwhile; nothing where none is. */
export interface ReadAhead {
  /** That there are some, as soon as one is known. */
  begins(): void;
  /** Which they are, where they are few. */
  concerns(slugs: readonly string[]): void;
}

export interface Publisher {
  context: PublicationContext;
  /** With `changed`, every other postmortem and every page is as it was in the last call. */
  publish(
    source: Pick<SiteSource, 'postmortems' | 'pages' | 'translatedPages'>,
    options?: {
      changed?: ReadonlySet<string> | undefined;
      ahead?: ReadAhead | undefined;
      /** Nothing is read again, as a rule: readers end, which have as much in memory as all that follows. */
      isLast?: boolean;
      progress?: ((done: number, total: number) => void) | undefined;
    },
  ): Promise<AllPublications>;
  /** The whole of what was listed, from the cache, or made again where that was damaged. */
  load(listed: ListedPublication): Promise<Publication>;
  /** What is public of what was listed, made again where it is not kept. */
  readShown(listed: ListedPublication): Promise<readonly ShownText[]>;
  /** The same with the places of its lines, made anew. */
  locateShown(listed: ListedPublication): Promise<readonly ShownText[]>;
  /** One as if it were published now; never kept, and never listed. */
  preview(slug: string): Promise<Publication>;
  /** Places of the theme, in the order of `names`. */
  publishSlots(names: readonly string[]): Promise<SlotPublication[]>;
  close(): Promise<void>;
}

type Task = { kind: 'postmortem' | 'page'; name: string };

export function createPublisher({ context, cache, borrow, digests, jobs, signal }: PublisherOptions): Publisher {
  const pool = createWorkerPool(context, undefined, { jobs, signal });
  const store = openPublicationStore({ cache, borrow, checksOnly: context.checksOnly === true });
  const keyOf = createKeys(context, digests);
  let last = new Map<string, ListedPublication | PagePublication>();

  const publishPage = async (name: string, key: string): Promise<PagePublication> => {
    const known = await store.readPage(name, key);
    if (known) return known;
    const page = (await runTask(pool, { kind: 'page', name })) as PagePublication;
    store.keepPage(name, key, page);
    return page;
  };
  const publishPostmortem = async (name: string, key: string): Promise<ListedPublication> => {
    const known = store.findListed(name, key);
    if (known) return known;
    const { listed, shown } =
      (await store.listKept(name, key)) ?? (await makeListed(pool, { name, key, cache: store.workerFolder }));
    store.keepListed(name, listed, shown);
    return listed;
  };
  const publishOne = async (task: Task, known: string | undefined): Promise<ListedPublication | PagePublication> => {
    const key = known ?? (await keyOf(task));
    return task.kind === 'page' ? publishPage(task.name, key) : publishPostmortem(task.name, key);
  };
  const makeWhole = (name: string, withLocations = false) =>
    runTask(pool, { kind: 'postmortem', name, ...(withLocations ? { withLocations } : {}) }) as Promise<Publication>;
  return {
    context,
    async publish({ postmortems, pages, translatedPages }, { changed, ahead, progress, isLast = false } = {}) {
      const tasks = tasksOf(postmortems, [...pages, ...translatedPages]);
      const isKept = (task: Task) => changed !== undefined && !(task.kind === 'postmortem' && changed.has(task.name));
      const keys = await warmUp(
        tasks.filter((task) => !isKept(task)),
        { pool, store, keyOf, ahead },
      );
      let done = 0;
      const now = new Map<string, ListedPublication | PagePublication>();
      const published = await inParallel(tasks, async (task) => {
        const name = nameOf(task);
        const publication = (isKept(task) ? last.get(name) : undefined) ?? (await publishOne(task, keys.get(name)));
        now.set(name, publication);
        done += 1;
        progress?.(done, tasks.length);
        return publication;
      });
      last = now;
      if (isLast) await pool.close();
      if (changed === undefined) store.save(postmortems);
      return {
        postmortems: published.slice(0, postmortems.length) as ListedPublication[],
        pages: published.slice(postmortems.length, postmortems.length + pages.length) as PagePublication[],
        translatedPages: published.slice(postmortems.length + pages.length) as PagePublication[],
      };
    },
    async load({ slug, key }) {
      const known = await store.readPostmortem(slug, key);
      if (known) return known;
      if ((await keyOf({ kind: 'postmortem', name: slug })) !== key)
        throw new Error('The sources changed while the site was built.');
      const publication = await makeWhole(slug);
      store.keepPostmortem(slug, key, publication);
      return publication;
    },
    readShown: async ({ slug, key }) => (await store.readShown(slug, key)) ?? (await makeWhole(slug)).shown ?? [],
    locateShown: async ({ slug }) => (await makeWhole(slug, true)).shown ?? [],
    preview: async (slug) =>
      (await runTask(pool, { kind: 'postmortem', name: slug, asIfPublished: true })) as Publication,
    publishSlots: (names) =>
      inParallel(names, async (name) => {
        const outcome = await pool.run({ kind: 'slot', name }, { file: `content/theme/${name}.mdx` });
        return outcome as SlotPublication;
      }),
    close: () => pool.close(),
  };
}

function tasksOf(postmortems: readonly string[], pages: readonly string[]): Task[] {
  return [
    ...postmortems.map((name) => ({ kind: 'postmortem' as const, name })),
    ...pages.map((name) => ({ kind: 'page' as const, name })),
  ];
}

/** Digests of all that decides what a file is published as. */
function createKeys(context: PublicationContext, digests: FileDigests): (task: Task) => Promise<string> {
  let contextDigest: string | undefined;
  return async (task) => {
    contextDigest ??= digestOf([codeVersion(), { ...context, site: '', checksOnly: undefined }]);
    const digest = task.kind === 'page' ? digestPage : digestPostmortem;
    return digestOf([contextDigest, task.name, digest(context.site, task.name, digests)]);
  };
}

interface WarmUp {
  pool: WorkerPool;
  store: PublicationStore;
  keyOf: (task: Task) => Promise<string>;
  ahead: ReadAhead | undefined;
}

/** More are not told of: of what could begin ahead, too little would stay as it is. */
const mostOfFew = 20;

/** Starts a worker where a postmortem is new; the keys are those of some that are not. */
async function warmUp(tasks: readonly Task[], { pool, store, keyOf, ahead }: WarmUp): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  const read: string[] = [];
  for (const task of tasks) {
    if (task.kind === 'page') continue;
    const key = await keyOf(task);
    if (store.hasListed(task.name, key)) {
      keys.set(nameOf(task), key);
      continue;
    }
    // Its own key is made when it is read: a file may change meanwhile.
    if (read.push(task.name) === 1) {
      pool.warm();
      ahead?.begins();
    } else if (read.length > mostOfFew) return keys;
  }
  if (read.length > 0) ahead?.concerns(read);
  return keys;
}

function notShown(publication: Publication, key: string): ListedResult {
  return { ...listPublication(publication, key), shown: packShown([]) };
}

async function makeListed(
  pool: WorkerPool,
  { name, key, cache }: { name: string; key: string; cache: string | undefined },
): Promise<{ listed: ListedPublication; shown: string }> {
  const keep = cache === undefined ? { key } : { key, cache };
  // Of one that took too long nothing is known but that.
  const made = (await runTask(pool, { kind: 'postmortem', name, keep })) as ListedResult | Publication;
  const { shown, ...listed } =
    typeof made.shown === 'string' ? (made as ListedResult) : notShown(made as Publication, key);
  return { listed: { ...listed, key }, shown };
}

function nameOf({ kind, name }: Task): string {
  return `${kind} ${name}`;
}

function runTask(pool: WorkerPool, task: WorkerTask) {
  const file = task.kind === 'page' ? `content/pages/${task.name}.mdx` : `content/postmortems/${task.name}/index.mdx`;
  return pool.run(task, { file });
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
