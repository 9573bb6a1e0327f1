/** What cannot be copied from `public/` is told by a check, all of it at once, as a build would find it at its end. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectSite } from '../../../src/private/publish/project-site.ts';
import { candor, now, removeFolder, temporaryFolder } from '../../support/build.ts';
import { postmortem } from '../../support/publish.ts';
import { siteYaml, writeFiles, writeSite } from '../../support/site.ts';

const site = temporaryFolder();
beforeAll(() =>
  writeSite(
    site,
    { one: { 'index.mdx': postmortem('x', { redirectFrom: '[first]' }) } },
    { 'content/site.yaml': `${siteYaml}translations: { pt-BR: }\n` },
  ),
);
afterAll(() => removeFolder(site));

async function refused(files: readonly string[]): Promise<string[]> {
  rmSync(join(site, 'public'), { recursive: true, force: true });
  await writeFiles(join(site, 'public'), Object.fromEntries(files.map((file) => [file, '{}'])));
  const { problems } = await projectSite({ site, edition: 'public', now, checksOnly: true });
  return problems.flatMap(({ code, location }) =>
    code === 'public/refused' ? [location.file.replace('public/', '')] : [],
  );
}

test('names that the site has are refused together, in any case, and folders in the place of files', async () => {
  const taken = [
    '404.html',
    'Atom.xml',
    'candor.json',
    'feed.json/a.txt',
    'index.html',
    'pagefind/a.txt',
    'postmortems/first/index.html',
    'postmortems/one.md',
    'pt-BR/rss.xml',
    'robots.txt',
  ];
  expect((await refused(taken)).sort()).toEqual([...taken].sort());
});

test('names that it has not, or that are added to, are copied', async () => {
  const free = [
    '.nojekyll',
    '_headers',
    '_redirects',
    'attachments/0a/a.txt',
    'favicon.svg.txt',
    'images/a.json',
    'postmortems/two.md',
    'postmortems/one/data.csv',
    'tags/none/index.html',
  ];
  expect(await refused(free)).toEqual([]);
});

test('a build refuses what a check refuses', async () => {
  await refused(['robots.txt']);
  for (const command of ['check', 'build']) {
    const { code, out, error } = await candor(command, '--site', site);
    expect([code, /public\/robots\.txt error public\/refused/.test(out + error)]).toEqual([1, true]);
  }
});
