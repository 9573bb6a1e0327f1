/** A look that only checks finds what a whole projection finds, makes nothing, and leaves nothing that a build would take. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectSite } from '../../../src/private/publish/project-site.ts';
import { postmortem } from '../../support/publish.ts';
import { anyPng, writeSite } from '../../support/site.ts';

const now = '2026-11-23T00:00:00Z';
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'candor-checks-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const check = (site: string) => projectSite({ site, edition: 'public', now, checksOnly: true });
const project = (site: string) => projectSite({ site, edition: 'public', now });

async function bytesBelow(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const pairs = files.map(async (file) => [file.slice(folder.length), await readFile(file, 'latin1')] as const);
  return Object.fromEntries(await Promise.all(pairs));
}

test('problems are those of a whole projection, of pictures, charts, stories and across postmortems alike', async () => {
  const site = join(root, 'bad');
  await writeSite(site, {
    picture: { 'index.mdx': postmortem('![a](broken.png) ![b](gone.png)'), 'broken.png': 'no picture' },
    chart: { 'index.mdx': postmortem('<Chart data="a.csv" x="t" y="v" title="T" alt="A" />'), 'a.csv': 't,v\n1\n' },
    story: { 'index.mdx': postmortem('A {b} and <Nothing /> of Mei Chen.') },
    twin: { 'index.mdx': postmortem('x', { related: '[PM-404]' }) },
    good: { 'index.mdx': postmortem('![a](a.png)'), 'a.png': await anyPng() },
  });
  const { problems } = await check(site);
  expect(problems.length).toBeGreaterThan(4);
  expect(problems).toEqual((await project(site)).problems);
  // From memory too.
  expect((await check(site)).problems).toEqual(problems);
});

test('the demo has the same problems, and after a look the same projection', async () => {
  const [looked, fresh] = [join(root, 'looked'), join(root, 'fresh')];
  for (const site of [looked, fresh])
    for (const part of ['content', 'public'])
      await cp(join(import.meta.dirname, '../../..', part), join(site, part), { recursive: true });
  const { problems, published, folder, takeSnapshot } = await check(looked);
  expect([folder, takeSnapshot]).toEqual([undefined, undefined]);
  expect(await readdir(join(looked, '.candor', 'public'))).toEqual(['cache']);
  const projected = await project(looked);
  expect(projected.problems).toEqual(problems);
  expect(projected.published).toBe(published);
  const wanted = await project(fresh);
  expect(await bytesBelow(projected.folder ?? '')).toEqual(await bytesBelow(wanted.folder ?? ''));
});

test('what a build kept is taken, and what changed is looked at again', async () => {
  const site = join(root, 'kept');
  await writeSite(site, { one: { 'index.mdx': postmortem('x') } });
  expect((await project(site)).problems).toEqual([]);
  expect((await check(site)).problems).toEqual([]);
  const file = join(site, 'content/postmortems/one/index.mdx');
  await writeFile(file, `${await readFile(file, 'utf8')}\nAsk Mei Chen.\n`);
  expect((await check(site)).problems.map(({ code }) => code)).toEqual(['redaction/private-text']);
  expect((await check(site)).problems.map(({ code }) => code)).toEqual(['redaction/private-text']);
});
