/** `candor dev`: serves a site while it is written. Projects what changed, renders on request, reloads the page. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { watch } from 'chokidar';
import sirv, { type RequestHandler } from 'sirv';
import { countProblems, printProblems } from '../problem/print-problems.ts';
import { hasErrors, type Problem } from '../problem/problem.ts';
import { projectSite, workFolder } from '../publication/project-site.ts';
import { compileEngine } from '../render/compile-engine.ts';
import { devScript, problemsPage, withDevScript } from './dev-page.ts';
import type { CommandOptions, ExitCode } from './main.ts';
import { listen, untilStopped } from './serve.ts';

interface DevEngine {
  renderPage(path: string): Promise<Response>;
  forgetAnswers(): void;
}

export async function dev({ site, edition, now, port, console }: CommandOptions): Promise<ExitCode> {
  const projectionFolder = join(workFolder(site, edition), 'projection');
  let problems: Problem[] = [];
  let base = '/';
  const project = async () => {
    const projected = await projectSite({ site, edition, now });
    problems = projected.problems;
    base = projected.settings?.base ?? base;
    console.error(problems.length > 0 ? printProblems(problems) : countProblems(problems));
    return projected;
  };
  const first = await project();
  if (!first.settings) return 1;
  const compiled = await compileEngine(base, () => console.out('Compiling the engine, once for this version.'));
  process.env['CANDOR_PROJECTION'] = projectionFolder;
  const engine = (await import(pathToFileURL(compiled.entry).href)) as DevEngine;

  const listeners = new Set<ServerResponse>();
  const static_ = [compiled.assets, projectionFolder, join(site, 'public')].map((folder) =>
    sirv(folder, { dev: true }),
  );
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/candor-dev/events') return subscribe(response, listeners);
    if (path === '/candor-dev/script.js')
      return response.writeHead(200, { 'content-type': 'text/javascript' }).end(devScript);
    if (!path.startsWith(base)) return response.writeHead(302, { location: base }).end();
    if (hasErrors(problems)) return sendHtml(response, 422, problemsPage(problems));
    const inner = path.slice(base.length - 1);
    const file = !inner.endsWith('/') && !inner.endsWith('.json');
    return file
      ? trySources(static_, { request, response, path: inner }, () => renderTo(response, inner, engine))
      : renderTo(response, inner, engine);
  };
  const { server, url } = await listen((request, response) => void serve(request, response), port);

  const watcher = watch([join(site, 'content'), join(site, 'public')], { ignoreInitial: true, followSymlinks: false });
  const refresh = debounce(async () => {
    await project();
    engine.forgetAnswers();
    for (const listener of listeners) listener.write('data: reload\n\n');
  });
  watcher.on('all', refresh);
  // Said once every change is seen: an editor may save at once.
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  console.out(`Serving ${site} at ${url}${base}`);
  await untilStopped();
  await watcher.close();
  server.close();
  server.closeAllConnections();
  return 0;
}

function subscribe(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 500\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

interface FileRequest {
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
}

function trySources(sources: RequestHandler[], { request, response, path }: FileRequest, otherwise: () => void): void {
  const [source, ...rest] = sources;
  if (!source) {
    otherwise();
    return;
  }
  request.url = path;
  source(request, response, () => trySources(rest, { request, response, path }, otherwise));
}

async function renderTo(response: ServerResponse, path: string, engine: DevEngine): Promise<void> {
  try {
    const page = await engine.renderPage(path);
    const type = page.headers.get('content-type') ?? 'text/html; charset=utf-8';
    if (!type.startsWith('text/html')) {
      response.writeHead(page.status, { 'content-type': type }).end(Buffer.from(await page.arrayBuffer()));
      return;
    }
    sendHtml(response, page.status, withDevScript(await page.text()));
  } catch (cause) {
    response
      .writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
      .end(cause instanceof Error ? cause.message : String(cause));
  }
}

function sendHtml(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html);
}

/** Runs `action` a moment after the last call; never twice at once. */
function debounce(action: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(action);
    }, 40);
  };
}
