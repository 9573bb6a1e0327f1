/** The demo site, built, served and open to a browser, for one file of tests. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser, serveFolder } from './browser.ts';
import { candor, copyBuiltDemo, removeFolder } from './build.ts';

export interface OpenDemo {
  site: string;
  url: string;
  browser: Browser;
  close: () => Promise<void>;
}

/** `prepare` may change the copy before it is built with the words `args` and served below `base`. Throws when it is refused. */
export async function openDemo({
  prepare,
  args = [],
  base = '/',
}: {
  prepare?: (site: string) => void;
  args?: string[];
  base?: string;
} = {}): Promise<OpenDemo> {
  const site = copyBuiltDemo();
  prepare?.(site);
  if (prepare || args.length > 0) {
    const { code, error } = await candor('build', '--site', site, ...args);
    if (code !== 0) throw new Error(`The demo site was not built.\n${error}`);
  }
  const { server, url } = await serveFolder(join(site, 'dist'), base);
  const browser = await launchBrowser();
  const close = async () => {
    await browser.close();
    server.close();
    removeFolder(site);
  };
  return { site, url, browser, close };
}
