/** The one way to a file that authors write. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSiteFile, readSiteText } from '../../src/disk/safe-file.ts';
import { surveySite } from '../../src/disk/source/survey-site.ts';
import { findSource } from '../../src/private/links/find-source.ts';
import { removeFolder, temporaryFolder } from '../support/build.ts';

let site = '';
const outside = temporaryFolder();

beforeAll(() => {
  site = temporaryFolder();
  writeFileSync(join(outside, 'index.mdx'), '---\nid: PM-CANARY\nresponders: [{ team: CANARY-team }]\n---\n[a](/x/)\n');
  for (const folder of ['content/pages', 'content/postmortems/own', 'content/postmortems/half'])
    mkdirSync(join(site, folder), { recursive: true });
  writeFileSync(join(site, 'content/postmortems/own/index.mdx'), '---\nid: PM-1\n---\n');
  symlinkSync(join(outside, 'index.mdx'), join(site, 'content/pages/linked.mdx'));
  symlinkSync(join(outside, 'index.mdx'), join(site, 'content/postmortems/half/index.mdx'));
  symlinkSync(outside, join(site, 'content/postmortems/linked'));
});

afterAll(() => {
  removeFolder(site);
  removeFolder(outside);
});

test('a plain file is read', async () => {
  expect(await readSiteText(site, 'content/postmortems/own/index.mdx')).toContain('PM-1');
});

test.each([
  'content/pages/linked.mdx',
  'content/postmortems/linked/index.mdx',
  'content/postmortems/half/index.mdx',
  'content/postmortems',
  'content/../content/postmortems/own/index.mdx',
  '/etc/hostname',
  '',
  'content//postmortems',
  'content/pages/none.mdx',
])('%j is not', async (path) => {
  expect(await readSiteText(site, path)).toBeUndefined();
  expect(await readSiteFile(site, path)).toBeUndefined();
});

test('a file that is too large is not', async () => {
  expect(await readSiteFile(site, 'content/postmortems/own/index.mdx', 3)).toBeUndefined();
});

test('neither a survey nor the search for a link’s place follows a link', async () => {
  expect(await surveySite(site)).toEqual({ ids: ['PM-1'], teams: [] });
  expect(await findSource(site, 'linked/index.html', { href: '/x/', base: '/', translations: [] })).toBeUndefined();
});
