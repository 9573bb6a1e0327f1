/** A build that is stopped at any moment, or fails, leaves a whole site: the one before, or the new one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recoverOutput } from '../../src/build/render/output-folder.ts';
import { candor, filesIn, now, removeFolder, repository, temporaryFolder } from '../support/build.ts';
import { postmortem } from '../support/publish.ts';
import { writeSite } from '../support/site.ts';

const site = temporaryFolder();
const out = join(site, 'dist');
const story = join(site, 'content', 'postmortems', 'example', 'index.mdx');
const wordings = ['The first wording.', 'The second wording.'] as const;

const write = (version: 0 | 1, more = '') => writeFileSync(story, postmortem(`${wordings[version]}${more}`));
const sizes = () => filesIn(out).map((file) => [file, readFileSync(join(out, file)).length] as const);

const whole: (readonly (readonly [string, number])[])[] = [];
let milliseconds = 0;

beforeAll(async () => {
  await writeSite(site, { example: { 'index.mdx': '' } });
  // The first build compiles the engine; the last is measured.
  for (const version of [0, 1, 0] as const) {
    write(version);
    const started = performance.now();
    await ended(startBuild());
    milliseconds = performance.now() - started;
    whole[version] = sizes();
  }
}, 300_000);
afterAll(() => removeFolder(site));

function startBuild(): ChildProcess {
  const script = join(repository, 'bin', 'candor.mjs');
  return spawn(process.execPath, [script, 'build', '--site', site, '--now', now], { stdio: 'ignore' });
}

const ended = (child: ChildProcess) => new Promise<void>((resolve) => child.once('close', () => resolve()));

/** Which wording is published, after everything was compared with a whole build of it. */
function publishedVersion(): number {
  const page = readFileSync(join(out, 'postmortems', 'example', 'index.html'), 'utf8');
  const version = wordings.findIndex((words) => page.includes(words));
  const plain = (list: readonly (readonly [string, number])[] | undefined) =>
    (list ?? []).map(([file]) => file.replace(/pagefind\/(fragment|index|filter|.*pf_meta).*/, '$1'));
  expect(plain(sizes()).sort()).toEqual(plain(whole[version]).sort());
  return version;
}

test('a build killed at any moment leaves the old site or the new one, whole', async () => {
  const seen = new Set<string>();
  const kills = 12;
  for (let kill = 0; kill < kills; kill += 1) {
    const before = publishedVersion();
    const next = before === 0 ? 1 : 0;
    write(next);
    const child = startBuild();
    const done = ended(child);
    // Not the start of the process: the stages, the swap, and a little after it.
    await wait(milliseconds * (0.3 + (0.9 * kill) / kills));
    child.kill('SIGKILL');
    await done;
    await recoverOutput(out);
    const after = publishedVersion();
    expect([before, next]).toContain(after);
    seen.add(after === next ? 'new' : 'old');
  }
  expect(seen).toContain('old');
});

test('a stop between the two renames of a swap is put right by the next command', async () => {
  const { renameSync } = await import('node:fs');
  renameSync(out, `${out}.previous`);
  write(1);
  expect(await candor('build', '--site', site)).toMatchObject({ code: 0 });
  expect(publishedVersion()).toBe(1);
  expect(existsSync(`${out}.previous`)).toBe(false);
  expect(existsSync(`${out}.waiting`)).toBe(false);
});

test('an interrupted build leaves what was published', async () => {
  const before = publishedVersion();
  write(before === 0 ? 1 : 0);
  const child = startBuild();
  const done = ended(child);
  await wait(milliseconds / 3);
  child.kill('SIGINT');
  await done;
  await recoverOutput(out);
  expect(publishedVersion()).toBe(before);
});

test('a refused postmortem leaves what was published, byte for byte', async () => {
  const before = sizes();
  write(0, '\n\nAsk Mei Chen.');
  const failed = await candor('build', '--site', site);
  expect(failed.code).toBe(1);
  expect(failed.out + failed.error).toContain('redaction/private-text');
  expect(failed.out + failed.error).not.toContain('Mei Chen');
  expect(sizes()).toEqual(before);
});

test.each([
  ['a word of the policy', 'team.txt', 'Project Basilisk', 'redaction/private-text'],
  ['an internal service', 'lampwick/index.html', '<p>Lampwick of Clay</p>', 'redaction/private-text'],
  ['a file that cannot be read', 'all.zip', Buffer.from('504b030414000000', 'hex'), 'public/unknown-kind'],
])('%s in public/ is refused and leaves what was published', async (_, file, content, code) => {
  write(0);
  const before = sizes();
  const path = join(site, 'public', file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  try {
    const failed = await candor('build', '--site', site);
    expect(failed.code).toBe(1);
    expect(failed.out + failed.error).toMatch(new RegExp(`${file}.* error ${code}`));
    expect(sizes()).toEqual(before);
  } finally {
    removeFolder(join(site, 'public'));
  }
});
