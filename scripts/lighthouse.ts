/**
 * Measures the five main pages of the built demo site with Lighthouse as a phone, under the site's headers. Fails below 100
 * for accessibility, best practices and search engines, and below 98 for speed. Build first: `npm run build`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { browserPath, serveFolder } from '../test/support/browser.ts';

const least = { accessibility: 100, 'best-practices': 100, seo: 100, performance: 98 };
const pages = ['', 'postmortems/2024-07-18-checkout-retries/', 'search/', 'numbers/', 'promises/'];

const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'dist');
if (!existsSync(join(folder, 'index.html'))) throw new Error(`There is no site in ${folder}. Build it first.`);
const { server, url } = await serveFolder(folder);
const chrome = await launch({
  chromePath: browserPath(),
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
let failed = false;
try {
  for (const page of pages) {
    const run = await lighthouse(url + page, {
      port: chrome.port,
      logLevel: 'error',
      onlyCategories: Object.keys(least),
    });
    if (!run) throw new Error(`Lighthouse says nothing of /${page}.`);
    const { categories, audits } = run.lhr;
    const scores = Object.entries(least).map(([id, wanted]) => {
      const score = Math.round((categories[id]?.score ?? 0) * 100);
      failed ||= score < wanted;
      return `${id} ${score}${score < wanted ? ` (below ${wanted})` : ''}`;
    });
    process.stdout.write(`/${page}: ${scores.join(', ')}\n`);
    for (const { id, score, title, displayValue } of Object.values(audits))
      if (score !== null && score < 0.9) process.stdout.write(`  ${id}: ${title} ${displayValue ?? ''}\n`);
  }
} finally {
  chrome.kill();
  server.close();
}
process.exitCode = failed ? 1 : 0;
