/**
 * `node bench/from-nothing.ts [N]`: from an empty folder to a published site of N postmortems (20), as an owner of Candor does
 * it and as one with a stock Astro blog does: `npm ci`, then the build, in turn, medians of three. Both have their lockfiles,
 * and npm has every package in its cache. Candor comes from `candor-*.tgz`, which `npm pack` leaves here. The blog has what
 * Astro's own template for blogs depends on; its pages are those of `plain-peers.ts`, with a sitemap.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { generateSite } from './generate-site.ts';
import { type Cost, measure, medianOf } from './measure.ts';
import { readPages } from './peers.ts';
import { plainPeers } from './plain-peers.ts';

const runs = 3;
const count = Number(process.argv[2] ?? 20);
const repository = join(import.meta.dirname, '..');
const packed = readdirSync(repository).find((name) => /^candor-\d.*\.tgz$/.test(name));
if (packed === undefined) throw new Error('No packed file here: run `npm pack` first.');
// Commands run by the Node that runs this.
process.env['PATH'] = `${dirname(process.execPath)}${delimiter}${process.env['PATH']}`;
const folder = mkdtempSync(join(tmpdir(), 'candor-nothing-'));
const [owner, blog] = [join(folder, 'owner'), join(folder, 'blog')];

await generateSite(owner, count);
writePackage(owner, { candor: `file:${join(repository, packed)}` });
prepare(owner);
run(owner, ['candor', 'build']);
plainPeers.astro(blog, readPages(owner));
addSitemap();
writePackage(
  blog,
  Object.fromEntries(
    ['astro', '@astrojs/mdx', '@astrojs/rss', '@astrojs/sitemap', 'sharp'].map((name) => [name, 'latest']),
  ),
);
prepare(blog);

const sides = { Candor: { where: owner, bin: 'candor' }, 'Stock Astro + MDX blog': { where: blog, bin: 'astro' } };
const costs: Record<string, Cost[]> = {};
for (let index = 0; index < runs; index += 1)
  for (const [side, { where, bin }] of Object.entries(sides)) {
    clean(where);
    await add(`${side}, npm ci`, where, ['npm', 'ci', '--no-audit', '--no-fund']);
    await add(`${side}, build`, where, [join(where, 'node_modules/.bin', bin), 'build']);
  }
for (let index = 0; index < runs; index += 1) {
  rmSync(join(owner, '.candor'), { recursive: true, force: true });
  await add('candor check', owner, [join(owner, 'node_modules/.bin/candor'), 'check']);
}

console.log('| | CPU s | Wall s | Largest process, MB |\n| --- | ---: | ---: | ---: |');
for (const [name, each] of Object.entries(costs)) {
  const { cpuSeconds, wallSeconds, largestMegabytes } = medianOf(each);
  console.log(`| ${name} | ${cpuSeconds.toFixed(1)} | ${wallSeconds.toFixed(1)} | ${largestMegabytes} |`);
}
for (const [side, { where }] of Object.entries(sides))
  console.log(`${side}: ${packagesOf(where)} packages, ${Math.round(bytesOf(join(where, 'node_modules')) / 1e6)} MB`);
const [ours, theirs] = Object.keys(sides).map(whole);
if (ours && theirs)
  console.log(
    `From nothing: CPU ${(ours.cpuSeconds / theirs.cpuSeconds).toFixed(2)}, wall ${(ours.wallSeconds / theirs.wallSeconds).toFixed(2)} of the blog's`,
  );
rmSync(folder, { recursive: true, force: true });

async function add(name: string, where: string, command: string[]): Promise<void> {
  costs[name] = [...(costs[name] ?? []), await measure(command, where)];
}

/** Both steps of one side, by the medians of each. */
function whole(side: string): { cpuSeconds: number; wallSeconds: number } {
  const steps = ['npm ci', 'build'].map((step) => medianOf(costs[`${side}, ${step}`] ?? []));
  const sum = (key: 'cpuSeconds' | 'wallSeconds') => steps.reduce((total, step) => total + step[key], 0);
  return { cpuSeconds: sum('cpuSeconds'), wallSeconds: sum('wallSeconds') };
}

function writePackage(where: string, dependencies: Record<string, string>): void {
  writeFileSync(join(where, 'package.json'), JSON.stringify({ type: 'module', private: true, dependencies }));
}

/** Writes the lockfile and fills npm's cache; whoever has both measures no network. */
function prepare(where: string): void {
  run(where, ['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts']);
  const file = join(where, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8')) as {
    packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }>;
  };
  // Optional packages of other systems that a registry lacks; `npm ci` refuses a lockfile that names them.
  const isThere = (name: string) =>
    Object.entries(lock.packages).some(([path, { version }]) => version && path.endsWith(`node_modules/${name}`));
  for (const each of Object.values(lock.packages))
    if (each.optionalDependencies)
      each.optionalDependencies = Object.fromEntries(
        Object.entries(each.optionalDependencies).filter(([name]) => isThere(name)),
      );
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).filter(([path, { version }]) => version || path === ''),
  );
  writeFileSync(file, JSON.stringify(lock));
}

function run(where: string, [command = '', ...rest]: string[]): void {
  const bin = command === 'npm' ? command : join(where, 'node_modules/.bin', command);
  execFileSync(bin, rest, { cwd: where, stdio: ['ignore', 'ignore', 'inherit'] });
}

function addSitemap(): void {
  const file = join(blog, 'astro.config.mjs');
  const settings = readFileSync(file, 'utf8').replace('integrations: [mdx()', 'integrations: [mdx(), sitemap()');
  writeFileSync(file, `import sitemap from '@astrojs/sitemap';\n${settings}`);
}

/** What only an install and a build made. */
function clean(where: string): void {
  for (const name of ['node_modules', 'dist', '.candor', '.astro', 'cache'])
    rmSync(join(where, name), { recursive: true, force: true });
}

function packagesOf(where: string): number {
  const { packages } = JSON.parse(readFileSync(join(where, 'node_modules/.package-lock.json'), 'utf8')) as {
    packages: object;
  };
  return Object.keys(packages).length;
}

function bytesOf(where: string): number {
  return readdirSync(where, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
