import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { help } from '../../src/cli/help.ts';
import { commonOptions } from '../../src/cli/read-arguments.ts';
import { candor, copyDemo, removeFolder, temporaryFolder } from '../support/build.ts';

test('help names every command and ends well', async () => {
  const { code, out } = await candor('--help');
  expect(code).toBe(0);
  for (const name of Object.keys(commands)) expect(out).toContain(`  ${name} `);
  expect((await candor('build', '--help')).out).toContain('--edition');
});

test.each(Object.entries(commands))(
  'the help of %s names its own options and those of every command alone',
  (name, { options }) => {
    const named = new Set([...help(name).matchAll(/(?<![\w-])--([a-z-]+)/g)].map(([, option = '']) => option));
    for (const option of options) expect(named).toContain(option);
    for (const option of named) expect([...options, ...commonOptions]).toContain(option);
  },
);

test.each([
  [['build', '--port', '1'], 'no option --port'],
  [['schema', '--fix'], 'no option --fix'],
  [['build', 'dist'], 'does not know the word `dist`'],
  [['check', 'no-such-file.mdx'], 'There is no file no-such-file.mdx'],
  [['check', '/'], 'is not in the site'],
  [['bild'], 'Did you mean `build`?'],
  [['build', '--sight', 'x'], '--sight'],
  [['build', '--edition', 'secret'], 'public, internal'],
  [['check', '--now', 'tomorrow'], '--now takes a moment'],
  [['dev', '--port', 'x'], '--port takes a number'],
  [['import', 'word', 'x'], 'Usage: candor import'],
])('%j is refused in words, with exit code 2', async (args, words) => {
  const { code, error } = await candor(...args);
  expect(code).toBe(2);
  expect(error).toContain(words);
});

test('a site without settings and policy is a problem of each missing file', async () => {
  const site = temporaryFolder();
  const { code, error } = await candor('check', '--site', site);
  expect(code).toBe(1);
  for (const file of ['site.yaml', 'people.yaml', 'redaction.yaml'])
    expect(error).toContain(`content/${file} error file/not-found`);
  removeFolder(site);
});

test.each(Object.keys(commands).filter((name) => commands[name]?.needsSite))(
  'without a site in the present folder %s does nothing, and names `candor init`',
  async (name) => {
    const folder = temporaryFolder();
    const before = process.cwd();
    process.chdir(folder);
    try {
      const { code, out, error } = await candor(name);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(error).toMatch(/^There is no content\/site\.yaml in .*`candor init`\.$/);
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      process.chdir(before);
      removeFolder(folder);
    }
  },
);

test('check looks at the files that it is told alone', async () => {
  const site = copyDemo();
  const broken = 'content/postmortems/2024-07-18-checkout-retries/index.mdx';
  writeFileSync(
    join(site, broken),
    readFileSync(join(site, broken), 'utf8').replace(/^severity: .*$/m, 'severity: no-such'),
  );
  const whole = await candor('check', '--site', site);
  expect(whole.code).toBe(1);
  expect(whole.error).toContain(broken);
  expect(await candor('check', '--site', site, join(site, broken))).toMatchObject({ code: 1 });
  expect(await candor('check', '--site', site, join(site, 'content/postmortems'))).toMatchObject({ code: 1 });
  const others = await candor('check', '--site', site, join(site, 'content/people.yaml'), join(site, 'content/pages'));
  expect(others).toEqual({ code: 0, out: 'No problems.', error: '' });
  expect(readFileSync(join(site, '.candor/.gitignore'), 'utf8')).toBe('*\n');
  removeFolder(site);
});

test('an output folder that Candor did not write is left alone', async () => {
  const site = temporaryFolder();
  const out = join(site, 'precious');
  mkdirSync(out);
  writeFileSync(join(out, 'thesis.txt'), 'years of work');
  for (const marker of [undefined, '', '{"generator": "can', 'null']) {
    if (marker !== undefined) writeFileSync(join(out, 'candor.json'), marker);
    const { code, error } = await candor('build', '--site', site, '--out', out);
    expect(code).toBe(2);
    expect(error).toContain('holds files that Candor did not write');
  }
  expect(readFileSync(join(out, 'thesis.txt'), 'utf8')).toBe('years of work');
  removeFolder(site);
});

test('problems are one JSON document for machines', async () => {
  const site = temporaryFolder();
  const { code, out } = await candor('check', '--site', site, '--format', 'json');
  expect(code).toBe(1);
  const document = JSON.parse(out) as { ok: boolean; problems: { code: string }[] };
  expect(document.ok).toBe(false);
  expect(document.problems.map(({ code: name }) => name)).toContain('file/not-found');
  removeFolder(site);
});

test.each(['github', 'sarif', 'junit'])(
  'problems print as %s on standard output, with the same exit code',
  async (format) => {
    const site = temporaryFolder();
    const { code, out, error } = await candor('check', '--site', site, '--format', format);
    expect(code).toBe(1);
    expect(out).toContain('file/not-found');
    expect(error).toBe('');
    removeFolder(site);
  },
);

test('more warnings than --max-warnings allows are as bad as an error', async () => {
  expect((await candor('check', '--max-warnings', 'few')).code).toBe(2);
  const { code } = await candor('check', '--max-warnings', '0');
  expect(code).toBe(0);
});
