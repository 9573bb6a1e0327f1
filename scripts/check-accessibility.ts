/**
 * Every page of a built site by all rules of axe-core, in both schemes, 1280 and 360 pixels wide: before a release. The tests
 * look at one page of each kind. Build first: `npm run build`.
 */
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, serveFolder } from '../test/support/browser.ts';
import { findBarriers } from '../test/support/find-barriers.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'dist');
if (!existsSync(join(folder, 'index.html'))) throw new Error(`There is no site in ${folder}. Build it first.`);
const pages = globSync('**/*.html', { cwd: folder }).sort();
const { server, url } = await serveFolder(folder);
const browser = await launchBrowser();
let barriers = 0;
try {
  for (const page of pages) {
    const found = await findBarriers(browser, url + page.replace(/(?:^|(?<=\/))index\.html$/, ''));
    barriers += found.length;
    for (const line of found) process.stdout.write(`/${page} (${line})\n`);
  }
} finally {
  await browser.close();
  server.close();
}
process.stdout.write(`${pages.length} pages, ${barriers} barriers\n`);
process.exitCode = barriers > 0 ? 1 : 0;
