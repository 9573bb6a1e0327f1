/**
 * Prints what is inside a packed file, as CycloneDX: the packages that are installed with it, as npm lists them, and those
 * that are bundled into it, from its notices. `node scripts/write-sbom.ts candor-1.2.3.tgz`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listedIn } from './third-party-notices.ts';

const [packed] = process.argv.slice(2);
if (packed === undefined) throw new Error('Usage: node scripts/write-sbom.ts FILE.tgz');
const folder = mkdtempSync(join(tmpdir(), 'candor-sbom-'));
const npm = (...words: string[]) =>
  execFileSync('npm', words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

interface Component {
  'bom-ref': string;
  type: string;
  name: string;
  version: string;
  purl: string;
  scope?: string;
  properties?: { name: string; value: string }[];
}

try {
  writeFileSync(join(folder, 'package.json'), '{ "name": "sbom", "version": "0.0.0", "private": true }');
  npm('install', '--no-audit', '--no-fund', '--loglevel=error', resolve(packed));
  const sbom = JSON.parse(npm('sbom', '--sbom-format', 'cyclonedx')) as { components: Component[] };
  const notices = readFileSync(join(folder, 'node_modules', 'candor', 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  const bundled = listedIn(notices).map(({ name, version }): Component => {
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    const properties = [{ name: 'candor:bundled', value: 'true' }];
    return { 'bom-ref': `bundled ${purl}`, type: 'library', name, version, purl, scope: 'required', properties };
  });
  console.log(JSON.stringify({ ...sbom, components: [...sbom.components, ...bundled] }, null, 2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
