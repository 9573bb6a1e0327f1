/** The process that draws cards: what it can read, and what it keeps. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cardFlags, drawCards } from '../../../src/build/cards/draw-cards.ts';
import { openFileDigests } from '../../../src/disk/file-digests.ts';
import { projectSite } from '../../../src/private/publish/project-site.ts';
import { now, removeFolder, repository, temporaryFolder } from '../../support/build.ts';
import { postmortem } from '../../support/publish.ts';
import { writeSite } from '../../support/site.ts';

let site = '';
let projection = '';
const store = () => join(site, 'store');
const draw = () => {
  const digests = openFileDigests(join(site, 'digests.json'));
  return drawCards({ projection, store: store(), digests, signal: new AbortController().signal });
};
const cards = () => readdirSync(join(store(), 'files'));
const project = async () => {
  const projected = await projectSite({ site, edition: 'public', now });
  expect(projected.problems).toEqual([]);
  projection = projected.folder ?? '';
};

beforeAll(async () => {
  site = temporaryFolder();
  const internal = { internal: 'CANARY-notes', tags: '[staff-only]' };
  await writeSite(site, { example: { 'index.mdx': postmortem('A. <Internal>CANARY-story</Internal>', internal) } });
  await project();
});
afterAll(() => removeFolder(site));

/** Those of home, numbers and the one service, which nothing here changes. */
const ofPages = 3;

test('cards are drawn once, and again only when a fact on them changes', async () => {
  expect(await draw()).toEqual({ drawn: 1 + ofPages, kept: 0 });
  const first = cards();
  expect(await draw()).toEqual({ drawn: 0, kept: 1 + ofPages });
  const file = join(site, 'content/postmortems/example/index.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('CANARY', 'CANARY-other'));
  await project();
  expect(await draw()).toEqual({ drawn: 0, kept: 1 + ofPages });
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: Another title'));
  await project();
  expect(await draw()).toEqual({ drawn: 1, kept: ofPages });
  expect(cards()).toHaveLength(1 + ofPages);
  expect(cards().filter((name) => first.includes(name))).toHaveLength(ofPages);
});

test('a damaged card is drawn anew', async () => {
  const [name = ''] = cards();
  const whole = readFileSync(join(store(), 'files', name));
  writeFileSync(join(store(), 'files', name), whole.subarray(0, 99));
  expect(await draw()).toEqual({ drawn: 1, kept: ofPages });
  expect(readFileSync(join(store(), 'files', name)).equals(whole)).toBe(true);
});

test('the process can read the projection, and no source', () => {
  const folder = join(site, 'read');
  mkdirSync(folder);
  const script = join(folder, 'read.mjs');
  writeFileSync(
    script,
    `import { readFileSync } from 'node:fs';
     for (const path of process.argv.slice(2)) {
       try { readFileSync(path); console.log('read'); } catch (cause) { console.log(cause.code); }
     }`,
  );
  const inside = join(projection, 'site.json');
  const outside = ['content/people.yaml', 'content/redaction.yaml', 'content/postmortems/example/index.mdx'];
  const paths = [inside, ...outside.map((path) => join(site, path)), join(repository, 'content/people.yaml')];
  const { stdout } = spawnSync(process.execPath, [...cardFlags(projection, folder), script, ...paths], {
    encoding: 'utf8',
  });
  expect(stdout.trim().split('\n')).toEqual(['read', ...Array.from({ length: 4 }, () => 'ERR_ACCESS_DENIED')]);
});
