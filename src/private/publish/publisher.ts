/** Publishes the files of a site in workers, each once for the same bytes and the same context. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { codeVersion } from '../../disk/code-version.ts';
import type { FileDigests } from '../../disk/file-digests.ts';
import { digestPage, digestPostmortem } from '../../disk/source/read-postmortem.ts';
import type { SiteSource } from '../../disk/source/read-site.ts';
import { type ListedPublication, listPublication } from './listed-publication.ts';
import { openListing } from './listing.ts';
import { createPublicationCache, postmortemEntry } from './publication-cache.ts';
import type { PublicationContext } from './publication-context.ts';
import type { ListedResult, Task as WorkerTask } from './publication-worker.ts';
import type { PagePublication } from './publish-page.ts';
import type { PlacePublication } from './publish-place.ts';
import { openTextShelf, packShown, type ShownText } from './shown-texts.ts';
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
  /** What is public of what was listed, made again where it is not kept. */
  readShown(listed: ListedPublication): Promise<readonly ShownText[]>;
  /** The same with the places of its lines, made anew. */
  placeShown(listed: ListedPublication): Promise<readonly ShownText[]>;
  /** Places of the theme, in the order of `names`. */
  publishPlaces(names: readonly string[]): Promise<PlacePublication[]>;
  close(): Promise<void>;
}

type Task = { kind: 'postmortem' | 'page'; name: string };

export function createPublisher({ context, cache, borrow, digests }: PublisherOptions): Publisher {
  const pool = createWorkerPool(context);
  const own = createPublicationCache(cache);
  const borrowed = borrow === undefined ? undefined : createPublicationCache(borrow);
  const shelf = openTextShelf(join(cache, 'shown'));
  const listing = openListing(cache);
  const checked = context.checksOnly ? openListing(join(cache, checkedFolder)) : undefined;
  /** What an earlier check has looked at, the check itself knows best. */
  const listingOf = (name: string) => (checked?.has(name) ? checked : listing);
  let last = new Map<string, ListedPublication | PagePublication>();
  let contextDigest: string | undefined;

  const readKept = async <P extends Publication | PagePublication>(
    entry: string,
    key: string,
  ): Promise<P | undefined> => (await own.read<P>(entry, key)) ?? (await borrowed?.read<P>(entry, key));
  const publishPageOnce = async (name: string, key: string): Promise<PagePublication> => {
    const entry = `pages/${name}`;
    const ofCheck = join(checkedFolder, entry);
    const looked = checked && (await own.read<PagePublication>(ofCheck, key));
    const known = looked ?? (await readKept<PagePublication>(entry, key));
    if (known) return known;
    const page = (await runTask(pool, { kind: 'page', name })) as PagePublication;
    // What took too long once may not the next time.
    if (!isTooSlow(page)) own.write(checked ? ofCheck : entry, key, page);
    return page;
  };
  const publishPostmortemOnce = async (name: string, key: string): Promise<ListedPublication> => {
    const known = listingOf(name).find(name, key);
    if (known) return known;
    const kept = await readKept<Publication>(postmortemEntry(name), key);
    const keep = checked ? { key } : { key, cache };
    const made = kept
      ? { ...listPublication(kept, key), shown: packShown(kept.shown ?? []) }
      : { ...((await runTask(pool, { kind: 'postmortem', name, keep })) as ListedResult), key };
    const { shown, ...listed } = made;
    shelf.add(name, key, shown);
    if (!isTooSlow(listed)) (checked ?? listing).add(name, listed);
    return listed;
  };
  const keyOf = async (task: Task): Promise<string> => {
    contextDigest ??= digestOf([codeVersion(), { ...context, site: '', checksOnly: undefined }]);
    const digest = task.kind === 'page' ? digestPage : digestPostmortem;
    return digestOf([contextDigest, task.name, digest(context.site, task.name, digests)]);
  };
  /** Starts a worker where a postmortem is new; the keys are those of some that are not. */
  const prepare = async (tasks: readonly Task[]): Promise<Map<string, string>> => {
    const keys = new Map<string, string>();
    for (const task of tasks) {
      if (task.kind === 'page') continue;
      const key = await keyOf(task);
      if (listingOf(task.name).has(task.name, key)) keys.set(nameOf(task), key);
      else {
        // Its own key is made when it is read: a file may change meanwhile.
        pool.warm();
        break;
      }
    }
    return keys;
  };
  const publishOne = async (task: Task, known: string | undefined): Promise<ListedPublication | PagePublication> => {
    const key = known ?? (await keyOf(task));
    return task.kind === 'page' ? publishPageOnce(task.name, key) : publishPostmortemOnce(task.name, key);
  };
  return {
    context,
    async publish({ postmortems, pages, translatedPages }, { changed, progress } = {}) {
      const tasks: Task[] = [
        ...postmortems.map((name) => ({ kind: 'postmortem' as const, name })),
        ...[...pages, ...translatedPages].map((name) => ({ kind: 'page' as const, name })),
      ];
      const isKept = (task: Task) => changed !== undefined && !(task.kind === 'postmortem' && changed.has(task.name));
      const keys = await prepare(tasks.filter((task) => !isKept(task)));
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
      if (changed === undefined) {
        (checked ?? listing).save(postmortems);
        shelf.save(postmortems);
      }
      return {
        postmortems: published.slice(0, postmortems.length) as ListedPublication[],
        pages: published.slice(postmortems.length, postmortems.length + pages.length) as PagePublication[],
        translatedPages: published.slice(postmortems.length + pages.length) as PagePublication[],
      };
    },
    async load({ slug, key }) {
      const known = await readKept<Publication>(postmortemEntry(slug), key);
      if (known) return known;
      const task = { kind: 'postmortem' as const, name: slug };
      if ((await keyOf(task)) !== key) throw new Error('The sources changed while the site was built.');
      const publication = (await runTask(pool, task)) as Publication;
      if (!isTooSlow(publication)) own.write(postmortemEntry(slug), key, publication);
      return publication;
    },
    async readShown({ slug, key }) {
      const kept = shelf.read(slug, key) ?? (await readKept<Publication>(postmortemEntry(slug), key))?.shown;
      if (kept) return kept;
      const { shown = [] } = (await runTask(pool, { kind: 'postmortem', name: slug })) as Publication;
      return shown;
    },
    async placeShown({ slug }) {
      const { shown = [] } = (await runTask(pool, { kind: 'postmortem', name: slug, withPlaces: true })) as Publication;
      return shown;
    },
    publishPlaces: (names) =>
      inParallel(names, async (name) => {
        const outcome = await pool.run({ kind: 'place', name }, { file: `content/theme/${name}.mdx` });
        return outcome as PlacePublication;
      }),
    close: () => pool.close(),
  };
}

function nameOf({ kind, name }: Task): string {
  return `${kind} ${name}`;
}

const tooSlow: ReadonlySet<string> = new Set(['story/too-slow', 'story/too-slow-together', 'image/too-slow']);

function isTooSlow({ problems }: Pick<Publication, 'problems'>): boolean {
  return problems.some(({ code }) => tooSlow.has(code));
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
