/**
 * `npm run bench [-- --quick | N]`: builds the same postmortems with Candor, Hugo and stock Astro side by side, prints a
 * table with ratios and writes `bench/results.json`. Medians of three runs of whole processes; Candor's include cards, data
 * documents, feeds, the leak gate and the search index, of which the last is also timed alone.
 */
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSite } from './generate-site.ts';
import { type Cost, measure, medianOf } from './measure.ts';
import { readPages, writeAstro, writeHugo } from './peers.ts';

const count = process.argv.includes('--quick') ? 200 : Number(process.argv[2] ?? 1000);
const runs = process.argv.includes('--once') ? 1 : 3;
const repository = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'candor-bench-'));
const [site, hugo, astro] = ['site', 'hugo', 'astro'].map((name) => join(folder, name)) as [string, string, string];
const candor = (command: string, ...words: string[]) => [
  process.execPath,
  join(repository, 'bin/candor.mjs'),
  command,
  ...['--site', site, '--now', '2035-01-01T00:00:00Z', ...words],
];

await generateSite(site, count);
// Compiles the engine, which is once for a version of Candor, and gives the peers their text.
const first = await measure(candor('build'), folder);
const pages = readPages(join(site, 'dist'));
writeHugo(hugo, pages);
writeAstro(astro, pages, join(repository, 'node_modules'));

const rows: Record<string, Cost> = {
  'Candor, cold': await median(candor('build'), site, clean),
  'Candor, one changed': await median(candor('build'), site, change),
  'Candor check, cold': await median(candor('check'), site, () => remove(site, '.candor/public')),
  'Candor check, one changed': await median(candor('check'), site, change),
  'Pagefind alone': await median(
    [
      process.execPath,
      join(repository, 'node_modules/pagefind/lib/runner/bin.cjs'),
      '--site',
      join(site, 'dist'),
      '--output-path',
      join(folder, 'index'),
    ],
    folder,
  ),
  'Hugo, whole': await median(['hugo', '--quiet', '--cleanDestinationDir'], hugo),
  'Astro + MDX, whole': await median(
    [process.execPath, join(repository, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'],
    astro,
    () => remove(astro, 'dist', '.astro', 'node_modules/.astro'),
  ),
};
report(rows);
rmSync(folder, { recursive: true, force: true });

async function median(command: string[], where: string, before: () => void = () => {}): Promise<Cost> {
  const costs: Cost[] = [];
  for (let run = 0; run < runs; run += 1) {
    before();
    costs.push(await measure(command, where));
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

function report(costs: Record<string, Cost>): void {
  const hugoCpu = costs['Hugo, whole']?.cpuSeconds ?? Number.NaN;
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} processors, Node ${process.versions.node}`;
  console.log(
    `${count} postmortems, medians of ${runs}. ${machine}. Compiling the engine and a first build: ${first.cpuSeconds.toFixed(1)} CPU s.\n`,
  );
  console.log('| | CPU s | Wall s | Peak MB | CPU to Hugo |\n| --- | ---: | ---: | ---: | ---: |');
  for (const [name, { cpuSeconds, wallSeconds, peakMegabytes }] of Object.entries(costs))
    console.log(
      `| ${name} | ${cpuSeconds.toFixed(1)} | ${wallSeconds.toFixed(1)} | ${peakMegabytes} | ${(cpuSeconds / hugoCpu).toFixed(2)} |`,
    );
  writeFileSync(
    join(import.meta.dirname, 'results.json'),
    `${JSON.stringify({ count, runs, machine, first, costs }, null, 2)}\n`,
  );
}
