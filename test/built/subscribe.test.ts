/** Ways to be told without a feed reader, on a site in two languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { candor, removeFolder, temporaryFolder } from '../support/build.ts';
import { postmortem } from '../support/publish.ts';
import { siteYaml, writeSite } from '../support/site.ts';

const site = temporaryFolder();
const page = (path: string) => readFileSync(join(site, 'dist', path, 'index.html'), 'utf8');
const ways = { email: 'https://lists.example.org/join', chat: 'https://chat.example.org/status' };

beforeAll(async () => {
  const yaml = `${siteYaml}translations: { de: }\nsubscribe: ${JSON.stringify(ways)}\n`;
  await writeSite(site, { outage: { 'index.mdx': postmortem() } }, { 'content/site.yaml': yaml });
  expect((await candor('build', '--site', site)).code).toBe(0);
});
afterAll(() => removeFolder(site));

test.each(['', 'subscribe', 'postmortems/outage'])('the page /%s/ names them in each language', (path) => {
  for (const [language, byEmail] of [
    ['', 'By e-mail'],
    ['de/', 'Per E-Mail'],
  ]) {
    const html = page(`${language}${path}`);
    expect(html).toContain(byEmail);
    for (const address of Object.values(ways)) expect(html).toContain(`href="${address}"`);
  }
});

test('other pages do not, and nothing of them is searched', () => {
  expect(page('archive')).not.toContain(ways.chat);
  expect(page('')).toMatch(/<nav class="follow"[^>]*data-pagefind-ignore/);
});
