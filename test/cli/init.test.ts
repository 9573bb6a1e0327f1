/** `candor init`: what it writes passes the check, builds, and takes nothing from anybody. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { candor, filesIn, removeFolder, repository, temporaryFolder } from '../support/build.ts';

let place = '';
beforeAll(() => {
  place = temporaryFolder();
});
afterAll(() => removeFolder(place));

const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');
const inside = (folder: string) => filesIn(folder).map((file) => file.replaceAll('\\', '/'));

describe('into an empty folder', () => {
  let folder = '';
  beforeAll(async () => {
    folder = join(place, 'empty');
    const flags = [
      '--organisation',
      'Acme: "Rockets" # 1',
      '--url',
      'https://example.org/pm/',
      '--zone',
      'Europe/Vienna',
    ];
    expect((await candor('init', folder, ...flags)).code).toBe(0);
  });

  test('the check has no word to say, also of the edition for staff', async () => {
    for (const edition of ['public', 'internal']) {
      const { code, out, error } = await candor('check', '--site', folder, '--edition', edition, '--max-warnings', '0');
      expect([code, error]).toEqual([0, '']);
      expect(out).toMatch(/^No problems\./);
    }
  });

  test('answers are read back as they were given', () => {
    expect(parse(read(folder, 'content/site.yaml'))).toMatchObject({
      organisation: 'Acme: "Rockets" # 1',
      url: 'https://example.org/pm/',
      timezone: 'Europe/Vienna',
      established: '2026-11-23',
    });
  });

  test('the example is a draft, dated the day before', () => {
    expect(readdirSync(join(folder, 'content/postmortems'))).toEqual(['2026-11-22-missing-pictures']);
    expect(read(folder, 'content/postmortems/2026-11-22-missing-pictures/index.mdx')).toContain('state: draft');
  });

  test('nothing is left to fill, and git takes no work of Candor', () => {
    for (const file of inside(folder).filter((name) => !/^\.(?:astro|candor)\//.test(name)))
      expect(read(folder, file), file).not.toMatch(/\{\{\w+(?::yaml)?\}\}/);
    expect(read(folder, '.gitignore').split('\n')).toEqual(expect.arrayContaining(['.candor/', '.astro/', 'dist*/']));
  });

  test('editors and hosts find their files', () => {
    expect(inside(folder)).toEqual(
      expect.arrayContaining([
        '.github/dependabot.yml',
        '.github/workflows/publish.yml',
        '.github/workflows/pull-request.yml',
        '.vscode/settings.json',
        'public/favicon.svg',
        'schemas/postmortem.schema.json',
      ]),
    );
    const { scripts, dependencies } = JSON.parse(read(folder, 'package.json')) as Record<string, unknown>;
    expect(scripts).toEqual({
      dev: 'candor dev',
      check: 'candor check',
      build: 'candor build',
      preview: 'candor preview',
      candor: 'candor',
    });
    expect(dependencies).toEqual({ candor: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  });

  test('a second time nothing changes', async () => {
    const before = inside(folder).map((file) => read(folder, file));
    const { code, out } = await candor('init', folder);
    expect(code).toBe(0);
    expect(out).toContain('Wrote 0 files');
    expect(inside(folder).map((file) => read(folder, file))).toEqual(before);
  });
});

test('GitLab has its pipeline and Renovate, and nothing of GitHub', async () => {
  const folder = join(place, 'gitlab');
  expect((await candor('init', folder, '--host', 'gitlab')).code).toBe(0);
  expect(inside(folder).filter((file) => /github|gitlab|renovate/.test(file))).toEqual([
    '.gitlab-ci.yml',
    'renovate.json',
  ]);
  expect(Object.keys(parse(read(folder, '.gitlab-ci.yml')) as object)).toContain('pages');
});

test('a packed file comes into the folder, so that a clone can be installed', async () => {
  const packed = join(place, 'candor-9.9.9.tgz');
  writeFileSync(packed, 'bytes');
  const folder = join(place, 'sites', 'packed');
  for (const from of [packed, join(folder, 'candor-9.9.9.tgz')]) {
    expect((await candor('init', folder, '--package', from, '--host', 'none')).code).toBe(0);
    const { dependencies } = JSON.parse(read(folder, 'package.json')) as Record<string, unknown>;
    expect(dependencies).toEqual({ candor: 'file:candor-9.9.9.tgz' });
    expect(read(folder, 'candor-9.9.9.tgz')).toBe('bytes');
    writeFileSync(packed, 'others');
  }
});

test('what an owner has stays, and no example comes among it', async () => {
  const folder = join(place, 'owned');
  mkdirSync(join(folder, 'content/postmortems/2020-01-01-own'), { recursive: true });
  writeFileSync(join(folder, 'README.md'), 'Mine.\n');
  writeFileSync(join(folder, 'package.json'), '{ "name": "mine" }\n');
  const { code, out } = await candor('init', folder);
  expect(code).toBe(0);
  expect(out).toContain('left as they are: README.md, package.json');
  expect(out).toContain('Your package.json needs Candor');
  expect(read(folder, 'README.md')).toBe('Mine.\n');
  expect(readdirSync(join(folder, 'content/postmortems'))).toEqual(['2020-01-01-own']);
  expect(existsSync(join(folder, 'content/site.yaml'))).toBe(true);
});

test.each([
  [['--url', 'example.org'], '--url takes the full address'],
  [['--zone', 'Vienna'], '--zone takes an IANA time zone'],
  [['--language', 'tlh'], '--language takes a language'],
  [['--name', 'a\nb'], '--name takes one line of text'],
  [['--host', 'geocities'], '--host takes one of'],
  [['--package', 'no-such.tgz'], 'There is no file no-such.tgz'],
  [['--package', repository], 'There is no file'],
  [['--package', join(repository, 'README.md')], 'is no package file, whose name ends with .tgz'],
  [['another'], 'takes one folder'],
])('%j is refused, and nothing is written', async (words, complaint) => {
  const folder = join(place, 'refused');
  const { code, error } = await candor('init', folder, ...words);
  expect(code).toBe(2);
  expect(error).toContain(complaint);
  expect(existsSync(folder)).toBe(false);
});

test('a form of GitHub comes when it is asked for, with the severities of the site that is there', async () => {
  const folder = join(place, 'form');
  expect((await candor('init', folder)).code).toBe(0);
  expect(inside(folder).filter((file) => /ISSUE_TEMPLATE|draft\.yml/.test(file))).toEqual([]);
  const settings = read(folder, 'content/site.yaml').replace('id: sev1,', 'id: critical,');
  writeFileSync(join(folder, 'content/site.yaml'), settings);
  expect((await candor('init', folder, '--issue-form')).out).toContain('Wrote 2 files');
  expect(read(folder, '.github/ISSUE_TEMPLATE/postmortem.yml')).toContain('options: ["critical","sev2","sev3"]');
  const refused = await candor('init', join(place, 'form-elsewhere'), '--issue-form', '--host', 'gitlab');
  expect([refused.code, refused.error]).toEqual([2, expect.stringContaining('--issue-form is of GitHub')]);
});
