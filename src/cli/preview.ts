/** `candor preview`: serves the output folder as any static file server would. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sirv from 'sirv';
import { markerFile, recoverOutput } from '../render/output-folder.ts';
import { readSite } from '../source/read-site.ts';
import type { CommandOptions, ExitCode } from './main.ts';
import { listen, untilStopped } from './serve.ts';

export async function preview({ site, out, port, console }: CommandOptions): Promise<ExitCode> {
  await recoverOutput(out);
  const marker = await readFile(join(out, markerFile), 'utf8').catch(() => undefined);
  if (marker === undefined) {
    console.error(`There is no built site in ${out}. Run \`candor build\` first.`);
    return 2;
  }
  const base = await basePath(site);
  const serveFile = sirv(out, { dev: true, etag: true });
  const notFound = await readFile(join(out, '404.html')).catch(() => 'Not found');
  const { server, url } = await listen((request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith(base)) request.url = path.slice(base.length - 1);
    serveFile(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(notFound);
    });
  }, port);
  console.out(`Serving ${out} at ${url}${base}`);
  await untilStopped();
  server.close();
  server.closeAllConnections();
  return 0;
}

/** The path of the site's address; `/` when its settings cannot be read. */
async function basePath(site: string): Promise<string> {
  const { site: source } = await readSite(site);
  const path = source ? new URL(source.settings.url).pathname : '/';
  return path.endsWith('/') ? path : `${path}/`;
}
