/** A site below a folder of its host. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launchBrowser, serveFolder } from '../support/browser.ts';
import { candor, copyBuiltDemo, removeFolder } from '../support/build.ts';

test('a site below a folder finds its pages, styles, images and search', async () => {
  const site = copyBuiltDemo();
  const settings = join(site, 'content/site.yaml');
  writeFileSync(
    settings,
    readFileSync(settings, 'utf8').replace(/^url: .*$/m, 'url: https://example.org/trust/postmortems/'),
  );
  const built = await candor('build', '--site', site);
  expect(built.code).toBe(0);
  const { server, url } = await serveFolder(join(site, 'dist'), '/trust/postmortems/');
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.locator('main a[href*="/postmortems/2"]').first().click();
  await page.waitForURL(/\/trust\/postmortems\/postmortems\/2/);
  await page.goto(`${url}search/?q=retries`, { waitUntil: 'networkidle' });
  await page.locator('main a[href*="/trust/postmortems/postmortems/2"]').first().waitFor({ timeout: 20_000 });
  expect(missing).toEqual([]);
  await browser.close();
  server.close();
  removeFolder(site);
});
