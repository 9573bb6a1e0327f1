/** Any number of processes makes the same site, and fails in the same way. */
import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileEngine } from '../../src/build/render/compile-engine.ts';
import { renderSite } from '../../src/build/render/render-site.ts';
import { openFileDigests } from '../../src/disk/file-digests.ts';
import { projectSite } from '../../src/private/publish/project-site.ts';
import { candor, everyByte, filesIn, filesWith, now, removeFolder, temporaryFolder } from '../support/build.ts';
import { postmortem } from '../support/publish.ts';
import { writeFiles, writeSite } from '../support/site.ts';

const source = temporaryFolder();
const folders = [source];
const slugs = Array.from({ length: 70 }, (_, index) => `story-${index + 10}`);

beforeAll(async () => {
  const files = slugs.map((slug, index) => {
    const body = `The story of ${slug}.\n\n<Internal>Only the quartermaster of ${slug} knew.</Internal>`;
    const text = postmortem(body).replace(/^id: .*$/m, `id: PM-${index + 1}`);
    return [slug, { 'index.mdx': text }] as const;
  });
  await writeSite(source, Object.fromEntries(files));
}, 60_000);
afterAll(() => folders.map(removeFolder));

/** The site in a folder where nothing is known. */
function copy(): string {
  const site = temporaryFolder();
  folders.push(site);
  cpSync(join(source, 'content'), join(site, 'content'), { recursive: true });
  return site;
}

async function build(site: string, jobs: number, code = 0) {
  const result = await candor('build', '--site', site, '--jobs', String(jobs));
  expect(result).toMatchObject({ code });
  return result;
}

const bytesOf = (folder: string) =>
  new Map(filesIn(folder).map((file) => [file, readFileSync(join(folder, file), 'latin1')]));

test('one process and three make the same bytes, cold and over what either left', async () => {
  const [one, three] = [copy(), copy()];
  const { out } = await build(one, 1);
  // Of more than 300 pages several processes make parts.
  expect(Number(/Rendered (\d+) pages/.exec(out)?.[1])).toBeGreaterThan(300);
  expect((await build(three, 3)).out.replace(three, one)).toEqual(out);
  const wanted = bytesOf(join(one, 'dist'));
  expect(bytesOf(join(three, 'dist'))).toEqual(wanted);
  const texts = everyByte(join(three, 'dist'));
  expect(filesWith(texts, 'The story of story-42').length).toBeGreaterThan(2);
  expect(filesWith(texts, 'quartermaster')).toEqual([]);

  // Every page shows the name of the site.
  const settings = readFileSync(join(one, 'content/site.yaml'), 'utf8').replace(/^name: .*$/m, 'name: Another name');
  for (const site of [one, three]) writeFileSync(join(site, 'content/site.yaml'), settings);
  await build(one, 3);
  await build(three, 1);
  expect(bytesOf(join(three, 'dist'))).toEqual(bytesOf(join(one, 'dist')));
  expect(readFileSync(join(one, 'dist/index.html'), 'utf8')).toContain('Another name');
}, 240_000);

test('a small site in three languages is the same, whether they are rendered at once or not', async () => {
  const [one, three] = [copy(), copy()];
  for (const site of [one, three]) {
    for (const slug of slugs.slice(4)) rmSync(join(site, 'content/postmortems', slug), { recursive: true });
    appendFileSync(join(site, 'content/site.yaml'), 'language: en\ntranslations: { de: {}, fr: {} }\n');
  }
  await build(one, 1);
  await build(three, 3);
  const wanted = bytesOf(join(one, 'dist'));
  expect([...wanted.keys()]).toEqual(expect.arrayContaining(['de/index.html', 'fr/index.html']));
  expect(bytesOf(join(three, 'dist'))).toEqual(wanted);
  expect(filesWith(everyByte(join(three, 'dist')), 'quartermaster')).toEqual([]);
}, 240_000);

test('a leak is refused with the same problems, and nothing is left of the output or beside it', async () => {
  const texts = await Promise.all(
    [1, 3].map(async (jobs) => {
      const site = copy();
      await writeFiles(site, { 'public/a.txt': 'Only the quartermaster of story-12 knew.' });
      await writeFiles(site, { 'public/z.txt': 'Only the quartermaster of story-13 knew.' });
      const { error } = await build(site, jobs, 1);
      for (const name of ['dist', 'dist.waiting']) expect(existsSync(join(site, name))).toBe(false);
      return error.replaceAll(site, '');
    }),
  );
  expect(texts[0]).toContain('public/a.txt');
  expect(texts[0]).not.toContain('quartermaster');
  expect(texts[1]).toBe(texts[0]);
}, 240_000);

test('where two pages fail, the same one is told whatever the number of processes', async () => {
  const site = copy();
  const { folder = '' } = await projectSite({ site, edition: 'public', now });
  for (const slug of ['story-12', 'story-60']) writeFileSync(join(folder, 'postmortems', `${slug}.json`), 'no JSON');
  const engine = await compileEngine();
  const failures = [];
  for (const jobs of [1, 2, 3]) {
    const store = join(site, `store-${jobs}`);
    const digests = openFileDigests(join(site, 'digests.json'));
    const { signal } = new AbortController();
    const rendering = renderSite(engine, { projection: folder, store, digests, jobs, signal });
    failures.push(await rendering.then(String, (cause: Error) => /The page (\S+) /.exec(cause.message)?.[1]));
  }
  expect(failures[0]).toMatch(/^\/./);
  expect(new Set(failures).size).toBe(1);
}, 120_000);

test('a build that is refused before it has anything to render leaves no renderer behind', async () => {
  const site = copy();
  await writeFiles(site, { 'content/postmortems/story-12/index.mdx': postmortem('<Nonsense />', { id: 'PM-12' }) });
  expect((await build(site, 3, 1)).error).toContain('story-12');
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ');
  const commands = children.map((child) => (child === '' ? '' : readFileSync(`/proc/${child}/cmdline`, 'utf8')));
  expect(commands.filter((command) => command.includes('render-process'))).toEqual([]);
}, 120_000);

test('a number of processes that is none is refused', async () => {
  for (const jobs of ['0', '65', 'two', '1.5'])
    expect((await candor('build', '--site', source, '--jobs', jobs)).error).toMatch(
      /^--jobs takes a (?:whole )?number/,
    );
});
