/**
 * `npm run bench [-- --quick | N] [--once] [--skip-astro] [--skip-hugo]`: builds the same postmortems, at most 10,000, with Candor, Hugo
 * and stock Astro side by side, prints a table with ratios and writes `bench/results.json`. Medians of three runs of whole
 * processes; of a cold one nothing is there yet. What each side makes stands in `peers.ts`: whole, and once more
 * without social cards. Candor's search index is counted apart, for the others have none; the checks of its sources and
 * the leak gate are counted in. A row that begins with "of which" is a part of the row above. Astro may take 20 minutes.
 * `--quick` is one run of 100, under two minutes on two processors: it shows what a change did, and is no result.
 */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAstro } from './astro-peer.ts';
import { generateSite } from './generate-site.ts';
import { writeHugo } from './hugo-peer.ts';
import { type Cost, measure, medianOf, middleOf } from './measure.ts';
import { readPages } from './peers.ts';
import { plainPeers } from './plain-peers.ts';
import { type Peer, type Row, report } from './report.ts';
import type { StageCosts } from './stage-costs.ts';

const words = process.argv.slice(2);
const isQuick = words.includes('--quick');
const count = isQuick ? 100 : Number(words.find((word) => /^\d+$/.test(word)) ?? 1000);
const runs = isQuick || words.includes('--once') ? 1 : 3;
const astroLimitSeconds = 1200;
const repository = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'candor-bench-'));
const site = join(folder, 'site');
const stages = join(folder, 'stages.json');
const build = [process.execPath, join(import.meta.dirname, 'build-once.ts'), site, stages];
const check = [
  ...[process.execPath, join(repository, 'bin/candor.mjs'), 'check'],
  ...['--site', site, '--now', '2035-01-01T00:00:00Z'],
];
const astro = [
  ...['timeout', '--foreground', '--signal=KILL', String(astroLimitSeconds)],
  ...[process.execPath, join(repository, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'],
];
const rows: Record<string, Row> = {};
/** CPU seconds of the search index. */
let coldIndex = 0;

await generateSite(site, count);
// Compiles the engine, which is once for a version of Candor, and gives the peers their text.
const first = await measure(build, folder);
const pages = readPages(site);

await addBuild('Candor, cold', { before: clean, against: 'whole' });
await addBuild('Candor, one changed', { before: change });
await add('Candor check, cold', check, { before: () => remove(site, '.candor/public') });
await add('Candor check, one changed', check, { before: change });
await add('Pagefind alone', [
  ...[process.execPath, join(repository, 'node_modules/pagefind/lib/runner/bin.cjs')],
  ...['--site', join(site, 'dist'), '--output-path', join(folder, 'index')],
]);
appendFileSync(join(site, 'content/site.yaml'), 'cards: false\n');
await addBuild('Candor, cold, without cards', { before: clean });
if (!words.includes('--skip-hugo')) {
  for (const cards of [true, false]) await addHugo(cards);
  await addPlain('hugo', ['hugo', '--quiet']);
}
if (!words.includes('--skip-astro')) {
  for (const cards of [true, false]) await addAstro(cards);
  await addPlain('astro', astro);
}
report({ count, runs, first, rows });
rmSync(folder, { recursive: true, force: true });

interface RunOptions {
  where?: string;
  before?: () => void;
  after?: () => void;
  /** Without cards, unless it is said. */
  against?: Peer;
}

async function add(name: string, command: string[], options: RunOptions = {}): Promise<void> {
  put(name, { against: options.against ?? 'without cards', cost: await median(command, options) });
}

/** Said at once, too: a table of ten thousand takes most of an hour, and may be stopped before. */
function put(name: string, row: Row): void {
  rows[name] = row;
  const { cpuSeconds, wallSeconds, largestMegabytes } = row.cost ?? {};
  const figures = [cpuSeconds?.toFixed(1), wallSeconds?.toFixed(1), largestMegabytes].map((figure) => figure ?? '-');
  console.error(`${name}: CPU s, wall s, MB in one process: ${figures.join(', ')}`);
}

/** The build without its index, and behind it what index, gate and cards cost. */
async function addBuild(name: string, { before, against = 'without cards' }: RunOptions): Promise<void> {
  const options = before ? { before } : {};
  const whole = await median(build, options);
  const parts: StageCosts['stages'][] = [];
  const after = () => parts.push((JSON.parse(readFileSync(stages, 'utf8')) as StageCosts).stages);
  // One after the other: else nobody can say what each costs. Without cards the index is the same.
  const isKnown = isQuick && against !== 'whole';
  if (!isKnown) await median([...build, '1'], { ...options, after });
  const part = (stage: string) => middleOf(parts.map((costs) => costs[stage] ?? 0));
  const index = isKnown ? coldIndex : part('Indexing for search') + part('Checking the index');
  if (name === 'Candor, cold') coldIndex = index;
  put(name, { against, cost: { ...whole, cpuSeconds: whole.cpuSeconds - index } });
  for (const stage of ['Checking for leaks', 'Drawing cards'].filter((each) => parts.some((costs) => each in costs)))
    put(`of which ${stage.toLowerCase()} (${name})`, { against, cost: { cpuSeconds: part(stage) } });
  put(`Search index, counted apart (${name})`, { against, cost: { cpuSeconds: index } });
}

async function addHugo(cards: boolean): Promise<void> {
  const where = join(folder, 'hugo');
  const against = cards ? 'whole' : 'without cards';
  await writeHugo(where, pages, { cards });
  const before = () => remove(where, 'public', 'resources');
  await add(`Hugo, ${against}`, ['hugo', '--quiet'], { where, before, against });
  remove(folder, 'hugo');
}

/** Where Astro fails or is not done in time, the row says so, and why stands above the table. */
async function addAstro(cards: boolean): Promise<void> {
  const where = join(folder, 'astro');
  writeAstro(where, pages, { cards, modules: join(repository, 'node_modules') });
  const against = cards ? 'whole' : 'without cards';
  const name = `Astro + MDX, ${against}`;
  try {
    await add(name, astro, { where, before: () => remove(where, 'dist', '.astro', 'cache'), against });
  } catch (cause) {
    console.error(`${name}: ${cause instanceof Error ? cause.message : cause}`);
    put(name, { against });
  }
  remove(folder, 'astro');
}

/** What people would do instead: nothing is to be compared with it. */
async function addPlain(peer: keyof typeof plainPeers, command: string[]): Promise<void> {
  const where = join(folder, `plain-${peer}`);
  plainPeers[peer](where, pages, join(repository, 'node_modules'));
  const made = peer === 'hugo' ? ['public', 'resources'] : ['dist', '.astro', 'cache'];
  const before = () => remove(where, ...made);
  const cost = await median(command, { where, before });
  put(`What people would do instead: ${peer === 'hugo' ? 'Hugo' : 'Astro + MDX'}, a page each and one feed`, { cost });
  remove(folder, `plain-${peer}`);
}

async function median(command: string[], { where = folder, before, after }: RunOptions): Promise<Cost> {
  const costs: Cost[] = [];
  for (let run = 0; run < runs; run += 1) {
    before?.();
    costs.push(await measure(command, where));
    after?.();
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
