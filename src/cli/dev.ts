/** `candor dev`: serves a site while it is written. Projects what changed, renders on request, reloads the page. */
import type { ServerResponse } from 'node:http';
import { join, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { compileEngine, type Engine } from '../build/render/compile-engine.ts';
import { readSiteText } from '../disk/safe-file.ts';
import { nameOfStory } from '../disk/source/read-postmortem.ts';
import { reuseWorkers } from '../private/publish/worker-pool.ts';
import { findAddress } from '../shared/addresses/find-address.ts';
import type { Edition } from '../shared/incident/site-schema.ts';
import { countProblems, printProblems } from '../shared/problem/print-problems.ts';
import { hasErrors, type Problem, sortProblems } from '../shared/problem/problem.ts';
import type { CommandOptions, ExitCode } from './command.ts';
import { type DevView, problemsOf } from './dev-bar.ts';
import { createDevEdition, type DevEdition } from './dev-edition.ts';
import { devScript, devStyle } from './dev-files.ts';
import { problemsPage, sourcePage, withDevParts } from './dev-page.ts';
import { isPlainPath } from './judge-request.ts';
import { routeRequest } from './route-request.ts';
import { sendFile } from './send-file.ts';
import { listen, type Request, untilStopped } from './serve.ts';

interface Server {
  site: string;
  engine: Engine;
  editions: Record<Edition, DevEdition>;
  shown: Edition;
  /** The instant as of which everything is shown. */
  now: string;
  listeners: Set<ServerResponse>;
}

export async function dev({ site, edition, now, port, console }: CommandOptions): Promise<ExitCode> {
  reuseWorkers();
  const editions = {
    public: createDevEdition({ site, edition: 'public', now }),
    internal: createDevEdition({ site, edition: 'internal', now }),
  };
  // The public edition is looked at whichever is shown: its checks are those that publication has to pass.
  const refresh = async (shown: Edition) => {
    const refreshed = await editions.public.refresh();
    const problems = refreshed?.problems ?? [];
    if (problems.length > 0) console.error(printProblems(problems, { paint: console.paint, showsWithheld: true }));
    else console.error(countProblems(editions.public.problems));
    if (refreshed?.isSite !== false && shown === 'internal') await editions.internal.refresh();
    return refreshed?.isSite === true;
  };
  const started: (() => unknown)[] = [];
  try {
    if (!(await refresh(edition))) return 1;
    const engine = await compileEngine(() => console.out('Compiling the engine, once for this version.'));
    const server: Server = { site, engine, editions, shown: edition, now, listeners: new Set() };
    const listening = await listen((request, response) => serve(server, request, response), port);
    started.push(listening.close);
    const watcher = watch([join(site, 'content'), join(site, 'public')], {
      ignoreInitial: true,
      followSymlinks: false,
    });
    started.push(() => watcher.close());
    const stop = new AbortController();
    started.push(() => stop.abort());
    const follow = debounce(async () => {
      await refresh(server.shown).catch((cause: Error) => {
        if (!stop.signal.aborted) console.error(cause.stack ?? cause.message);
      });
      for (const listener of server.listeners) listener.write('data: reload\n\n');
    }, stop.signal);
    watcher.on('error', (cause) => console.error(`A folder cannot be watched: ${String(cause)}`));
    watcher.on('all', (_, path) => {
      const [, slug] = /^content\/postmortems\/([^/]+)\//.exec(relative(site, path).split(sep).join('/')) ?? [];
      editions.public.touch(slug);
      editions.internal.touch(slug);
      follow();
    });
    // Said once every change is seen: an editor may save at once.
    await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
    const stopped = untilStopped(() => process.exit(0));
    console.out(`Serving ${site} at ${listening.url}${editions[edition].base}`);
    await stopped;
    return 0;
  } finally {
    // What came last ends first: no change is followed any more when the editions close.
    for (const end of started.reverse()) await end();
    await Promise.all([editions.public.close(), editions.internal.close()]);
  }
}

async function serve(server: Server, { method, path: asked, query }: Request, response: ServerResponse): Promise<void> {
  const [, wanted] = /^\/candor-dev\/edition\/(public|internal)$/.exec(asked) ?? [];
  if (method === 'POST')
    return wanted
      ? switchTo(server, wanted as Edition, { response, back: query.get('back') ?? '/' })
      : refuse(response);
  const shown = server.editions[server.shown];
  const view = viewOf(server, asked);
  if (asked === '/candor-dev/events') return subscribe(response, server.listeners);
  if (asked === '/candor-dev/script.js') return send(response, 'text/javascript', devScript);
  if (asked === '/candor-dev/style.css') return send(response, 'text/css', devStyle);
  if (asked === '/candor-dev/problems') return send(response, html, problemsPage({ ...view, path: shown.base }));
  if (wanted) return refuse(response);
  if (!asked.startsWith(shown.base)) return redirect(response, shown.base);
  const path = asked.slice(shown.base.length - 1);
  const source = routeRequest(path, shown.translations);
  const folders = { assets: server.engine.assets, projection: shown.projection, public: join(server.site, 'public') };
  if (source && isPlainPath(path) && (await sendFile(folders[source], path, response))) return;
  // A name without an ending is that of a page.
  if (source && !/\.[^/]*$|\/$/.test(path)) return redirect(response, `${asked}/`);
  return renderTo(server, view, { response, path });
}

const html = 'text/html; charset=utf-8';

function viewOf({ editions, shown, now }: Server, path: string): DevView {
  const problems = allProblems(editions, shown);
  const { files, isCurrent } = editions[shown];
  const unshown = problems.filter(
    (problem) => hasErrors([problem]) && isSource(problem.location.file) && !files.has(problem.location.file),
  );
  return {
    edition: shown,
    path,
    problems,
    now,
    isCurrent,
    unshown: new Set(unshown.map(({ location }) => location.file)).size,
  };
}

/** Those of what staff alone see are told when it is shown; what both editions find, once. */
function allProblems(editions: Server['editions'], shown: Edition): Problem[] {
  const keyOf = ({ code, location }: Problem) => JSON.stringify([code, location.file, location.line, location.column]);
  const known = new Set(editions.public.problems.map(keyOf));
  const further =
    shown === 'internal' ? editions.internal.problems.filter((problem) => !known.has(keyOf(problem))) : [];
  return sortProblems([...editions.public.problems, ...further]);
}

/** True for the text of a page of its own. */
function isSource(file: string): boolean {
  return /^content\/(?:postmortems\/[^/]+\/index|pages\/[^/]+?)(?:\.[A-Za-z-]+)?\.mdx$/.test(file);
}

/** Back to a path of this server only. */
async function switchTo(
  server: Server,
  edition: Edition,
  { response, back }: { response: ServerResponse; back: string },
): Promise<void> {
  await server.editions[edition].refresh();
  server.shown = edition;
  redirect(response, isPlainPath(back) ? back : '/');
}

async function renderTo(
  { site, engine, editions, shown }: Server,
  view: DevView,
  { response, path }: { response: ServerResponse; path: string },
): Promise<void> {
  const file = sourceOf(path, editions[shown].translations);
  const own = { ...view, file, unpublished: unpublishedOf(file, editions.public) };
  const text = (file === undefined ? undefined : await readSiteText(site, file)) ?? '';
  if (file !== undefined && !editions[shown].files.has(file) && hasErrors(problemsOf(own)))
    return send(response, html, sourcePage(text, own), 422);
  try {
    const page = await editions[shown].render(engine.entry, path);
    if (!page.type.startsWith('text/html')) return send(response, page.type, page.body, page.status);
    return send(response, html, withDevParts(Buffer.from(page.body).toString('utf8'), own, text), page.status);
  } catch (cause) {
    // Before the first sound projection there is nothing to render from.
    if (hasErrors(view.problems)) return send(response, html, problemsPage(view), 422);
    return send(response, 'text/plain; charset=utf-8', cause instanceof Error ? cause.message : String(cause), 500);
  }
}

function unpublishedOf(file: string | undefined, { drafts, embargoes }: DevEdition): DevView['unpublished'] {
  const [, slug = ''] = /^content\/postmortems\/([^/]+)\//.exec(file ?? '') ?? [];
  const until = embargoes.get(slug);
  if (until !== undefined) return { state: 'embargoed', until };
  return drafts.includes(slug) ? { state: 'draft' } : undefined;
}

/** The file that an author changes to change a page; `languages` are those of the translations. */
function sourceOf(path: string, languages: readonly string[]): string | undefined {
  const { kind, parts, language } = findAddress(path, languages) ?? {};
  if (kind === 'postmortem') return `content/postmortems/${parts?.slug}/${nameOfStory(language)}`;
  if (kind !== 'ownPage') return undefined;
  return `content/pages/${parts?.id}${language === undefined ? '' : `.${language}`}.mdx`;
}

function subscribe(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write('retry: 500\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

function send(response: ServerResponse, type: string, body: string | Uint8Array, status = 200): void {
  response.writeHead(status, { 'content-type': type }).end(body);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location }).end();
}

/** What is asked for by the other method. */
function refuse(response: ServerResponse): void {
  send(response, 'text/plain; charset=utf-8', 'This method is not answered here.\n', 405);
}

/** Runs `action` a moment after the last call; never twice at once, and not after `signal`. */
function debounce(action: () => Promise<void>, signal: AbortSignal): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  signal.addEventListener('abort', () => clearTimeout(timer));
  return () => {
    clearTimeout(timer);
    if (signal.aborted) return;
    timer = setTimeout(() => {
      running = running.then(() => (signal.aborted ? undefined : action()));
    }, 20);
  };
}
