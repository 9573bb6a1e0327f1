/** A release is one version everywhere. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../support/build.ts';

const manifest = (path: string) =>
  JSON.parse(readFileSync(join(repository, path), 'utf8')) as { version: string; dependencies: Record<string, string> };

test('create-candor is of the same version, and fetches that', () => {
  const { version } = manifest('package.json');
  const creator = manifest('tools/create-candor/package.json');
  expect([creator.version, creator.dependencies['candor']]).toEqual([version, version]);
});

test('a tag of another version is refused with what is wrong', () => {
  const check = () =>
    execFileSync(process.execPath, ['scripts/check-release.ts', 'v99.0.0'], { cwd: repository, stdio: 'pipe' });
  expect(check).toThrow(/The tag says 99\.0\.0, package\.json \d/);
});
