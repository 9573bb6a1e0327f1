/** One edition of a site while it is written: its projection, its problems and its renderer. */
import { join } from 'node:path';
import { type LivePage, startLiveRenderer } from '../build/render/live-renderer.ts';
import { createProjector, type ProjectedSite } from '../private/publish/site-projector.ts';
import { translationFolder } from '../private/publish/write-projection.ts';
import type { Edition } from '../shared/incident/site-schema.ts';
import type { Problem } from '../shared/problem/problem.ts';

export interface Refreshed {
  /** Whether there is a site to show. */
  isSite: boolean;
  /** Problems of the files that were touched. */
  problems: readonly Problem[];
}

export interface DevEdition {
  /** Of the last look at the sources. */
  problems: readonly Problem[];
  /** False where the settings could not be read: what is shown is older then. */
  isCurrent: boolean;
  /** Sources of the pages that are shown. */
  files: ReadonlySet<string>;
  /** Folders of those in draft or review. */
  drafts: readonly string[];
  /** By folder, when each becomes public that waits for its moment. */
  embargoes: ReadonlyMap<string, string>;
  /** Path of the site's address; `/` until its settings could be read. */
  base: string;
  /** Languages of the translations; none until its settings could be read. */
  translations: readonly string[];
  /** Where the projection is, with its images. */
  projection: string;
  /** Notes that files changed: postmortems by their slugs, anything else as `undefined`. */
  touch(slug: string | undefined): void;
  /** Projects what was touched, once an earlier call is done. `undefined` when nothing was. */
  refresh(): Promise<Refreshed | undefined>;
  render(entry: string, path: string): Promise<LivePage>;
  /** Ends what is under way, which rejects; nothing is begun after it. */
  close(): Promise<void>;
}

export function createDevEdition({ site, edition, now }: { site: string; edition: Edition; now: string }): DevEdition {
  const stop = new AbortController();
  const projector = createProjector({ site, edition, now, whileWriting: true, signal: stop.signal });
  const projection = projector.folder;
  let touched: Set<string> | 'all' | undefined = 'all';
  let last: Promise<unknown> = Promise.resolve();
  const renderers = new Map<string, ReturnType<typeof startLiveRenderer>>();
  const state: DevEdition = {
    problems: [],
    isCurrent: false,
    files: new Set(),
    drafts: [],
    embargoes: new Map(),
    base: '/',
    translations: [],
    projection,
    touch(slug) {
      if (slug === undefined || touched === 'all') touched = 'all';
      else touched = (touched ?? new Set()).add(slug);
    },
    refresh() {
      const refreshed = last.then(refreshNow);
      last = refreshed.catch(() => {});
      return refreshed;
    },
    async render(entry, path) {
      stop.signal.throwIfAborted();
      const language = state.translations.find((tag) => path.startsWith(`/${tag}/`));
      const folder = language === undefined ? projection : join(projection, translationFolder(language));
      const renderer = renderers.get(folder) ?? startLiveRenderer(entry, folder);
      renderers.set(folder, renderer);
      return (await renderer).render(language === undefined ? path : path.slice(language.length + 1));
    },
    async close() {
      stop.abort();
      await last;
      await projector.close();
      const started = await Promise.allSettled(renderers.values());
      await Promise.all(started.map((renderer) => renderer.status === 'fulfilled' && renderer.value.close()));
    },
  };
  const refreshNow = async (): Promise<Refreshed | undefined> => {
    stop.signal.throwIfAborted();
    if (touched === undefined) return undefined;
    const changed = touched === 'all' ? undefined : touched;
    touched = undefined;
    const projected = await projector.project(changed);
    take(projected);
    for (const renderer of renderers.values()) (await renderer).forget();
    const isTouched = ({ location: { file } }: Problem) => changed?.has(file.split('/')[2] ?? '') ?? true;
    return { isSite: projected.settings !== undefined, problems: projected.problems.filter(isTouched) };
  };
  const take = ({ settings, problems, files, drafts, embargoes }: ProjectedSite) => {
    state.problems = problems;
    state.isCurrent = settings !== undefined;
    if (!settings) return;
    state.base = settings.base;
    state.translations = settings.languages.slice(1);
    state.files = files ?? state.files;
    state.drafts = drafts ?? [];
    state.embargoes = embargoes ?? new Map();
  };
  return state;
}
