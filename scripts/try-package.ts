/**
 * Takes the packed file in this folder as an owner would, on any system: install it into an empty folder, begin a site,
 * check it, build it, and look at what was built. Fails at the first step that does.
 */
import { execSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

const packed = readdirSync('.').find((name) => /^candor-\d.*\.tgz$/.test(name));
if (packed === undefined) throw new Error('No packed file here: run `npm pack` first.');
const file = resolve(packed);
const folder = mkdtempSync(join(tmpdir(), 'candor-try-'));
const site = join(folder, 'site');
// On Windows npm and npx are scripts, which only a shell starts.
// The Node that runs this is the one that is tried.
const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH']}`;
const run = (command: string, cwd: string) =>
  execSync(command, { cwd, stdio: 'inherit', env: { ...process.env, PATH: path } });
try {
  run(`npx --yes --package "${file}" candor init site --package "${file}" --organisation Example`, folder);
  run('npm install --no-audit --no-fund', site);
  run('npm run check', site);
  run('npm run build', site);
  const home = readFileSync(join(site, 'dist', 'index.html'), 'utf8');
  if (!home.includes('Example') || !existsSync(join(site, 'dist', 'pagefind')))
    throw new Error('The site is not whole.');
  console.log(`${packed} works here.`);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
