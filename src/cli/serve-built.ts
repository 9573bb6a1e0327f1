/** Serves a built site as any static file server would, to this machine only. */
import { posix } from 'node:path';
import { markerFile, recoverOutput } from '../build/render/output-folder.ts';
import { readSiteFile } from '../disk/safe-file.ts';
import { readSite } from '../disk/source/read-site.ts';
import { addressKinds } from '../shared/addresses/address-kinds.ts';
import { sitePath } from '../shared/incident/site-path.ts';
import { isPlainPath } from './judge-request.ts';
import { sendFile } from './send-file.ts';
import { listen } from './serve.ts';

export interface ServedSite {
  /** Address of the home page, with a slash at its end. */
  url: string;
  close(): void;
}

/** `undefined` where `out` holds no built site. Port 0 takes any that is free. */
export async function serveBuilt(site: string, out: string, port: number): Promise<ServedSite | undefined> {
  await recoverOutput(out);
  if ((await readSiteFile(out, markerFile)) === undefined) return undefined;
  const base = await basePath(site);
  const listening = await listen(async ({ method, path }, response) => {
    const below = path.startsWith(base) ? path.slice(base.length - 1) : path;
    if (method !== 'POST' && isPlainPath(below) && (await sendFile(out, below, response))) return;
    // Where a name has no ending, a folder is meant.
    if (method !== 'POST' && posix.extname(path) === '' && !path.endsWith('/')) {
      response.writeHead(303, { location: `${path}/` }).end();
      return;
    }
    const page = (await readSiteFile(out, addressKinds.notFound.file)) ?? 'Not found';
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  }, port);
  return { url: `${listening.url}${base}`, close: listening.close };
}

/** The path of the site's address; `/` when its settings cannot be read. */
async function basePath(site: string): Promise<string> {
  const { site: source } = await readSite(site);
  return source ? sitePath(source.settings.url) : '/';
}
