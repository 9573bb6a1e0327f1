/** Sends one plain file of a folder, by its path; nothing that a link leads to. */
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { lookup } from 'mrmime';
import { openPlainFile } from '../disk/safe-file.ts';

/** `path` is as in a request; of a folder, its `index.html` is meant. False, and nothing sent, where there is none. */
export async function sendFile(folder: string, path: string, response: ServerResponse): Promise<boolean> {
  const name = decodeURIComponent(path).slice(1);
  const file = await openPlainFile(folder, name === '' || name.endsWith('/') ? `${name}index.html` : name);
  if (!file) return false;
  try {
    const { size } = await file.stat();
    response.writeHead(200, { 'Content-Type': typeOf(name), 'Content-Length': size });
    // A file that grows meanwhile is sent as long as it was.
    const content = size === 0 ? [] : file.createReadStream({ autoClose: false, start: 0, end: size - 1 });
    await pipeline(content, response);
    return true;
  } finally {
    await file.close();
  }
}

function typeOf(name: string): string {
  const type = lookup(name === '' || name.endsWith('/') ? 'index.html' : name) ?? 'application/octet-stream';
  return /^text\/|[/+](?:json|xml|javascript)$/.test(type) ? `${type}; charset=utf-8` : type;
}
