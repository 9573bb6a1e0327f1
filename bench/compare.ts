/**
 * `npm run bench [-- --quick | N] [--once]`: builds the same postmortems with Candor, Hugo and stock Astro side by side,
 * prints a table with ratios and writes `bench/results.json`. Medians of three runs of whole processes. What each side
 * makes stands in `peers.ts`. Candor's search index is counted apart, for the others have none; its cards, the checks of
 * its sources and the leak gate are counted in. A row that begins with "of which" is a part of the row above.
 */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAstro } from './astro-peer.ts';
import { generateSite } from './generate-site.ts';
import { writeHugo } from './hugo-peer.ts';
import { type Cost, measure, medianOf, middleOf } from './measure.ts';
import { readPages } from './peers.ts';
import type { StageCosts } from './stage-costs.ts';

const count = process.argv.includes('--quick') ? 200 : Number(process.argv[2] ?? 1000);
const runs = process.argv.includes('--once') ? 1 : 3;
const repository = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'candor-bench-'));
const [site, hugo, astro] = ['site', 'hugo', 'astro'].map((name) => join(folder, name)) as [string, string, string];
const stages = join(folder, 'stages.json');
const build = [process.execPath, join(import.meta.dirname, 'build-once.ts'), site, stages];
const check = [
  ...[process.execPath, join(repository, 'bin/candor.mjs'), 'check'],
  ...['--site', site, '--now', '2035-01-01T00:00:00Z'],
];
const rows: Record<string, Partial<Cost>> = {};

await generateSite(site, count);
// Compiles the engine, which is once for a version of Candor, and gives the peers their text.
const first = await measure(build, folder);
const pages = readPages(join(site, 'dist'));
writeHugo(hugo, pages);
writeAstro(astro, pages, join(repository, 'node_modules'));

await addBuild('Candor, cold', clean);
await addBuild('Candor, one changed', change);
rows['Candor check, cold'] = await median(check, site, () => remove(site, '.candor/public'));
rows['Candor check, one changed'] = await median(check, site, change);
rows['Pagefind alone'] = await median(
  [
    process.execPath,
    join(repository, 'node_modules/pagefind/lib/runner/bin.cjs'),
    ...['--site', join(site, 'dist'), '--output-path', join(folder, 'index')],
  ],
  folder,
);
rows['Hugo, whole'] = await median(['hugo', '--quiet', '--cleanDestinationDir'], hugo);
rows['Astro + MDX, whole'] = await median(
  [process.execPath, join(repository, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'],
  astro,
  () => remove(astro, 'dist', '.astro', 'node_modules/.astro'),
);
report();
rmSync(folder, { recursive: true, force: true });

/** The build without its index, and behind it what index, gate and cards cost. */
async function addBuild(name: string, before: () => void): Promise<void> {
  const parts: StageCosts['stages'][] = [];
  const whole = await median(build, site, before, () =>
    parts.push((JSON.parse(readFileSync(stages, 'utf8')) as StageCosts).stages),
  );
  const part = (stage: string) => middleOf(parts.map((costs) => costs[stage] ?? 0));
  const index = part('Indexing for search') + part('Checking the index');
  rows[name] = { ...whole, cpuSeconds: whole.cpuSeconds - index };
  for (const stage of ['Checking for leaks', 'Drawing cards'])
    rows[`of which ${stage.toLowerCase()} (${name})`] = { cpuSeconds: part(stage) };
  rows[`Search index, counted apart (${name})`] = { cpuSeconds: index };
}

async function median(
  command: string[],
  where: string,
  before: () => void = () => {},
  after: () => void = () => {},
): Promise<Cost> {
  const costs: Cost[] = [];
  for (let run = 0; run < runs; run += 1) {
    before();
    costs.push(await measure(command, where));
    after();
  }
  return medianOf(costs);
}

/** Nothing of the site is known; the compiled engine stays. */
function clean(): void {
  remove(site, 'dist', '.candor/public');
}

function remove(from: string, ...names: string[]): void {
  for (const name of names) rmSync(join(from, name), { recursive: true, force: true });
}

function change(): void {
  appendFileSync(join(site, 'content/postmortems/incident-00002/index.mdx'), '\nOne more sentence.\n');
}

function report(): void {
  const hugoCpu = rows['Hugo, whole']?.cpuSeconds ?? Number.NaN;
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} processors, Node ${process.versions.node}`;
  console.log(
    `${count} postmortems, medians of ${runs}. ${machine}. Compiling the engine, where it was not, and a first build: ${first.cpuSeconds.toFixed(1)} CPU s.\n`,
  );
  console.log(
    '| | CPU s | Wall s | Peak MB | In one process | CPU to Hugo |\n| --- | ---: | ---: | ---: | ---: | ---: |',
  );
  for (const [name, { cpuSeconds = 0, wallSeconds, peakMegabytes, largestMegabytes }] of Object.entries(rows))
    console.log(
      `| ${name} | ${cpuSeconds.toFixed(1)} | ${wallSeconds?.toFixed(1) ?? ''} | ${peakMegabytes ?? ''} | ${largestMegabytes ?? ''} | ${(cpuSeconds / hugoCpu).toFixed(2)} |`,
    );
  writeFileSync(
    join(import.meta.dirname, 'results.json'),
    `${JSON.stringify({ count, runs, machine, first, costs: rows }, null, 2)}\n`,
  );
}
