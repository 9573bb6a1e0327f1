/** `candor preview`: serves the output folder as any static file server would. */

import { markerFile, recoverOutput } from '../build/render/output-folder.ts';
import { readSiteFile } from '../disk/safe-file.ts';
import { readSite } from '../disk/source/read-site.ts';
import { sitePath } from '../shared/incident/site-path.ts';
import type { CommandOptions, ExitCode } from './command.ts';
import { isPlainPath } from './judge-request.ts';
import { sendFile } from './send-file.ts';
import { listen, untilStopped } from './serve.ts';

export async function preview({ site, out, port, call, console }: CommandOptions): Promise<ExitCode> {
  await recoverOutput(out);
  const marker = await readSiteFile(out, markerFile);
  if (marker === undefined) {
    console.error(`There is no built site in ${out}. Run \`${call('build')}\` first.`);
    return 2;
  }
  const base = await basePath(site);
  const listening = await listen(async ({ method, path }, response) => {
    const below = path.startsWith(base) ? path.slice(base.length - 1) : path;
    if (method !== 'POST' && isPlainPath(below) && (await sendFile(out, below, response))) return;
    // Where a name has no ending, a folder is meant.
    if (method !== 'POST' && !/\.[^/]*$|\/$/.test(path)) {
      response.writeHead(303, { location: `${path}/` }).end();
      return;
    }
    const page = (await readSiteFile(out, '404.html')) ?? 'Not found';
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  }, port);
  const stopped = untilStopped();
  console.out(`Serving ${out} at ${listening.url}${base}`);
  await stopped;
  listening.close();
  return 0;
}

/** The path of the site's address; `/` when its settings cannot be read. */
async function basePath(site: string): Promise<string> {
  const { site: source } = await readSite(site);
  return source ? sitePath(source.settings.url) : '/';
}
