/** Before a release: `node scripts/check-release.ts v1.2.3` fails where the tag is not what the packages and the CHANGELOG say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const versionOf = (path: string) => JSON.parse(read(path)) as { version: string; dependencies: Record<string, string> };

const version = process.argv[2]?.replace(/^v/, '');
const [own, creator] = [versionOf('package.json'), versionOf('tools/create-candor/package.json')];
const faults = [
  version === own.version ? '' : `The tag says ${version}, package.json ${own.version}.`,
  creator.version === own.version ? '' : `create-candor is ${creator.version}, Candor ${own.version}.`,
  creator.dependencies['candor'] === own.version ? '' : `create-candor fetches ${creator.dependencies['candor']}.`,
  read('CHANGELOG.md').includes(`\n## ${own.version}`) ? '' : `CHANGELOG.md has no heading "## ${own.version}".`,
].filter((fault) => fault !== '');
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
