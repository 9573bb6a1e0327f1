/**
 * Compares what another revision of Candor makes with what this working tree makes, byte for byte: for changes that must not
 * change a byte. `node scripts/compare-bytes.ts REVISION [--postmortems N] [--only NAME]`; exit 1 where anything differs.
 *
 * Compared are the output, the projection and `check --format json`, of the demonstration, of generated postmortems, of a
 * built folder below a sub-path with relative links, of the internal edition and of the public copy. The last builds once more
 * over the work folder that the other revision left.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateSite } from '../bench/generate-site.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { postmortems: { type: 'string', default: '400' }, only: { type: 'string' } },
});
const [revision] = positionals;
if (revision === undefined)
  throw new Error('Usage: node scripts/compare-bytes.ts REVISION [--postmortems N] [--only NAME]');

const now = '2026-11-23T09:00Z';
const here = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'candor-compare-'));

interface Trial {
  /** The site whose bytes are compared. */
  site: string;
  /** Words of the command; `OUT` and `SITE` stand for folders. */
  command: readonly string[];
  /** Folders, below the site and below `OUT`, that are compared. */
  compares: readonly string[];
}

const trials: Record<string, Trial> = {
  demonstration: trial(here, ['build'], ['OUT', 'SITE/.candor/public/projection']),
  internal: trial(here, ['build', '--edition', 'internal'], ['OUT', 'SITE/.candor/internal/projection']),
  relative: trial(here, ['build', '--relative'], ['OUT']),
  generated: trial('generated', ['build'], ['OUT', 'SITE/.candor/public/projection']),
  export: trial(here, ['export', '--into', 'OUT'], ['OUT']),
  check: trial(here, ['check', '--format', 'json'], []),
  'check of generated': trial('generated', ['check', '--format', 'json'], []),
};

function trial(site: string, words: readonly string[], compares: readonly string[]): Trial {
  const out = words[0] === 'build' ? ['--out', 'OUT'] : [];
  return { site, command: [...words, '--site', 'SITE', ...out, '--now', now], compares };
}

async function main(): Promise<number> {
  const other = join(scratch, 'revision');
  git('worktree', 'add', '--detach', other, String(revision));
  try {
    // Second names of the files: a link to the folder would lead out of what the renderer may read.
    spawnSync('cp', ['-al', join(here, 'node_modules'), join(other, 'node_modules')]);
    const generated = join(scratch, 'generated');
    await generateSite(generated, Number(values.postmortems));
    let differences = 0;
    for (const [name, made] of Object.entries(trials)) {
      if (values.only !== undefined && values.only !== name) continue;
      const source = made.site === 'generated' ? generated : made.site;
      const [before, after] = [run(other, name, source, made), run(here, name, source, made)];
      differences += report(name, compare(before, after));
      if (!made.command.includes('build')) continue;
      // What an earlier version keeps between builds makes no other site.
      const over = run(here, name, source, made, before.folder);
      differences += report(`${name}, over the earlier work folder`, compare(after, over));
    }
    return differences === 0 ? 0 : 1;
  } finally {
    git('worktree', 'remove', '--force', other);
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Made {
  folder: string;
  /** Digests by names. */
  digests: ReadonlyMap<string, string>;
}

let count = 0;

function run(code: string, name: string, source: string, { command, compares }: Trial, earlier?: string): Made {
  count += 1;
  const folder = earlier ?? join(scratch, `${count}`);
  const [site, out] = [join(folder, 'site'), join(folder, 'out')];
  if (earlier === undefined)
    for (const part of ['content', 'public'])
      if (existsSync(join(source, part))) cpSync(join(source, part), join(site, part), { recursive: true });
  const words = command.map((word) => (word === 'SITE' ? site : word === 'OUT' ? out : word));
  const node = join(here, 'node_modules', '.bin', 'node');
  const result = spawnSync(node, [join(code, 'bin', 'candor.mjs'), ...words], {
    encoding: 'utf8',
    cwd: code,
    maxBuffer: 2 ** 28,
  });
  // A check may find errors; whatever else does not succeed has nothing to compare.
  if (result.status !== 0 && !(command[0] === 'check' && result.status === 1))
    throw new Error(`${name}: ${result.stderr}`);
  const digests = new Map([['exit code', String(result.status)]]);
  if (command.includes('json')) digests.set('printed', result.stdout);
  for (const place of compares) {
    const path = place.replace('SITE', site).replace('OUT', out);
    for (const [file, digest] of digestsOf(path)) digests.set(`${place}/${file}`, digest);
  }
  return { folder, digests };
}

function digestsOf(folder: string): [string, string][] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]);
}

function compare({ digests: before }: Made, { digests: after }: Made): string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name) => {
    if (before.get(name) === after.get(name)) return [];
    return [`${!before.has(name) ? 'new' : !after.has(name) ? 'gone' : 'different'}: ${name}`];
  });
}

function report(name: string, differences: readonly string[]): number {
  console.log(`${name}: ${differences.length === 0 ? 'the same' : `${differences.length} differ`}`);
  for (const line of differences.slice(0, 20)) console.log(`  ${line}`);
  return differences.length;
}

function git(...words: string[]): void {
  const { status, stderr } = spawnSync('git', ['-C', here, ...words], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

process.exitCode = await main();
