/** Short handles: what the engine itself writes is no text, and what authors write is. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { candor, filesIn, removeFolder, temporaryFolder } from '../support/build.ts';
import { postmortem } from '../support/publish.ts';
import { anyPng, writeSite } from '../support/site.ts';

const handles = [
  'li',
  'td',
  'h1',
  'h2',
  'id',
  'md',
  'js',
  'css',
  'en',
  'og',
  'ld',
  'svg',
  'api',
  'nav',
  'dt',
  'ul',
  'rel',
  'gmt',
  'utc',
  'hrs',
  'mins',
  'xml',
  'rss',
];
const story =
  '## What happened\n\nReaders saw errors.\n\n- One\n- Two\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n![A chart](a.png)';

let site = '';
beforeAll(async () => {
  site = temporaryFolder();
  await writeSite(
    site,
    {
      one: { 'index.mdx': postmortem(story), 'a.png': await anyPng() },
      two: { 'index.mdx': postmortem('Words.', { id: 'PM-2' }) },
    },
    {
      'content/people.yaml': handles.map((handle) => `${handle}: { name: Quokka Numbat, role: the keeper }\n`).join(''),
    },
  );
});
afterAll(() => removeFolder(site));

test('a site of colleagues whose handles are names of elements, attributes and endings is built', async () => {
  const built = await candor('build', '--site', site);
  expect(built.error).not.toMatch(/ error /);
  expect(built.code).toBe(0);
  const files = filesIn(join(site, 'dist'));
  expect(files).toContain('postmortems/one/index.html');
  expect(readFileSync(join(site, 'dist/.nojekyll'), 'utf8')).toBe('');
});

test('the same handle as a word of a file is found', async () => {
  writeFileSync(
    join(site, 'content/site.yaml'),
    readFileSync(join(site, 'content/site.yaml'), 'utf8').replace('Postmortems of', 'Of td and'),
  );
  const built = await candor('build', '--site', site);
  expect(built.code).toBe(1);
  expect(built.error).toContain('content/site.yaml:3');
});
