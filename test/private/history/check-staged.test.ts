/** `candor check --staged`, alone and as a hook of git. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { candor, repository as candorFolder, now, removeFolder, temporaryFolder } from '../../support/build.ts';
import { commitSite, type GitSite } from '../../support/git-site.ts';
import { postmortem } from '../../support/publish.ts';
import { writeSite } from '../../support/site.ts';

const good = postmortem('The deploy began.');
const bad = postmortem('The deploy began, said Mei Chen.');
let repository: GitSite;
let file = '';

beforeAll(async () => {
  repository = await commitSite({ checkout: good });
  file = join(repository.site, 'content/postmortems/checkout/index.mdx');
});

afterEach(() => repository.reset());
afterAll(() => removeFolder(repository.site));

const check = async (...words: string[]) => {
  const { code, error } = await candor('check', '--site', repository.site, ...words);
  return {
    code,
    found: [...error.matchAll(/^(content\/\S+) error (\S+)/gm)].map(([, place, name]) => `${place} ${name}`),
  };
};

test('what is staged is checked, and not what the file says meanwhile', async () => {
  expect(await check('--staged')).toEqual({ code: 0, found: [] });
  writeFileSync(file, bad);
  expect(await check('--staged')).toEqual({ code: 0, found: [] });
  repository.git('add', '-A');
  writeFileSync(file, good);
  expect(await check()).toEqual({ code: 0, found: [] });
  const { code, found } = await check('--staged');
  expect(code).toBe(1);
  expect(found).toEqual([
    expect.stringMatching(/^content\/postmortems\/checkout\/index\.mdx:\d+:\d+ redaction\/private-text$/),
  ]);
});

test('a file that is not staged is not there, and one that is deleted is', async () => {
  const other = join(repository.site, 'content/postmortems/other');
  mkdirSync(other);
  writeFileSync(join(other, 'index.mdx'), bad.replace('PM-2026-001', 'PM-2026-002'));
  expect((await check('--staged')).code).toBe(0);
  expect((await check()).code).toBe(1);
  rmSync(file);
  expect((await candor('check', '--site', repository.site, '--staged')).out).toContain('1 would be published');
});

test('a link that is staged is refused', async () => {
  symlinkSync('/etc/hostname', join(repository.site, 'content/pages'));
  repository.git('add', '-A');
  expect((await check('--staged')).found).toEqual(['content/pages file/outside']);
});

test('neither the index nor the files change', async () => {
  writeFileSync(file, bad);
  const before = repository.git('status', '--porcelain');
  await check('--staged');
  expect(repository.git('status', '--porcelain')).toBe(before);
  expect(readFileSync(file, 'utf8')).toBe(bad);
});

test('outside of a repository, and beside flags that read other files, it is refused in words', async () => {
  const site = temporaryFolder();
  await writeSite(site, { checkout: { 'index.mdx': good } });
  expect(await candor('check', '--site', site, '--staged')).toMatchObject({
    code: 2,
    error: '--staged checks what is staged, and the site is not in a git repository.',
  });
  for (const flags of [['--fix'], ['--links'], ['--since', 'main']])
    expect((await candor('check', '--site', site, '--staged', ...flags)).code).toBe(2);
  removeFolder(site);
});

test('a hook stops the commit that would hold private text, also of a site in a folder, and of a part of the files', async () => {
  const root = temporaryFolder();
  const site = join(root, 'reports');
  await writeSite(site, { checkout: { 'index.mdx': good } });
  const git = (...words: string[]) =>
    spawnSync('git', ['-C', root, '-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...words], {
      encoding: 'utf8',
    });
  git('init', '--quiet');
  writeFileSync(join(root, '.gitignore'), '.candor/\n');
  const hook = join(root, '.git/hooks/pre-commit');
  const command = [process.execPath, join(candorFolder, 'bin/candor.mjs'), 'check', '--staged', '--site', 'reports'];
  writeFileSync(hook, `#!/bin/sh\nexec ${command.join(' ')} --now ${now}\n`);
  chmodSync(hook, 0o755);
  git('add', '-A');
  expect(git('commit', '-m', 'Begin').status).toBe(0);
  writeFileSync(join(site, 'content/postmortems/checkout/index.mdx'), bad);
  writeFileSync(join(root, 'notes'), 'Others.');
  git('add', 'notes');
  expect(git('commit', '-m', 'Notes alone').status).toBe(0);
  const refused = git('commit', '-a', '-m', 'All');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('redaction/private-text');
  expect(git('commit', '-m', 'By name', 'reports/content').status).toBe(1);
  expect(git('log', '--format=%s').stdout).toBe('Notes alone\nBegin\n');
  removeFolder(root);
});
