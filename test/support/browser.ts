/** Chromium from the system, and a static server with the headers that a careful host sends. */
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import sirv from 'sirv';
import { contentSecurityPolicy } from '../../src/shared/hosting/response-headers.ts';

// Without what it needs for a window it takes a fifth less of the processors.
const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Path of the browser. Throws where there is none: a browser test that is not run proves nothing. */
export function browserPath(): string {
  const found = places.find((path) => path !== undefined && existsSync(path));
  if (found === undefined)
    throw new Error('No Chromium was found. Run `npm run browser:install`, or set CHROMIUM to its path.');
  return found;
}

export function launchBrowser() {
  return chromium.launch({
    executablePath: browserPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** Serves `folder` below `base` on a free port. */
export function serveFolder(folder: string, base = '/'): Promise<{ url: string; server: Server }> {
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', contentSecurityPolicy);
    if (request.url?.startsWith(base)) request.url = request.url.slice(base.length - 1);
    files(request, response, () => {
      response.writeHead(404).end('Not found');
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({ server, url: `http://localhost:${(server.address() as AddressInfo).port}${base}` }),
    );
  });
}
